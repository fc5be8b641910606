"""What the pages share that needs Streamlit: the controls, the address bar, cards and charts."""
