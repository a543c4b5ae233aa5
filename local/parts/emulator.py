"""Runs the AWS emulator, and ends it and its function workers when its standard input ends (see supervise.ts).

Asked with SIGTERM it goes on until its open connections close; it has no state that is worth the wait.
"""

import os
import signal
import sys
import threading

import cloudwatch
from ministack.app import main


def end_with_input():
    while sys.stdin.buffer.read(4096):
        pass
    os.killpg(os.getpgid(0), signal.SIGKILL)


threading.Thread(target=end_with_input, daemon=True).start()
cloudwatch.fill_in()
main()
