#!/usr/bin/env bash
# Measures the papers of the example's meeting in a release build, beside openpyxl writing the cells of
# the same papers as workbooks: the median of several runs of each. Needs python3 with openpyxl and
# python-docx.
# usage: benches/pack.sh [RUNS]     (7 unless given)
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo build --release --locked --quiet --bin tuijin
export TUIJIN_DB="$folder/t.db" TUIJIN_LANG=zh
while read -r day words; do
    # shellcheck disable=SC2086 # the words of a command
    TUIJIN_TODAY=$day target/release/tuijin $words --quiet >/dev/null
done <examples/first-batch/round/commands.txt
export TUIJIN_TODAY=2020-03-12
target/release/tuijin meeting plan 督办会 --month 2020-03 --on 2020-03-12 --quiet
# The copy of the day is made with the first write of a day; it is made by now.
cp "$folder/t.db" "$folder/before.db"
python3 benches/pack_peer.py "$runs" target/release/tuijin "$folder"
