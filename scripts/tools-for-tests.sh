#!/usr/bin/env bash
# What the tests need beside Rust and Node.js: a browser, a PostgreSQL, a Java for the HTML validator, a Python with venv.
# Installs what is missing by apt when root; otherwise says in one line what to install, and fails.
set -euo pipefail

fail() {
    echo "tools-for-tests: $*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

has_postgresql() {
    has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

missing() {
    has chromium || has chromium-browser || has google-chrome || [ -n "${PARVIS_CHROMIUM:-}" ] || echo chromium fonts-dejavu-core
    has java || echo default-jre-headless
    has_postgresql || echo postgresql
    python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3 python3-venv
}

install() {
    # The package of PostgreSQL would otherwise create a cluster of its own and start it.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}

has cargo || fail "Rust is missing: install rustup (rustup.rs), then the toolchain of Cargo.toml."
cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 ||
    fail "clippy or rustfmt is missing: rustup component add clippy rustfmt"
has npm || fail "Node.js 20 or later and npm are missing: install nodejs and npm."
[ "$(node --print 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node.js $(node --version) is too old: 20 or later."

mapfile -t packages < <(missing | tr ' ' '\n')
if [ "${#packages[@]}" -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
        fail "the tests need more tools. On Debian or Ubuntu: sudo apt-get install ${packages[*]}"
    fi
    install "${packages[@]}"
    mapfile -t packages < <(missing | tr ' ' '\n')
    [ "${#packages[@]}" -eq 0 ] || fail "still missing after installation: ${packages[*]}"
fi
echo "browser, PostgreSQL, Java and Python are here"
