# make run    install into .venv and show the guide
# make test   install what tests need, then lint, types and tests
# make quick  the tests that take no more than moments
# make docs   build the documentation site
PYTHON ?= python3
VENV := .venv
unexport PYTHONDONTWRITEBYTECODE  # or each of the hundred processes that tests start compiles everything anew
BIN := $(VENV)/bin

# Where the official files are: BLS wage workbooks, BEA price parities, Census tables of places.
SHARED ?= ../shared/data

.PHONY: run test quick bench pictures docs golden wages titles fuzz patterns commands faults lowest audit dist sbom try clean

run: $(VENV)/.installed
	$(BIN)/cscareer roles

test: export HYPOTHESIS_PROFILE = thorough
test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --num-workers 2
	$(BIN)/lint-imports
	$(BIN)/pytest

quick: export HYPOTHESIS_PROFILE = quick
quick: $(VENV)/.installed-dev
	$(BIN)/pytest -q -m 'not slow'

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/lookups.py
	$(BIN)/python bench/importing.py
	$(BIN)/python bench/finding.py
	$(BIN)/python bench/titles.py
	$(BIN)/python bench/postings.py
	$(BIN)/python bench/matching.py
	$(BIN)/python bench/paths.py
	$(BIN)/python bench/assistants.py
	$(BIN)/python bench/bulk.py titles
	$(BIN)/python bench/bulk.py postings 2500
	$(BIN)/python bench/report.py
	$(BIN)/python bench/tickets.py

# Draw the README's pictures afresh from the program's real output.
pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures.py

# Build the documentation site into build/site, a warning being an error; it can be opened, and searched, without a network.
docs: $(VENV)/.installed-docs
	$(BIN)/python docs/building.py

# Write the golden files and the list of public names afresh; read the difference before you commit it.
golden: $(VENV)/.installed-dev
	CSCAREER_WRITE_GOLDEN=1 $(BIN)/pytest -q -n 0 tests/test_golden.py tests/test_package.py

# Write data/wages/ (official wages, prices, projections, related work) afresh from the official files.
wages: $(VENV)/.installed-dev
	$(BIN)/cscareer data import --used-only --retrieved 2026-11-26 --to data $(SHARED)/*.xlsx $(SHARED)/oews_*.csv $(SHARED)/rpp_*.csv $(SHARED)/us_*.csv $(SHARED)/cpi_*.csv $(SHARED)/projections.csv $(SHARED)/oews_*.csv.gz $(SHARED)/onet_related.csv $(SHARED)/onet_elements_related.csv $(SHARED)/onet_jobzones.csv $(SHARED)/onet_to_oews.csv

# Fuzz the readers: make fuzz FOR=10m READER=money,dates ENGINE=hypothesis|random|atheris|extremes
fuzz: FOR ?= 10m
fuzz: $(VENV)/.installed-dev
	$(BIN)/python fuzz/run.py --for $(FOR) --reader "$(READER)" --engine $(or $(ENGINE),hypothesis)

# Attack every pattern with texts made of its own parts; PART=2/4 takes the second quarter of them
patterns: $(VENV)/.installed-dev
	$(BIN)/python fuzz/patterns.py --part $(or $(PART),1/1)

# Give such texts to whole commands that read text: make commands FOR=10m COMMAND=match,posting
commands: FOR ?= 10m
commands: $(VENV)/.installed-dev
	$(BIN)/python fuzz/commands.py --for $(FOR) --command "$(COMMAND)"

# Stop writers in the middle, fill their disk, turn their clock back: make faults KIND=kills,signals TIMES=100
faults: $(VENV)/.installed-dev
	$(BIN)/python fuzz/faults.py $(if $(KIND),--kind $(KIND)) --times $(or $(TIMES),20)

# The lowest versions allowed: a short selection of tests in an environment of its own; needs uv.
lowest: $(VENV)/.installed-dev
	$(BIN)/python release/lowest.py

# What the program needs: licences, and vulnerabilities known where the registry answers (STRICT=1: it must).
audit: $(VENV)/.installed-release
	$(BIN)/python release/audit.py $(if $(STRICT),--strict)

# Wheel and sdist of the last commit, built twice and equal, and the list of their parts (CycloneDX), into dist/.
dist sbom: $(VENV)/.installed-release
	$(BIN)/python release/dist.py

# Install the wheel into an empty environment of each Python at hand, and run it.
try: dist
	$(BIN)/python release/trying.py dist/*.whl

# Write data/titles/ afresh from the titles O*NET lists.
titles: $(VENV)/.installed-dev
	$(BIN)/python -c "from pathlib import Path; from cscareer.titles.importing import import_titles; import_titles(Path('$(SHARED)/onet_titles_all.csv.gz'), Path('data/titles'))"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

# Nothing is compiled before it is imported: most of what the tools bring never is.
$(VENV)/.installed-dev: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[dev]'
	touch $@ $(VENV)/.installed

$(VENV)/.installed-docs: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $@ $(VENV)/.installed

$(VENV)/.installed-release: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[release]'
	touch $@

clean:
	rm -rf $(VENV) build dist .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
