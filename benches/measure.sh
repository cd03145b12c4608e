#!/usr/bin/env bash
# Measures an import of many rows in a release build: reading beside calamine alone, then the whole
# import with its time and peak memory. Needs python3 with openpyxl, and GNU time.
# usage: benches/measure.sh [ROWS]     (100000 unless given)
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo build --release --locked --quiet --bin tuijin
python3 benches/make_rows.py "$rows" "$folder/rows.xlsx"
cargo bench --locked --quiet --bench reading -- "$folder/rows.xlsx"
export TUIJIN_DB="$folder/t.db" TUIJIN_LANG=en TUIJIN_TODAY=2026-01-01
target/release/tuijin init --quiet
peak() { /usr/bin/time -f "%e s, %M KiB at the peak" "$@" >/dev/null; }
echo "rehearsal:"
peak target/release/tuijin import "$folder/rows.xlsx" --admit --dry-run --yes --quiet
echo "import:"
peak target/release/tuijin import "$folder/rows.xlsx" --admit --yes --quiet
echo "the same again, unchanged:"
peak target/release/tuijin import "$folder/rows.xlsx" --admit --yes --quiet
