#!/usr/bin/env bash
# Makes a client of the API from its document, with a generator that knows nothing of Parvis, and runs with it the whole path of a
# dossier against a real server with the demonstration: scripts/client/path.py. Nothing of the generated client is changed.
set -euo pipefail
cd "$(dirname "$0")/.."

PARVIS=${PARVIS:-target/debug/parvis}

fail() {
    echo "client: $*" >&2
    exit 1
}

[ -x "$PARVIS" ] || fail "$PARVIS is missing: cargo build -p parvis-server"
tools=$(scripts/python-for-tests.sh)

folder=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
PARVIS_WEBHOOKS_LOOPBACK=true "$PARVIS" serve --demo --data "$folder/demo" --listen "127.0.0.1:$port" >"$folder/log" 2>&1 &
server=$!
root="http://127.0.0.1:$port"
api="$root/rochebrune/api/v1"
for _ in $(seq 240); do
    curl --silent --fail --output "$folder/openapi.json" "$api/openapi.json" && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; fail "the server did not start"; }
    sleep 0.5
done
scopes=(procedures:read dossiers:read dossiers:write messages:write decisions:read webhooks:manage)
token=$("$PARVIS" admin create-token --data "$folder/demo" --organisation rochebrune \
    --name client --days 1 "${scopes[@]/#/--scope=}" 2>/dev/null)

# A problem that the generator meets in the document is a failure: what it leaves out, no client has.
"$tools/openapi-python-client" generate --path "$folder/openapi.json" --config scripts/client/generator.yaml \
    --meta none --output-path "$folder/parvis_client" --fail-on-warning || fail "the generator does not understand the document"
PYTHONPATH=$folder PARVIS_TOKEN=$token "$tools/python" scripts/client/path.py "$root" rochebrune
