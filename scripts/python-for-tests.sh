#!/bin/sh
# The Python programs of the tests, in a folder of their own under target/: prints the folder of their commands.
# Installs them the first time, and again when scripts/requirements-for-tests.txt changes.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "python-for-tests: $*" >&2
    exit 1
}

place=$PWD/target/python-for-tests
wanted=scripts/requirements-for-tests.txt

if ! cmp -s "$wanted" "$place/installed.txt"; then
    rm -rf "$place"
    mkdir -p "$(dirname "$place")"
    python3 -m venv "$place" >&2 ||
        fail "Python 3 with venv is missing. On Debian or Ubuntu: apt-get install python3-venv"
    "$place/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" >&2 ||
        fail "the Python programs of the tests could not be installed"
    cp "$wanted" "$place/installed.txt"
fi
echo "$place/bin"
