# make report: build the sample draft.  make test: every check (make quick: the tests of a minute).  Both need only Python >= 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: report test quick bench images clean

report: $(VENV)/.installed
	$(BIN)/drafting build
	@echo "見本の答申案: $(CURDIR)/outputs/答申案.docx"
	@echo "              $(CURDIR)/outputs/答申案.md"

test: $(VENV)/.installed-dev
	$(BIN)/ruff check drafting tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

# Without LibreOffice, injected faults and the widest combinations: to run while working
quick: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto -m "not slow and not office" --hypothesis-profile quick

# The pictures in docs/ and README; needs LibreOffice and poppler
images: $(VENV)/.installed
	$(BIN)/python docs/images/render.py

bench: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,bench]"
	$(BIN)/python tests/bench/run.py

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[pdf,xlsx]"
	$(BIN)/python -m compileall -q drafting
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -m compileall -q drafting
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
