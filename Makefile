# The commands of this project. Each works on a bare Debian with Python 3.11 and on a laptop with only Python.
PYTHON ?= python3
POORT ?= 8501
ADRES ?= 127.0.0.1
WERKERS ?= 3
BIN = .venv/bin
INSTALLEER = -m pip install --quiet --disable-pip-version-check --require-hashes
GEREEDSCHAP = .venv/gereedschap
SLOT = $(GEREEDSCHAP)/bin/uv pip compile -q --no-config --default-index https://pypi.org/simple --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock"

.PHONY: run test audit docs vega zegel lock gezegd schermbeelden versies bench vergadering mutaties planten recepten stuklijst platformen
.DELETE_ON_ERROR:

run: .venv/klaar ## start the explorer on http://localhost:8501, for this machine alone; ADRES=0.0.0.0 for the network
	$(BIN)/streamlit run app.py --server.port $(POORT) --server.address $(ADRES)

test: .venv/klaar-test chromium kantoor ## lint, types and every test, in a real Chromium too; for two cores, WERKERS=8 for more
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint pages
	$(BIN)/oxfmt --check "pages/**/*.js" "pages/**/*.css"
	$(BIN)/python -m pytest -n $(WERKERS) --dist worksteal

schermbeelden: .venv/klaar-test chromium ## the pictures of the README and of every page at three sizes
	SCHERMBEELDEN=1 $(BIN)/python -m pytest tests/browser/test_elke_pagina.py

versies: .venv/klaar-test chromium ## start the app on other versions of Streamlit, which are fetched: first figure, a drag, a link
	$(BIN)/python -m tests.browser.versies

bench: .venv/klaar-test chromium kantoor ## measure every speed and write docs/metingen.md; some ten minutes, best on a quiet machine
	$(BIN)/python -m tests.metingen.bench

vergadering: .venv/klaar-test chromium ## twenty people for half an hour, then thirty in a room for ten minutes; MINUTEN=1 for a short one
	$(BIN)/python -m tests.metingen.vergadering $(MINUTEN)
	$(BIN)/python -m tests.metingen.zaal $(MINUTEN)

mutaties: .venv/klaar-test ## which faults in the model would no test see; takes a while, goes on where it stopped; see docs/mutaties.md
	$(BIN)/pip install --quiet --disable-pip-version-check "$$(sed -n 's/^mutaties = \["\(.*\)"\].*/\1/p' pyproject.toml)"
	CI=1 PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/mutmut run --max-children 2 $(MUTANTEN)
	$(BIN)/python -m tests.metingen.mutanten
	@$(BIN)/mutmut results | grep -E 'survived|no tests|timeout|suspicious' || echo 'Niets overleeft.'

gezegd: .venv/klaar-test ## write tests/app/gezegd.txt: every sentence on a page or a slide, once it was read aloud
	$(BIN)/python -m tests.app.test_gezegd > .gezegd && mv .gezegd tests/app/gezegd.txt

planten: .venv/klaar-test ## plant faults in what people read, one at a time in a copy: which does no test see? FOUTEN="3 7-12" for some
	$(BIN)/python -m tests.metingen.planten $(FOUTEN)

recepten: .venv/klaar-test ## follow the recipes of CONTRIBUTING, each in a copy: is all well after it? RECEPT="page region" for some
	$(BIN)/python -m tests.metingen.recepten $(RECEPT)

docs: .venv/klaar-test ## write docs/parameters.md, docs/rekenregels.md and docs/monitoring.schema.json from their definitions
	$(BIN)/python -m fairshare parameters > docs/parameters.md
	$(BIN)/python -m fairshare rekenregels > docs/rekenregels.md
	$(BIN)/python -m fairshare schema > docs/monitoring.schema.json

vega: .venv/klaar-test ## write pages/levend/vega.js again, after an upgrade of vl-convert, which carries it
	$(BIN)/python -m tests.unit.test_vega > .vega && mv .vega pages/levend/vega.js

zegel: .venv/klaar-test ## seal the files of data/ after a change on purpose
	$(BIN)/python -m fairshare zegel > .zegel && mv .zegel data/SHA256SUMS

lock: $(GEREEDSCHAP)/klaar ## pin again what pyproject.toml asks for, with the hash of every file for every platform
	$(SLOT) --extra app -o requirements.txt pyproject.toml
	$(SLOT) --extra app --extra test -o tests/requirements.txt pyproject.toml
	$(SLOT) --group gereedschap -o tests/gereedschap.txt

platformen: $(GEREEDSCHAP)/klaar ## resolve the pins on every platform and write docs/platformen.md; after `make lock`
	$(GEREEDSCHAP)/bin/python tests/gegevens/platformen.py > .platformen && mv .platformen docs/platformen.md

stuklijst: .venv/klaar-test ## write the packages that come along as a bill of materials (CycloneDX): stuklijst.cdx.json
	$(BIN)/python -m tests.gegevens.stuklijst > stuklijst.cdx.json

audit: $(GEREEDSCHAP)/klaar ## ask whether a known vulnerability touches a pinned package
	$(GEREEDSCHAP)/bin/python tests/gegevens/doorlichten.py $(AUDIT)

.venv/bin/python:
	$(PYTHON) -m venv .venv || { rm -rf .venv; apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }

.venv/klaar: requirements.txt | .venv/bin/python
	$(BIN)/python $(INSTALLEER) -r requirements.txt
	touch $@

.venv/klaar-test: requirements.txt tests/requirements.txt | .venv/bin/python
	$(BIN)/python $(INSTALLEER) -r tests/requirements.txt
	touch $@ .venv/klaar

$(GEREEDSCHAP)/klaar: tests/gereedschap.txt | .venv/bin/python
	$(BIN)/python -m venv $(GEREEDSCHAP)
	$(GEREEDSCHAP)/bin/python $(INSTALLEER) -r tests/gereedschap.txt
	touch $@

.PHONY: kantoor
kantoor: ## LibreOffice, to recalculate the workbook and open the deck, nginx, to stand before two processes, and Valkey or Redis for what they share
	@{ command -v soffice && command -v nginx && { command -v valkey-server || command -v redis-server; }; } >/dev/null 2>&1 || { command -v apt-get >/dev/null 2>&1 \
		&& { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-impress-nogui poppler-utils nginx-light redis-server; } \
		|| echo "Zonder LibreOffice (soffice), nginx en Valkey of Redis slaan de tests over wat zij nodig hebben."; }

.PHONY: chromium
chromium: .venv/klaar-test ## Debian's Chromium without a window where there is apt, else the one that is there, else that of Playwright
	@command -v chromium-headless-shell >/dev/null 2>&1 || { command -v apt-get >/dev/null 2>&1 \
		&& { apt-get update -qq && apt-get install -y -qq chromium-headless-shell fonts-dejavu-core; } \
		|| command -v chromium >/dev/null 2>&1 || $(BIN)/playwright install chromium; }
