# Every command a person types. A bare `make` lists them.
RECENT := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# the first Python that runs and is recent enough; a version manager's shim may exist and not run
PYTHON ?= $(shell for p in python3.12 python3.13 python3.11 python3 python; do $$p -c '$(RECENT)' 2>/dev/null && echo $$p && break; done)
REPORTS ?= corpus/reports
OUT ?= outputs
CORPUS ?= corpus/reports
TEXTS ?=
BIN := .venv/bin
# two environments in one folder: what extraction needs, and on top of it what the tests need
READY := .venv/.ready
DEV := .venv/.dev
NEEDS := pyproject.toml .constraints.txt .hashes/build.txt .hashes/run.txt

SECONDS ?= 600

.PHONY: help extract review screenshots test check evaluate train bench fuzz docs samples site wheel fresh pins audit clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

extract: $(READY) ## reports into JSON: make extract [REPORTS=file-or-folder] [OUT=folder]
	@$(BIN)/workreport extract "$(REPORTS)" -o "$(OUT)"

review: $(READY) ## confirm the numbers in a browser: make review [OUT=JSON-or-folder]
	@test -e "$(OUT)" && test -n "$$(find "$(OUT)" -name '*.json' -print -quit)" || $(BIN)/workreport extract "$(REPORTS)" -o "$(OUT)"
	@$(BIN)/workreport review "$(OUT)"

screenshots: $(DEV) ## pictures of the review page into outputs/screenshots (needs Chromium)
	@$(BIN)/python -m tests.screenshots outputs/screenshots

test: $(DEV) ## run the tests, a file a process, one more at once than there are processors
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(DEV) ## lint and types (ruff, mypy)
	@$(BIN)/ruff check pipeline tests workreport
	@$(BIN)/mypy
	@$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32

evaluate: $(READY) ## score the pipeline on labelled reports: make evaluate [CORPUS=labels] [TEXTS=folder]
	@$(BIN)/workreport evaluate "$(CORPUS)" $(if $(TEXTS),--texts "$(TEXTS)")

train: $(READY) ## retrain the passage classifier from corpus/ into models/
	@$(BIN)/workreport train --corpus corpus/reports --corpus corpus/passages

bench: $(DEV) ## how fast, beside jieba alone, in one run: make bench (some minutes)
	@$(BIN)/python -m tests.bench

fuzz: $(DEV) ## made-up reports and damaged files, for a time: make fuzz [SECONDS=600]
	@$(BIN)/python -m tests.fuzz $(SECONDS)

docs: $(DEV) ## write anew the pages that come from the source
	@$(BIN)/python -m tests.pages docs

samples: $(DEV) ## write the sample outputs of docs/samples anew
	@$(BIN)/python -m tests.samples docs/samples

site: $(DEV) ## the site into site/, strict: a broken link fails it
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

clean: ## remove the environment, outputs and caches
	rm -rf .venv .fresh .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz site dist *.egg-info
	find outputs -mindepth 1 -type f ! -name .gitkeep ! -name 'review.sqlite3*' -delete  # a person's decisions are no output
	find outputs -mindepth 1 -type d -empty -delete
	find . -name __pycache__ -prune -exec rm -rf {} +

wheel: $(DEV) ## dist/: the wheel, and beside it in dist/wheels all it needs, to install where there is no network
	@rm -rf dist && $(BIN)/python -m pip wheel --quiet --disable-pip-version-check -c .constraints.txt -w dist/wheels '.[tables,review,sql]'
	@cp dist/wheels/workreport_zh-*.whl dist/
	@echo "dist/：pip install --no-index --find-links dist/wheels 'workreport-zh[tables,review,sql]'"

fresh: wheel ## the wheel in an environment of its own (.fresh), without a network, and the code of all pages in it
	@$(BIN)/python -m tests.fresh
	@WORKREPORT_FRESH="$(CURDIR)/.fresh" $(BIN)/python -m pytest tests/test_wheel.py

pins: ## write .hashes/ anew after a change of pyproject.toml or .constraints.txt (needs uv)
	@echo 'setuptools' | $(HASHES) - -o .hashes/build.txt
	@$(HASHES) pyproject.toml --extra review -o .hashes/run.txt

audit: $(READY) ## known weaknesses in what is pinned (pip-audit; asks the index)
	@test -x .venv/audit/bin/pip-audit || { $(BIN)/python -m venv .venv/audit && .venv/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1; }
	@$(BIN)/python -m tests.audit .venv/audit/bin/pip-audit

# The environment: with uv where it is installed, else venv and pip; made anew when the requirements change. Every file that
# is installed is checked against its SHA-256; jieba, of which there is only the source, is built by a setuptools so checked,
# and this project itself, which is the checkout (no file that could have a hash), likewise, with nothing fetched for it.
$(READY): $(NEEDS)
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(RECENT)' || { echo "需要 Python 3.11 至 3.13（可用 make PYTHON=/path/to/python3.12 指定）" >&2; exit 1; }
	@echo "正在准备环境 .venv（只在第一次，约一分钟，700 MB）…"
	@if command -v uv >/dev/null 2>&1; then uv venv --quiet --clear --python "$(PYTHON)" .venv; else "$(PYTHON)" -m venv --clear .venv; fi
	@$(PUT) --require-hashes --no-deps -r .hashes/build.txt
	@$(PUT) --require-hashes --no-build-isolation -r .hashes/run.txt
	@$(PUT) --no-deps --no-build-isolation -e .
	@touch $(READY)

$(DEV): $(READY)
	@echo "正在准备测试用的工具（只在第一次，再要约一分钟）…"
	@$(PUT) -c .constraints.txt -e '.[dev]'
	@touch $(DEV)

# what installs into .venv
PUT = $$(command -v uv >/dev/null 2>&1 && echo uv pip install --quiet --python .venv || echo $(BIN)/python -m pip install --quiet --disable-pip-version-check)
HASHES = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make pins' -c .constraints.txt
