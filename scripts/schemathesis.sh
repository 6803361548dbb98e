#!/usr/bin/env bash
# Asks every call of the API what its document allows and what it does not, against a real server with the demonstration.
# EXAMPLES bounds the examples of each call.
set -euo pipefail
cd "$(dirname "$0")/.."

PARVIS=${PARVIS:-target/debug/parvis}
EXAMPLES=${EXAMPLES:-15}

fail() {
    echo "schemathesis: $*" >&2
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

# Each call is counted: the limits of a token and of strangers would end the run. Nothing is sent to the addresses that the tool draws.
cat >"$folder/parvis.toml" <<EOF
[webhooks]
send = false
[limits]
api = { burst = 1000000, every_seconds = 1 }
api-stranger = { burst = 1000000, every_seconds = 1 }
EOF
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$PARVIS" serve --demo --config "$folder/parvis.toml" --data "$folder/demo" --listen "127.0.0.1:$port" >"$folder/log" 2>&1 &
server=$!
root="http://127.0.0.1:$port/rochebrune/api/v1"
for _ in $(seq 240); do
    curl --silent --fail --output /dev/null "$root/openapi.json" && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; fail "the server did not start"; }
    sleep 0.5
done
scopes=(procedures:read dossiers:read dossiers:write messages:write decisions:read webhooks:manage)
token=$("$PARVIS" admin create-token --config "$folder/parvis.toml" --data "$folder/demo" --organisation rochebrune \
    --name schemathesis --days 1 "${scopes[@]/#/--scope=}" 2>/dev/null)

# The numbers of drafts come from the links that the tool infers from answers. One worker: with several, CPython before 3.11.8 may end with
# "AST constructor recursion depth mismatch" (https://github.com/python/cpython/issues/106905).
SCHEMATHESIS_HOOKS=scripts/schemathesis/hooks.py "$tools/schemathesis" --config-file scripts/schemathesis/schemathesis.toml run "$root/openapi.json" --url "$root" --header "Authorization: Bearer $token" \
    --max-examples "$EXAMPLES" --max-time 120 --workers 1 --request-timeout 10 --no-color "$@"
