#!/usr/bin/env python3
"""`libpolicy.read` beside trafilatura: pages a second on one core, in one run.

usage: readers.py [--rounds N] FILE.html...

Needs the package trafilatura (pip install trafilatura) and libpolicy on PYTHONPATH; installs nothing, and exits with 77,
as tests do that are skipped, where one is absent. Both read the same bytes from memory, in one process, one after the
other, N times (3); trafilatura with its defaults, which find the main text, and libpolicy with its own, which find that
and the rest. Times are the processor's, so that other programs disturb them little; the least of the rounds counts.
"""
import argparse
import os
import sys
import time


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def seconds(read, pages):
    """What reading all pages takes, and how many could be read."""
    begin, good = time.process_time(), 0
    for page in pages:
        try:
            good += read(page) is not None
        except Exception:  # whatever a reader throws, the page counts as not read
            pass
    return time.process_time() - begin, good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("files", nargs="+", metavar="FILE.html")
    arguments = parser.parse_args()
    try:
        import libpolicy
        import trafilatura
    except ImportError as error:
        skip(str(error))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pages = [open(name, "rb").read() for name in arguments.files]
    readers = {"libpolicy": libpolicy.read, "trafilatura": trafilatura.extract}
    least = {}
    for _ in range(arguments.rounds):
        for name, read in readers.items():
            least[name] = min(least.get(name, (float("inf"), 0)), seconds(read, pages))
    print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB, least of {arguments.rounds} rounds, one core")
    for name, (time_taken, good) in least.items():
        print(f"{name:12} {len(pages) / time_taken:8.1f} pages/s   {good} read")
    print(f"libpolicy is {least['trafilatura'][0] / least['libpolicy'][0]:.1f} times as fast")


if __name__ == "__main__":
    main()
