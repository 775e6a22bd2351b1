# make run    install into .venv and show the guide
# make test   install what tests need, then lint, types and tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench pictures golden clean

run: $(VENV)/.installed
	$(BIN)/cscareer roles

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/startup.py

# Draw the README's pictures afresh from the program's real output.
pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures.py

# Write the golden files afresh; read the difference before you commit it.
golden: $(VENV)/.installed-dev
	CSCAREER_WRITE_GOLDEN=1 $(BIN)/pytest -q tests/test_golden.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
