#!/bin/sh
# A temporary storage that speaks S3, for the tests: in memory, on this machine only.
#
#   scripts/s3-for-tests.sh start      prints two lines: its folder, then its address (PARVIS_TEST_S3)
#   scripts/s3-for-tests.sh stop DIR   stops it and removes its folder
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "s3-for-tests: $*" >&2
    exit 1
}

# The port that the server chose, once it says so.
port() {
    sed -n 's|.*Running on http://127\.0\.0\.1:\([0-9]*\).*|\1|p' "$1/server.log" | head -n 1
}

start() {
    programs=$(scripts/python-for-tests.sh)
    dir=$(mktemp -d "${TMPDIR:-/tmp}/parvis-s3.XXXXXX")
    "$programs/moto_server" --host 127.0.0.1 --port 0 >"$dir/server.log" 2>&1 &
    echo $! >"$dir/pid"
    waited=0
    while [ -z "$(port "$dir")" ]; do
        waited=$((waited + 1))
        if [ "$waited" -gt 300 ] || ! kill -0 "$(cat "$dir/pid")" 2>/dev/null; then
            cat "$dir/server.log" >&2
            fail "the storage did not start"
        fi
        sleep 0.1
    done
    echo "$dir"
    echo "http://127.0.0.1:$(port "$dir")"
}

stop() {
    dir=$1
    [ -f "$dir/pid" ] || fail "$dir is not a folder that start created"
    kill "$(cat "$dir/pid")" 2>/dev/null || echo "s3-for-tests: it was not running" >&2
    rm -rf "$dir"
}

case "${1:-}" in
start) start ;;
stop) [ $# -eq 2 ] || fail "usage: stop DIR"; stop "$2" ;;
*) fail "usage: start | stop DIR" ;;
esac
