#!/usr/bin/env bash
# Provokes every fault again and writes docs/reliability.md. PARVIS_KILL_ROUNDS=100 kills the server a hundred times.
set -euo pipefail
cd "$(dirname "$0")/.."

observations=$PWD/target/observations
postgres_folder= s3_folder=

finish() {
    [ -z "$postgres_folder" ] || scripts/postgres-for-tests.sh stop "$postgres_folder"
    [ -z "$s3_folder" ] || scripts/s3-for-tests.sh stop "$s3_folder"
}
trap finish EXIT

said=$(scripts/postgres-for-tests.sh start)
{ read -r postgres_folder && read -r PARVIS_TEST_POSTGRES; } <<<"$said"
said=$(scripts/s3-for-tests.sh start)
{ read -r s3_folder && read -r PARVIS_TEST_S3; } <<<"$said"
export PARVIS_TEST_POSTGRES PARVIS_TEST_S3 PARVIS_OBSERVATIONS=$observations

rm -f "$observations"
cargo test --workspace --test it -- bad_days:: hostile:: failing:: foreign:: lies:: examining:: names::
cargo xtask reliability "$observations" write
