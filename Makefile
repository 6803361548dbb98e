# Two commands: `make run` to try Parvis, `make test` to trust a change. `make help` lists the others.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# One profile for everything but `bench`, so that what one command built serves the other.
PROFILE := dev
BINARY := target/debug/parvis
LISTEN ?= 127.0.0.1:8080

FRONT_END := $(shell find crates/web/frontend -type f 2>/dev/null)

.PHONY: help run build assets test check fmt journeys reliability bench dist fuzz clean-demo

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: build ## build, load the demonstration in ./demo-data and serve it on http://127.0.0.1:8080
	@echo "[3/3] Demonstration: loading and serving (Ctrl-C to stop)"
	@exec $(BINARY) serve --demo --data ./demo-data --listen $(LISTEN)

build: assets
	@echo "[2/3] Program: minutes the first time, then seconds"
	@cargo build --profile $(PROFILE) --bin parvis

assets: crates/web/dist/manifest.txt ## build the style sheet and the script, when they changed

crates/web/dist/manifest.txt: node_modules/.package-lock.json $(FRONT_END)
	@echo "[1/3] Style sheet and script"
	@npm run --silent build
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json
	@echo "[1/3] Packages of the style sheet"
	@npm ci --no-fund --no-audit --loglevel=error
	@touch $@

test: ## everything that must hold: format, lints, checks, both engines, journeys
	@scripts/test.sh

check: assets ## what is quick: format, lints, checks of the house
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --profile $(PROFILE) -- -D warnings
	cargo xtask all

fmt: ## format the Rust code
	cargo fmt --all

fuzz: ## look for input that breaks the readers of files, expressions and answers (FUZZ_SECONDS each; nightly toolchain)
	@scripts/fuzz.sh

journeys: build journeys/node_modules/.package-lock.json ## the journeys through a real browser
	cd journeys && npm test

journeys/node_modules/.package-lock.json: journeys/package.json journeys/package-lock.json
	cd journeys && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error
	@touch $@

reliability: assets ## provoke every fault again, and write docs/reliability.md
	@scripts/reliability.sh

bench: assets ## measure, in release, and write docs/performance.md
	cargo bench --package parvis-server --bench house

dist: assets ## what installers receive: archive, Debian package, inventory (CycloneDX), checksums, container recipe
	@scripts/dist.sh

clean-demo: ## forget the demonstration's data
	rm -rf -- ./demo-data
