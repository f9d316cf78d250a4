# make run    the site with example content, on http://localhost:8000 (PORT=, DATABASE_URL=)
# make test   every check, browser tests included
# make bench  how fast it is, with 1,000, 10,000 and 100,000 initiatives (SIZES=1000,10000)
# make format, make shell, make clean

PORT ?= 8000
SITE_URL ?= http://localhost:$(PORT)
DEBUG ?= true
export DEBUG SITE_URL
export PYTHONUNBUFFERED = 1

# The first Python that is new enough. A name alone proves nothing: it is asked to run.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin

.PHONY: run test bench format shell clean browser
.DEFAULT_GOAL := run

run: .venv/ready-to-run
	@exec $(BIN)/python manage.py serve --port $(PORT)

test: .venv/ready-to-test browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python manage.py makemigrations --check
	$(BIN)/pytest -v -n 2

browser: .venv/ready-to-test
	@.ci/browser

# A quarter of an hour on two cores; nothing else should run. What it measures: docs/performance.md
SIZES ?= 1000,10000,100000
bench: .venv/ready-to-test
	@$(BIN)/python -m bench.run --sizes $(SIZES)

format: .venv/ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

shell: .venv/ready-to-run
	$(BIN)/python manage.py shell

# Everything that was made here, the embedded database and its content included.
clean:
	rm -rf .venv var .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready-to-run: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-to-test: requirements-dev.txt .venv/ready-to-run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "No virtual environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
