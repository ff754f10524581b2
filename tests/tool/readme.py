"""The README's examples are true: each program runs and prints what stands under it.

A fenced block in C, Python or Lua is a program, and the next block marked `text` is its output. Programs in a
language that was not built are skipped.
"""

import os
import re
import subprocess
import sys
import tempfile

source, build = os.environ["srcdir"], os.environ["builddir"]
PYTHON_STAGE, LUA_STAGE = "bindings/python/stage", "bindings/lua/.libs"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks():
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        return FENCE.findall(file.read())


def has(path):
    return os.path.exists(os.path.join(build, path))


def environment():
    libs = os.path.join(build, ".libs")
    env = dict(os.environ, LD_LIBRARY_PATH=libs, PATH=build + os.pathsep + os.environ["PATH"])
    env["PYTHONPATH"] = os.path.join(build, PYTHON_STAGE)
    env["LUA_PATH"] = os.path.join(source, "bindings/lua/?.lua")
    env["LUA_CPATH"] = os.path.join(build, LUA_STAGE, "?.so")
    return env


def run(command):
    done = subprocess.run(command, cwd=source, env=environment(), capture_output=True, text=True, encoding="utf-8")
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def run_c(code, folder):
    path, program = os.path.join(folder, "ask.c"), os.path.join(folder, "ask")
    with open(path, "w", encoding="utf-8") as file:
        file.write(code)
    flags = [f"-I{source}/include", f"-L{build}/.libs", "-lpolicy", *os.environ.get("SANITIZE", "").split()]
    subprocess.run([*os.environ["CC"].split(), "-std=c11", "-Wall", "-Werror", path, "-o", program, *flags], check=True)
    return run([program])


def run_script(code, folder, runner):
    path = os.path.join(folder, "ask")
    with open(path, "w", encoding="utf-8") as file:
        file.write(code)
    return run([*runner, path])


def output_of(language, code, folder):
    """What a program prints, or None when its language was not built."""
    if language == "c":
        return run_c(code, folder)
    if os.environ.get("SANITIZE"):
        return None
    if language == "python" and has(PYTHON_STAGE + "/libpolicy/_core.so"):
        return run_script(code, folder, [os.environ["PYTHON"]])
    if language == "lua" and has(LUA_STAGE + "/libpolicy_core.so"):
        return run_script(code, folder, [os.environ["LUA"]])
    return None


def cases():
    program = None
    for language, code in blocks():
        if language in ("c", "python", "lua"):
            program = (language, code)
        elif language == "text" and program:
            yield program, code
            program = None


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = list(cases())
        print(f"1..{len(found)}")
        failed = 0
        for number, ((language, code), want) in enumerate(found, 1):
            got = output_of(language, code, folder)
            if got is None:
                print(f"ok {number} - {language} # SKIP this binding was not built")
                continue
            good = got.strip() == want.strip()
            failed += not good
            print(f"{'ok' if good else 'not ok'} {number} - {language}")
            if not good:
                print("".join(f"# {line}\n" for line in got.splitlines()), end="")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
