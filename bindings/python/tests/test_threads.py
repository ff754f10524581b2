"""Threads: many read one document; long calls let others run; Ctrl-C ends them."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import libpolicy
from conftest import SAMPLES, SANITIZED

LONG = "\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)


def long_text(seconds):
    """A text whose analysis takes about so long."""
    start = time.perf_counter()
    libpolicy.analyse(text=LONG)
    return "\n\n".join([LONG] * max(2, int(seconds / (time.perf_counter() - start))))


def test_eight_threads_read_one_document(opinion):
    def read(_):
        for _ in range(5 if SANITIZED else 40):
            out = [(actor.name, [each.span for each in actor.mentions]) for actor in opinion.actors]
            out += [token.form for token in opinion.tokens] + [part.text for part in opinion.recommendations]
            out += [opinion.position(n) for n in range(0, len(opinion.text), 97)]
            out.append(opinion.to_json(tokens=True))
        return out

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(read, range(8)))
    assert all(result == results[0] for result in results)


def test_threads_drop_the_same_document():
    def work(_):
        for _ in range(200):
            actors = libpolicy.analyse(text="Japan should help Ghana.").actors
            assert actors["GHA"].document.actors["JPN"].name == "Japan"

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))


def ticks(work):
    """How often per second another thread runs meanwhile, and how long it takes."""
    stop, count = threading.Event(), 0

    def tick():
        nonlocal count
        while not stop.is_set():
            count += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    stop.set()
    thread.join()
    return count / seconds, seconds


@pytest.mark.parametrize("name", ["analyse", "parse", "read", "to_json", "from_json", "to_conllu", "summary"])
def test_long_calls_let_others_run(name):
    text = long_text(0.6)
    doc = libpolicy.analyse(text=text)
    data = doc.to_json(tokens=True)
    work = {"analyse": lambda: libpolicy.analyse(doc), "parse": lambda: libpolicy.parse(doc),
            "to_conllu": lambda: [doc.to_conllu() for _ in range(5)],
            "read": lambda: [libpolicy.read(text=text) for _ in range(9)],
            "to_json": lambda: [doc.to_json(tokens=True) for _ in range(5)],
            "from_json": lambda: [libpolicy.Document.from_json(data) for _ in range(5)],
            "summary": lambda: [doc.summary() for _ in range(5)]}[name]
    free, _ = ticks(lambda: time.sleep(0.3))
    best = 0
    for _ in range(5):  # the machine may be busy with other things; with the lock held it is 0.02 at most
        rate, seconds = ticks(work)
        best = max(best, rate / free)
        if best >= 0.3:
            break
    assert best >= 0.3, (best, seconds)


def test_progress_is_called_with_the_lock_held():
    seen = []

    def work(n):
        libpolicy.analyse(SAMPLES[n % len(SAMPLES)], progress=lambda done: seen.append((n, done)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))
    assert {n for n, _ in seen} == set(range(40))


def test_an_exception_in_one_thread_stays_there():
    def work(n):
        def progress(done):
            if n % 2:
                raise KeyError(n)

        try:
            return libpolicy.analyse(SAMPLES[0], progress=progress) is not None
        except KeyError as error:
            return error.args == (n,)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(40)))


PROGRAM = """
import libpolicy, sys
text = sys.stdin.read()
print("ready", flush=True)
try:
    while True:
        libpolicy.analyse(text=text)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_ctrl_c_ends_a_long_call():
    text = long_text(0.4)
    child = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    child.stdin.write(text)
    child.stdin.close()
    assert child.stdout.readline() == "ready\n"
    time.sleep(0.5)
    os.kill(child.pid, signal.SIGINT)
    assert child.stdout.readline() == "interrupted\n"
    assert child.wait(30) == 0


def test_workers_of_their_own_process(opinion):
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        docs = list(pool.map(libpolicy.analyse, [str(path) for path in SAMPLES[:2]]))
        with pytest.raises(FileNotFoundError) as caught:
            pool.submit(libpolicy.analyse, "/no/such/file").result()
    assert caught.value.filename == "/no/such/file"
    assert docs == [libpolicy.analyse(path) for path in SAMPLES[:2]]
