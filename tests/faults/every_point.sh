#!/bin/sh
# Every call that changes the disk of every command of tests/faults/life.txt, disturbed in turn:
# killed there, the disk full there once and from there on, the disk failing there. Prints a table
# of the faults tried, survived and lost; exit code 1 when one was lost. TUIJIN_SCENE names one
# command alone; TUIJIN_STRIDE=5 takes every fifth point.
set -u
cd "$(dirname "$0")/../.."
cargo test --locked --test faults -- --ignored --nocapture at_every_point || exit 1
