# make run    install into .venv and show the guide
# make test   install what tests need, then lint, types and tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Where the official files are: BLS wage workbooks, BEA price parities, Census tables of places.
SHARED ?= ../shared/data

.PHONY: run test bench pictures golden wages clean

run: $(VENV)/.installed
	$(BIN)/cscareer roles

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/lookups.py
	$(BIN)/python bench/importing.py
	$(BIN)/python bench/finding.py
	$(BIN)/python bench/matching.py
	$(BIN)/python bench/paths.py

# Draw the README's pictures afresh from the program's real output.
pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures.py

# Write the golden files afresh; read the difference before you commit it.
golden: $(VENV)/.installed-dev
	CSCAREER_WRITE_GOLDEN=1 $(BIN)/pytest -q -n 0 tests/test_golden.py

# Write data/wages/ afresh from the official files.
wages: $(VENV)/.installed-dev
	$(BIN)/cscareer data import --used-only --to data $(SHARED)/*.xlsx $(SHARED)/oews_*.csv $(SHARED)/rpp_*.csv $(SHARED)/us_*.csv

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
