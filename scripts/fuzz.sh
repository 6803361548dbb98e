#!/usr/bin/env bash
# Looks for input that breaks the readers, guided by coverage: each target for FUZZ_SECONDS (60). Needs a nightly toolchain and
# cargo-fuzz. `make test` gives the same targets drawn input, with neither.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${FUZZ_SECONDS:-60}

fail() {
    echo "fuzz: $*" >&2
    exit 1
}

cargo +nightly --version >/dev/null 2>&1 || fail "a nightly toolchain is missing: rustup toolchain install nightly"
cargo +nightly fuzz --version >/dev/null 2>&1 || fail "cargo-fuzz is missing: cargo install cargo-fuzz"

# The procedures of the library are where the search begins.
mkdir -p fuzz/corpus/procedure
cp procedures/*.yaml fuzz/corpus/procedure/

for target in procedure expression entries answers; do
    echo "=== $target, $seconds s"
    cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=20 -max_len=200000
done
