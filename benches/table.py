"""The table that is printed: one line for each comparison, each with its target where it has one."""

import statistics
import sys

from timing import median, spread

HEADS = (
    "part | what | ours, s | beside it | its time, s | ratio of the clock | of processor time | "
    "peak MiB, ours / its | target | "
).split("|")


def seconds(runs):
    value = median(runs)
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s"


def peak(runs):
    value = median(runs, "peak")
    return f"{value:.0f}" if value else "small"


class Table:
    def __init__(self):
        self.lines, self.missed = [], []

    def compare(self, part, what, ours, beside, theirs, target=None, unless=None):
        """`target` is the largest ratio wanted; `unless` a time in seconds below which it does not count."""
        ratios = [mine.clock / its.clock for mine, its in zip(ours, theirs)]
        cpu = [mine.processor / max(its.processor, 1e-4) for mine, its in zip(ours, theirs)]
        met = ""
        if target is not None:
            good = statistics.median(ratios) <= target or (unless is not None and median(ours) <= unless)
            met = "met" if good else "**missed**"
            if not good:
                self.missed.append(f"{part}: {what}: {statistics.median(ratios):.2f} × beside {target} ×")
        wanted = "" if target is None else f"≤ {target} ×" + (f" or {unless} s" if unless else "")
        self.add(
            part, what, seconds(ours), beside, seconds(theirs), spread(ratios), spread(cpu),
            f"{peak(ours)} / {peak(theirs)}", wanted, met,
        )

    def under(self, part, what, value, most):
        """A time alone, which must stay under `most` seconds."""
        good = value < most
        if not good:
            self.missed.append(f"{part}: {what}: {value:.2f} s beside {most} s")
        self.add(part, what, f"{value:.3f} s", "", "", "", "", "", f"< {most} s", "met" if good else "**missed**")

    def slope(self, part, what, seconds, slope, most):
        """How processor time grows; the slope must not be above `most`."""
        if slope > most:
            self.missed.append(f"{part}: {what}: slope {slope:.2f} beside {most}")
        told = " / ".join(f"{value:.3f}" for value in seconds)
        met = "met" if slope <= most else "**missed**"
        self.add(part, what, told, "", "", "", f"slope {slope:.2f}", "", f"slope ≤ {most}", met)

    def add(self, *cells):
        self.lines.append(cells)
        print("  " + " | ".join(cells), file=sys.stderr)

    def text(self):
        rows = [[head.strip() for head in HEADS], ["---"] * len(HEADS), *self.lines]
        text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
        return text + "\n\n" + ("\n".join(["Missed:", *self.missed]) if self.missed else "Every target is met.")
