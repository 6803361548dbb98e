#!/bin/sh
# A temporary PostgreSQL for the tests: nothing of it survives `stop`, so nothing of it waits for the disk.
#
#   scripts/postgres-for-tests.sh start           prints two lines: its folder, then its address (PARVIS_TEST_POSTGRES)
#   scripts/postgres-for-tests.sh start durable   the same with the usual settings: each commit waits for the disk
#   scripts/postgres-for-tests.sh restart DIR     stops it as a power cut does, and starts it again
#   scripts/postgres-for-tests.sh stop DIR        stops it and removes its folder
#
# Run as root, it gives the server to an ordinary user, because PostgreSQL refuses root.
set -eu

fail() {
    echo "postgres-for-tests: $*" >&2
    exit 1
}

# Debian keeps initdb and pg_ctl out of the PATH, one folder per version.
programs() {
    if command -v initdb >/dev/null 2>&1; then
        dirname "$(command -v initdb)"
        return
    fi
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
    [ -n "$newest" ] && [ -x "$newest/initdb" ] ||
        fail "PostgreSQL is missing. On Debian or Ubuntu: apt-get install postgresql"
    echo "$newest"
}

# What a measure of durability must keep, and the tests do without.
settings() {
    if [ "$1" = durable ]; then
        echo "-c shared_buffers=256MB"
    else
        echo "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB" \
            "-c autovacuum=off -c max_wal_size=256MB"
    fi
}

# The user who owns the server.
owner() {
    if [ "$(id -u)" -ne 0 ]; then
        id -un
    elif id postgres >/dev/null 2>&1; then
        echo postgres
    else
        echo nobody
    fi
}

as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u "$(owner)" -- "$@"
    else
        "$@"
    fi
}

start() {
    bin=$(programs)
    dir=$(mktemp -d "${TMPDIR:-/tmp}/parvis-postgres.XXXXXX")
    [ "$(id -u)" -ne 0 ] || chown "$(owner)" "$dir"
    chmod 700 "$dir"
    (
        cd "$dir"
        as_owner "$bin/initdb" --pgdata "$dir/data" --username parvis --auth trust \
            --encoding UTF8 --locale C.UTF-8 --no-sync >"$dir.log" 2>&1
        # The socket folder is the server's own: two runs never meet. No TCP port is taken at all.
        as_owner "$bin/pg_ctl" --pgdata "$dir/data" --log "$dir/data/server.log" --wait --timeout 60 --options \
            "-c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=400 $(settings "$1")" start >>"$dir.log" 2>&1
    ) || {
        cat "$dir.log" >&2
        fail "PostgreSQL did not start"
    }
    rm -f "$dir.log"
    echo "$dir"
    echo "postgresql://parvis@$(printf %s "$dir" | sed 's|/|%2F|g')/postgres"
}

restart() {
    (cd "$1" && as_owner "$(programs)/pg_ctl" --pgdata "$1/data" --log "$1/data/server.log" --mode immediate --wait restart >/dev/null) ||
        fail "PostgreSQL did not start again"
}

stop() {
    dir=$1
    [ -f "$dir/data/PG_VERSION" ] || fail "$dir is not a folder that start created"
    (cd "$dir" && as_owner "$(programs)/pg_ctl" --pgdata "$dir/data" --mode immediate --wait stop >/dev/null 2>&1) ||
        echo "postgres-for-tests: it was not running" >&2
    rm -rf "$dir"
}

case "${1:-}" in
start)
    case "${2:-}" in
    "" | durable) start "${2:-}" ;;
    *) fail "usage: start [durable]" ;;
    esac
    ;;
restart) [ $# -eq 2 ] || fail "usage: restart DIR"; restart "$2" ;;
stop) [ $# -eq 2 ] || fail "usage: stop DIR"; stop "$2" ;;
*) fail "usage: start [durable] | restart DIR | stop DIR" ;;
esac
