"""What the pages share that needs Streamlit: cards, charts, tables, words, navigation."""
