# One word for each task, the same for people and for CI. Everything is installed on first use.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
SETUP := python3 scripts/setup.py
# What is out of date is not built: rules and pages have a day by which they are checked again.
BUILD := $(PYTHON) -m scripts.checks.freshness && $(PYTHON) -m scripts.generator.build
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help setup site serve test lighthouse engines check cover legal law reproducible audit case fuzz scale bench shots paper pdf format lock sign clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: ## install everything (the other words do it by themselves)
	@$(SETUP) build test check

site: ## build build/site, build/offline, build/huanqing-offline.zip and build/huanqing.html
	@$(SETUP) build
	@$(BUILD)

serve: ## live preview for authors on http://127.0.0.1:8000
	@$(SETUP) build
	@$(PYTHON) -m scripts.serve

test: ## build the site and run every test
	@$(SETUP) build test
	@$(BUILD)
	@$(PYTHON) -m pytest $(PYTEST_ARGS)

lighthouse: ## scores of four pages on a cheap phone; wants a quiet machine
	@$(SETUP) build test
	@$(BUILD)
	@$(PYTHON) -m pytest -n 0 -m lighthouse tests/browser/test_speed.py

engines: ## the same page and what audits tried in Firefox, WebKit, Chromium 88, 90, 92 (Debian, as root)
	@$(SETUP) build test engines
	@$(BUILD)
	@$(PYTHON) -m pytest -m engines tests/engines

check: ## format, lint, types, import rules, content: under a minute
	@$(SETUP) build test check
	@$(PYTHON) -m scripts.checks

cover: ## line and branch coverage of the calculators: at least 98 % and 95 %
	@$(SETUP) build test
	@$(PYTHON) -m scripts.checks.cover

legal: ## for a lawyer: every sentence of law, and each letter, branch, route and verdict as a sheet to print
	@$(SETUP) build test check
	@$(PYTHON) -m scripts.checks.legal_sentences
	@$(PYTHON) -m scripts.checks.legal_sheets

law: ## compare what the rules quote with the articles kept; FROM=checkout of their source for news
	@$(SETUP) build
	@$(PYTHON) -m scripts.checks.law_watch $(if $(FROM),--against $(FROM))

reproducible: ## build the last commit twice, from nothing, and compare every byte
	@$(SETUP) build
	@$(PYTHON) -m scripts.checks.reproducible

audit: ## ask for known vulnerabilities of everything that is pinned (needs the network)
	@$(SETUP) build audit
	@$(PYTHON) -m scripts.checks.audit

case: ## check one example as a page gives it: make case FILE=overdue-cost-example.yml
	@$(SETUP) build
	@$(PYTHON) -m scripts.checks.cases $(FILE)

fuzz: ## 100,000 hostile links, files, fences and rules: an answer or one clear error
	@$(SETUP) build test
	@FUZZ_INPUTS=25000 $(PYTHON) -m pytest -q tests/fuzz

scale: ## build time and memory for 60, 600 and 6000 pages
	@$(SETUP) build
	@$(BUILD)
	@$(PYTHON) -m scripts.bench.scale

bench: ## measure the arithmetic against other libraries, start-up against bare Pyodide, and use
	@$(SETUP) build test bench
	@$(BUILD)
	@$(PYTHON) -m scripts.bench.finance
	@$(PYTHON) -m scripts.bench.boot --conditions full,cpu4
	@$(PYTHON) -m scripts.bench.boot --conditions slow --encoding br
	@$(PYTHON) -m scripts.bench.use

shots: ## screenshots of the key screens in build/shots
	@$(SETUP) build test
	@$(BUILD)
	@$(PYTHON) -m scripts.shots

paper: ## the sheets of build/paper as PDF, one page each
	@$(SETUP) build test
	@$(BUILD)
	@$(PYTHON) -m scripts.printing sheets

pdf: ## the paper edition, A5, with contents and page numbers, in build/ (with SITE_URL: a QR code)
	@$(SETUP) build test paper
	@$(BUILD)
	@$(PYTHON) -m scripts.printing book

format: ## rewrite Python files in the project's format
	@$(SETUP) build test check
	@ruff format . && ruff check --fix .

lock: ## compile requirements/*.in again (needs uv)
	@for group in build desk cluster test check bench paper audit bootstrap pip; do \
	  uv pip compile -q --universal --python-version 3.13 --generate-hashes --allow-unsafe \
	    --no-header --no-emit-index-url -o requirements/$$group.txt requirements/$$group.in || exit 1; done

sign: ## sign build/SHA256SUMS with your own minisign key, beside it as SHA256SUMS.minisig
	@command -v minisign > /dev/null || { echo "sign: install minisign, then make a key once: minisign -G"; exit 1; }
	minisign -S -m build/SHA256SUMS -t "$$(cut -c1-16 build/SHA256SUMS | tr '\n' ' ')"

clean: ## remove what was built, keep what was installed
	rm -rf build
