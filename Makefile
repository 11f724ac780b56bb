# The commands of this project; `make help` lists them. Everything happens inside this folder.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out

.DEFAULT_GOAL := help
.PHONY: help run test lint fix bench shots story dist clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/run.ready ## set up, then open the planner on the sample plan; without a display do its main job
	@tools/install_system_packages.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(BIN)/interview-planner window --sample; \
	else \
	  $(BIN)/interview-planner demo --out $(OUT) \
	  && QT_QPA_PLATFORM=offscreen INTERVIEW_PLANNER_HOME=$(OUT)/home \
	     $(BIN)/interview-planner window --sample --picture $(OUT)/window.png \
	  && echo "There is no display. A picture of the window is in $(OUT)/window.png."; \
	fi

test: $(VENV)/dev.ready ## set up, then run every test, with coverage
	@tools/install_system_packages.sh test
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered --cov-report=json:build/coverage.json
	$(BIN)/python tools/check_coverage.py build/coverage.json

lint: $(VENV)/dev.ready ## style, types and architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/dev.ready ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev.ready ## measure speed; prints the figures and stores build/bench.json
	$(BIN)/python -m tools.bench --out build/bench.json

shots: $(VENV)/dev.ready ## draw every view and dialog, in both themes and languages, into build/shots
	@tools/install_system_packages.sh run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.shots --out build/shots

story: $(VENV)/dev.ready ## play the sample day by real keys in a real window, with pictures in build/story
	@tools/install_system_packages.sh story
	$(BIN)/python -m tools.live_story --out build/story

dist: $(VENV)/dev.ready ## make the packaged program in dist/, and try it
	@tools/install_system_packages.sh dist
	$(BIN)/python -m PyInstaller --noconfirm --distpath dist --workpath build/pyinstaller build_spec/interview-planner.spec
	tools/try_dist.sh dist/interview-planner

$(VENV)/bin/python:
	@tools/install_system_packages.sh run
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(VENV)/run.ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/dev.ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev
	@touch $@ $(VENV)/run.ready

clean: ## remove everything that was built here
	rm -rf $(VENV) build dist $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
