"""Runs a command and everything it starts for as long as standard input stays open.

    with-its-life.py FOLDER LOG COMMAND [ARGUMENT ...]

Whoever starts this holds the other end of the pipe. When that process ends, however it ends, the pipe closes: then the
command, its children and FOLDER go, too. The emulator's functions are processes of their own, so ending the emulator
alone would leave them behind.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time

SECONDS_TO_END = 5


def alive(group):
    try:
        os.killpg(group, 0)
        return True
    except ProcessLookupError:
        return False
    except PermissionError:
        return True


def end(command):
    for what in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(command.pid, what)
        except ProcessLookupError:
            return
        limit = time.monotonic() + SECONDS_TO_END
        while time.monotonic() < limit:
            # Collects the command itself: a process that ended and was not collected still counts as alive.
            command.poll()
            if not alive(command.pid):
                return
            time.sleep(0.05)


def main(folder, log, *arguments):
    # Ctrl-C in a terminal reaches every process there; this one has to be the last.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with open(log, "ab") as out:
        command = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )

    def told_to_end():
        while os.read(0, 1024):
            pass
        end(command)

    threading.Thread(target=told_to_end, daemon=True).start()
    code = command.wait()
    # It may have ended by itself and left its children.
    end(command)
    shutil.rmtree(folder, ignore_errors=True)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
