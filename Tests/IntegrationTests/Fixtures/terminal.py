"""Types lines into a program on a terminal of its own, and prints what the terminal shows.

Usage: terminal.py PROGRAM ARGUMENT… < LINES

A line is typed once the terminal has been silent for a moment, as people do who read the answer first.
"""

import os
import pty
import select
import signal
import sys
import time

lines = sys.stdin.buffer.read().splitlines()
process, terminal = pty.fork()
if process == 0:
    os.environ["TERM"] = "dumb"
    os.execvp(sys.argv[1], sys.argv[1:])

shown = b""
end = time.monotonic() + 200
silent_since = None
while time.monotonic() < end:
    ready, _, _ = select.select([terminal], [], [], 0.1)
    if ready:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
        silent_since = time.monotonic()
    elif silent_since is not None and time.monotonic() - silent_since > 0.7:
        os.write(terminal, (lines.pop(0) if lines else b"\x04") + b"\n")
        silent_since = None if lines else time.monotonic()
else:
    os.kill(process, signal.SIGKILL)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
