"""Plays a person at a terminal: `drive.py ANSWER... -- COMMAND...`.

The command's stdin and stderr are a terminal; whenever it has asked (its words end with a colon and
a space) the next answer is typed. `EOF` is the key that ends input. What the terminal showed goes to
stderr, the command's stdout is left as it is, and so is its exit code.
"""

import os
import select
import subprocess
import sys

cut = sys.argv.index("--")
answers, command = sys.argv[1:cut], sys.argv[cut + 1 :]
ours, theirs = os.openpty()
child = subprocess.Popen(command, stdin=theirs, stderr=theirs)
os.close(theirs)
shown, fresh = b"", b""
while True:
    if not select.select([ours], [], [], 60)[0]:
        child.kill()
        sys.exit("nothing was asked, and nothing ended, for a minute: " + shown.decode())
    try:
        read = os.read(ours, 4096)
    except OSError:  # the other end is closed
        read = b""
    if not read:
        break
    shown += read
    fresh += read
    if fresh.endswith(b": "):
        answer = answers.pop(0) if answers else "EOF"
        os.write(ours, b"\x04" if answer == "EOF" else answer.encode() + b"\n")
        fresh = b""
os.write(2, shown.replace(b"\r\n", b"\n"))
sys.exit(child.wait())
