# Every task of the project. `make` alone lists them.
# Needs: Python 3.11 or later with venv and pip, and make.

PYTHON ?= python3
DATA ?= ../shared/data
VENV := .venv
BIN := $(VENV)/bin
TRAIN := .venv-train
CODE := src tests training benchmarks tools

# The lock files hold every package with its hash, so pip has nothing to resolve.
INSTALL := -m pip install --quiet --disable-pip-version-check --no-deps
LOCKED := $(INSTALL) --require-hashes --only-binary :all: --requirement
EDITABLE := $(INSTALL) --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# --- Environments. Each stamp file says that the environment fits its lock file. ---

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.lock pyproject.toml | $(BIN)/python
	$(BIN)/python $(LOCKED) requirements/run.lock
	$(BIN)/python $(EDITABLE)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/run.stamp
	$(BIN)/python $(LOCKED) requirements/dev.lock
	@touch $@

$(VENV)/bench.stamp: requirements/bench.lock $(VENV)/run.stamp
	$(BIN)/python $(LOCKED) requirements/bench.lock
	@touch $@

$(TRAIN)/train.stamp: requirements/train.lock pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAIN)/bin/python $(LOCKED) requirements/train.lock
	$(TRAIN)/bin/python $(EDITABLE)
	@touch $@

# --- Using it ---

.PHONY: demo
demo: $(VENV)/run.stamp ## Read an example page and show the record
	$(BIN)/onrecord read examples/harbour-talks.txt --published 2024-05-17
	@echo
	@echo 'The same as a web page:  $(BIN)/onrecord read examples/harbour-talks.txt --format html --out record.html'
	@echo 'Any other news page:     $(BIN)/onrecord read FILE-OR-ADDRESS'

# --- Checking it ---

.PHONY: test
test: $(VENV)/dev.stamp ## Run the tests
	$(BIN)/python -m pytest

.PHONY: soak
soak: $(VENV)/dev.stamp ## Read thousands of pages: do memory and speed hold?
	$(BIN)/python -m pytest -m soak

.PHONY: lint
lint: $(VENV)/dev.stamp ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(CODE)

.PHONY: format
format: $(VENV)/dev.stamp ## Put imports and layout right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: $(VENV)/bench.stamp ## Measure accuracy and speed, against peers (DATA=folder)
	$(BIN)/python -m benchmarks --data $(DATA) --out BENCHMARKS.md

# --- Renewing what is made from something else ---

.PHONY: schema
schema: $(VENV)/run.stamp ## Renew record.schema.json from record.py
	$(BIN)/onrecord schema > src/onrecord/record.schema.json.new
	mv src/onrecord/record.schema.json.new src/onrecord/record.schema.json

.PHONY: cases
cases: $(VENV)/dev.stamp ## Renew the records in tests/cases; review the difference
	$(BIN)/python -m tools.cases

.PHONY: docs
docs: $(VENV)/run.stamp ## Renew the output shown in the documents
	$(BIN)/python -m tools.shown_output README.md

.PHONY: lock
lock: $(VENV)/dev.stamp ## Renew the lock files from pyproject.toml
	sh requirements/lock.sh $(BIN)/uv

.PHONY: model
model: $(TRAIN)/train.stamp ## Train the model and export it (DATA=folder)
	$(TRAIN)/bin/python -m training --data $(DATA)

.PHONY: clean
clean: ## Remove the environments and caches
	rm -rf $(VENV) $(TRAIN) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
