#!/bin/sh
# Checks the descriptions of procedures that the tests wrote (PARVIS_DESCRIPTIONS) against the shapes of CPSV-AP.
set -eu
cd "$(dirname "$0")/.."

tools=$(scripts/python-for-tests.sh)
exec "$tools/python" scripts/public-services.py data/cpsv-ap/cpsv-ap-3.2.0.ttl "${1:-target/descriptions}"
