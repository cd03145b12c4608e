#!/bin/sh
# Every write, fsync, unlink and rename of every command of tests/faults/scene.rs, disturbed in
# turn: killed there, the disk full there, the disk failing there. Prints a table of the points
# tried; exit code 1 when one of them left a library that is neither as before nor as after.
set -u
cd "$(dirname "$0")/../.."
cargo test --locked --test faults -- --ignored --nocapture at_every_point || exit 1
