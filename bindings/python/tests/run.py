"""Runs the tests with pytest and speaks TAP: one line for each test.

The package under test lies in bindings/python/stage of the build folder, or where POLICY_PYTHONPATH says.
A library with AddressSanitizer needs its runtime first in the process, so that one is started anew.
"""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STAGE = os.environ.get("POLICY_PYTHONPATH") or os.path.join(os.environ.get("builddir", "."), "bindings/python/stage")


def sanitized():
    """The environment for a library with AddressSanitizer, or None."""
    if "address" not in os.environ.get("SANITIZE", "") or "libasan" in os.environ.get("LD_PRELOAD", ""):
        return None
    compiler = os.environ.get("CC", "cc").split()
    runtime = subprocess.run([*compiler, "-print-file-name=libasan.so"], capture_output=True, text=True, check=True)
    options = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"  # CPython leaves much to the end of the process
    return {**os.environ, "LD_PRELOAD": runtime.stdout.strip(), "ASAN_OPTIONS": options, "PYTHONMALLOC": "malloc"}


class Tap:
    """A pytest plugin that prints what Automake reads."""

    def __init__(self, out):
        self.out, self.count = out, 0

    def say(self, good, name, more=""):
        self.count += 1
        print("ok" if good else "not ok", self.count, "-", name, more, file=self.out, flush=True)

    def pytest_collectreport(self, report):
        if report.failed:
            self.say(False, report.nodeid)
            self.explain(report)

    def pytest_runtest_logreport(self, report):
        name = report.nodeid.rpartition("/")[2].replace("#", "")
        if report.skipped:
            self.say(True, name, f"# SKIP {report.longrepr[2] if isinstance(report.longrepr, tuple) else ''}")
        elif report.when == "call" or report.failed:
            self.say(report.passed, name)
            self.explain(report)

    def explain(self, report):
        if report.failed:
            print(*("# " + line for line in str(report.longrepr).splitlines()), sep="\n", file=self.out, flush=True)


def main():
    environment = sanitized()
    if environment is not None:
        os.execve(sys.executable, [sys.executable, *sys.argv], environment)
    if "thread" in os.environ.get("SANITIZE", ""):
        print("1..0 # SKIP the interpreter itself is not made for ThreadSanitizer")
        return 0
    sys.dont_write_bytecode = True
    try:
        import pytest
    except ImportError:
        print("1..0 # SKIP pytest is not installed")
        return 0
    sys.path.insert(0, STAGE)
    os.environ["PYTHONPATH"] = STAGE
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    tap = Tap(sys.stdout)
    sys.stdout = sys.stderr
    status = pytest.main(["-p", "no:cacheprovider", "-p", "no:terminal", f"--rootdir={HERE}",
                          *(sys.argv[1:] or [HERE])], plugins=[tap])
    print(f"1..{tap.count}", file=tap.out)
    return 0 if status in (0, 5) else 1


if __name__ == "__main__":
    sys.exit(main())
