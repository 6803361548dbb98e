#!/usr/bin/env bash
# Everything that must hold before a change is kept. Each part runs even when an earlier one failed, unless it
# could not mean anything then; a part that could not run is a failure. A table at the end says what took how long.
set -uo pipefail
cd "$(dirname "$0")/.."

PROFILE=dev
STATEMENTS=$PWD/target/statements
SNAPSHOTS=$PWD/target/snapshots-compared
OBSERVATIONS=$PWD/target/observations
DESCRIPTIONS=$PWD/target/descriptions

names=() results=() seconds=()
failed=0
postgres_folder= s3_folder=

# part NAME COMMAND...: runs the command and notes how it ended.
part() {
    local name=$1 began=$SECONDS result=ok
    shift
    echo
    echo "=== $name"
    "$@" || result=FAILED
    note "$name" "$result" $((SECONDS - began))
    [ "$result" = ok ]
}

note() {
    names+=("$1") results+=("$2") seconds+=("$3")
    [ "$2" = ok ] || failed=$((failed + 1))
}

# could_not NAME...: parts that mean nothing after what failed.
could_not() {
    for name in "$@"; do note "$name" "NOT RUN" 0; done
}

summary() {
    echo
    echo "=== summary"
    for index in "${!names[@]}"; do
        printf '  %-28s %-8s %5d s\n' "${names[index]}" "${results[index]}" "${seconds[index]}"
    done
    printf '  %-28s %-8s %5d s\n' total "$([ "$failed" -eq 0 ] && echo ok || echo FAILED)" "$SECONDS"
}

finish() {
    local code=$?
    trap - EXIT
    stop_database
    stop_storage
    summary
    [ "$code" -eq 0 ] && [ "$failed" -gt 0 ] && code=1
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start_database() {
    local said
    said=$(scripts/postgres-for-tests.sh start) || return 1
    { read -r postgres_folder && read -r PARVIS_TEST_POSTGRES; } <<<"$said"
    export PARVIS_TEST_POSTGRES
    [ -n "$PARVIS_TEST_POSTGRES" ] && echo "PostgreSQL is ready"
}

stop_database() {
    [ -z "$postgres_folder" ] || scripts/postgres-for-tests.sh stop "$postgres_folder"
    postgres_folder=
}

start_storage() {
    local said
    said=$(scripts/s3-for-tests.sh start) || return 1
    { read -r s3_folder && read -r PARVIS_TEST_S3; } <<<"$said"
    export PARVIS_TEST_S3
    [ -n "$PARVIS_TEST_S3" ] && echo "S3 is ready"
}

stop_storage() {
    [ -z "$s3_folder" ] || scripts/s3-for-tests.sh stop "$s3_folder"
    s3_folder=
}

rust_tests() {
    rm -rf "$STATEMENTS" "$SNAPSHOTS" "$OBSERVATIONS" "$DESCRIPTIONS"
    mkdir -p "$STATEMENTS"
    local settings=(
        "PARVIS_STATEMENT_LOG=$STATEMENTS"
        "INSTA_SNAPSHOT_REFERENCES_FILE=$SNAPSHOTS"
        "PARVIS_OBSERVATIONS=$OBSERVATIONS"
        "PARVIS_DESCRIPTIONS=$DESCRIPTIONS"
        INSTA_UPDATE=no
    )
    if cargo nextest --version >/dev/null 2>&1; then
        env "${settings[@]}" cargo nextest run --workspace --cargo-profile $PROFILE --no-fail-fast
    else
        env "${settings[@]}" cargo test --workspace --profile $PROFILE --no-fail-fast --lib --bins --tests
    fi
}

part "tools" scripts/tools-for-tests.sh || exit 1
part "style sheet and script" make --no-print-directory assets || exit 1
part "format" cargo fmt --all --check
part "lints" cargo clippy --workspace --all-targets --profile $PROFILE --quiet -- -D warnings
part "checks of the house" cargo xtask all
if part "temporary PostgreSQL" start_database && part "temporary S3" start_storage && part "tests on both engines" rust_tests; then
    part "every statement executed" cargo xtask statements "$STATEMENTS"
    part "every snapshot compared" cargo xtask snapshots "$SNAPSHOTS"
    part "every fault told" cargo xtask reliability "$OBSERVATIONS"
    part "public services" scripts/public-services.sh "$DESCRIPTIONS"
else
    could_not "every statement executed" "every snapshot compared" "every fault told" "public services"
fi
stop_database
stop_storage
part "examples of the documents" cargo test --workspace --doc --profile $PROFILE --quiet
part "every call of the API" scripts/schemathesis.sh
part "a generated client" scripts/client.sh
part "scripts of the pages" node --test crates/web/frontend/tests/
part "journeys in a browser" make --no-print-directory journeys
