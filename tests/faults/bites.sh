#!/bin/sh
# Shows that the tests of faults find what they are there to find: a copy of the tree is broken by each
# patch of tests/faults/broken in turn, and a test must fail. Exit code 1 when one does not.
set -u
cd "$(dirname "$0")/../.."
root=$(pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git archive HEAD | tar -x -C "$copy"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$copy/target}"
cd "$copy" || exit 1
export TUIJIN_SCENE="appeal log" TUIJIN_STRIDE="${TUIJIN_STRIDE:-9}"
missed=0
# Which test must notice which patch.
while read -r patch notices; do
    patch -s -p1 < "$root/tests/faults/broken/$patch.patch" || exit 1
    if ! cargo test -q --locked --no-run $notices > build.log 2>&1; then
        echo "$patch: does not build"; tail -20 build.log; missed=1
    elif cargo test -q --locked $notices > test.log 2>&1; then
        echo "$patch: NOT NOTICED by $notices"; missed=1
    else
        echo "$patch: noticed by $notices"
        grep -m 2 -E "written before|taken away before|not synced|renamed before|neither as|not whole|exit |are left|assertion" test.log | cut -c1-200
    fi
    patch -s -R -p1 < "$root/tests/faults/broken/$patch.patch" || exit 1
    # What is taken back is newer than what was built of it.
    grep '^+++ b/' "$root/tests/faults/broken/$patch.patch" | sed 's/^+++ b.//' | xargs touch
done <<'LIST'
no_fsync --test faults -- what_is_written
no_journal --test faults -- disturbed
outside_transaction --test faults -- what_is_written disturbed
unstaged_output --test faults -- what_is_written disturbed
unsynced_output --test faults -- what_is_written
row_to_blame --test faults -- --ignored at_every_point
formula --lib -- formulas_are_guarded
LIST
exit $missed
