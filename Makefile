# Two commands do everything: make report, make test. Python 3.11 or newer and make are all they need.
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: help report test lab check lock docs wheel clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

report: $(VENV)/.report ## build reports/ (about a minute, after the packages are there)
	$(BIN)/claimbook report

lab: $(VENV)/.report ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks/explore.ipynb

check: $(VENV)/.report ## check claims and data
	$(BIN)/claimbook check

demo-search: $(VENV)/.report ## rehearse the searches with a local server in place of PubMed
	$(BIN)/python -m tests.demo_search

test: $(VENV)/.test ## lint, types, structure and tests (some minutes)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/claimbook check
	$(BIN)/pytest -n 2

docs: $(VENV)/.report ## write again what is generated: methods page, schemas, README table
	$(BIN)/claimbook methods --out docs/methods.md
	$(BIN)/claimbook schema --out schemas
	$(BIN)/python -m tests.readme

catalogue: $(VENV)/.report ## write new messages into the catalogues of src/claimbook/language
	$(BIN)/python -m tools.catalogue

screenshots: $(VENV)/.test ## take the pictures of the README again (needs chromium)
	$(BIN)/python -m tests.screenshots

lock: ## choose the versions again (needs uv and the network)
	uv pip compile pyproject.toml --extra test --extra bench --extra train --universal --python-version 3.11 --upgrade --no-header --no-annotate \
		--quiet --output-file constraints.txt

clean: ## remove everything that was made here
	rm -rf $(VENV) reports build dist .claimbook .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamps say what is installed; they are made again when the list of packages changes.
$(VENV)/.report: $(VENV)/.made
	$(call install,--editable .)
	@touch $@

$(VENV)/.test: $(VENV)/.made
	$(call install,--editable '.[test]')
	@touch $@ $(VENV)/.report

$(VENV)/.made: pyproject.toml constraints.txt
ifneq ($(UV),)
	$(UV) venv --quiet --clear --python '>=3.11' $(VENV)
else
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer was not found; install it, or say make PYTHON=/path/to/python'; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
endif
	@touch $@

ifneq ($(UV),)
install = $(UV) pip install --quiet --python $(BIN)/python --constraint constraints.txt $(1)
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt $(1)
endif
