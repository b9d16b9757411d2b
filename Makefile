# dragoman: `make demo` to see it, `make test` to try all of it, `make help` for the rest.
# Needs Python 3.11 or newer and git; everything else is set up inside .venv.

SHELL := /bin/sh
BIN := .venv/bin
READY := .venv/.ready
VENDOR := src/dragoman/web/static/vendor/versions.json
GAZETTEER := src/dragoman/gazetteer
WORLD := $(GAZETTEER)/data/world.sqlite
LOCKS := requirements/uv.txt requirements/node.txt requirements/runtime.txt requirements/dev.txt
PYTEST := $(BIN)/python -m pytest
WORKERS ?= auto
SCREENSHOTS ?= screenshots

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format lock wheel screenshots clean

help: ## what there is to do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

demo: setup ## build the example dossier, serve it and print the address
	@$(BIN)/dragoman demo

test: setup ## every test, the browser tests too
	$(PYTEST) -n $(WORKERS) --maxprocesses=4 --dist=loadgroup

check: setup ## format, lint, types and the fast tests: under a minute
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST) -q -n $(WORKERS) --maxprocesses=4 --dist=worksteal -m "not browser and not slow"

format: setup ## put the code into its usual form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: setup ## pictures of the pages, taken by the browser tests, into screenshots/
	DRAGOMAN_SCREENSHOTS="$(abspath $(SCREENSHOTS))" $(PYTEST) -m browser
	@echo "pictures in $(SCREENSHOTS)/"

wheel: setup ## the package to install elsewhere, into dist/
	$(BIN)/python -m build --no-isolation

lock: ## newer versions of everything, written into the lock files
	sh scripts/lock.sh

clean: ## remove all that make made, and nothing a person made
	rm -rf .venv dist build screenshots src/dragoman/web/static/vendor $(GAZETTEER)/data frontend/node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests bench docs examples -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

setup: $(READY) $(VENDOR) $(WORLD) ## make .venv, as the lock files say (the others call this)

$(READY): pyproject.toml hatch_build.py scripts/setup.sh frontend/package.json frontend/package-lock.json $(LOCKS)
	@sh scripts/setup.sh
	@touch $@

# The set-up itself makes both: these are for when one is missing, or the way it is compiled has changed.
$(VENDOR): | $(READY)
	@$(BIN)/python hatch_build.py

$(WORLD): $(GAZETTEER)/compile.py $(GAZETTEER)/folding.py | $(READY)
	@$(BIN)/python hatch_build.py
	@touch $@
