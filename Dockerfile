# The explorer as one small container: not root, nothing written but /tmp.
FROM python:3.11-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt && useradd --no-create-home --uid 10001 verkenner
COPY .streamlit .streamlit
COPY app.py LICENSE CONTRIBUTING.md CHANGELOG.md ./
COPY data data
COPY docs docs
COPY fairshare fairshare
COPY pages pages
RUN python -m compileall -q app.py fairshare pages
USER 10001
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://localhost:8501' + os.environ.get('STREAMLIT_SERVER_BASE_URL_PATH', '') + '/api/v1/gezond', timeout=2)"]
CMD ["streamlit", "run", "app.py", "--server.port=8501", "--server.address=0.0.0.0"]
