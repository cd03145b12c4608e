"""Times commands in turn: clock, processor time and peak memory of each run, and what compares them."""

import dataclasses
import os
import resource
import statistics
import subprocess
import time


@dataclasses.dataclass
class Run:
    clock: float  # seconds
    processor: float  # seconds, user and system
    peak: float  # MiB, the largest resident set; 0 where it is not above that of this program


def timed(words, env=None, stdin=None):
    """One run of a command whose output nobody reads."""
    began = time.perf_counter()
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    process = subprocess.Popen(words, env=env, stdin=source, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed with {process.returncode}: {words}")
    # A child begins as a copy of this program, so that its peak is never told below that of this one.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = used.ru_maxrss / 1024 if used.ru_maxrss > own * 1.02 else 0
    return Run(clock, used.ru_utime + used.ru_stime, peak)


def in_turn(rounds, runners):
    """Runs each of the named runners once a round, so that a disturbance meets all of them."""
    runs = {name: [] for name in runners}
    for _ in range(rounds):
        for name, runner in runners.items():
            runs[name].append(runner())
    return runs


def spread(values, digits=2):
    """Median, with the smallest and the largest where there are several."""
    middle = f"{statistics.median(values):.{digits}f}"
    if len(values) == 1:
        return middle
    return f"{middle} ({min(values):.{digits}f}..{max(values):.{digits}f})"


def median(runs, what="clock"):
    return statistics.median(getattr(run, what) for run in runs)
