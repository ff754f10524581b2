"""What the library writes is valid under doc/policy-document.schema.json, and what the schema refuses, the library
refuses too. TAP; skipped where python3-jsonschema is absent."""

import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("1..0 # SKIP no python3-jsonschema")
    sys.exit(0)

SOURCE = os.environ.get("srcdir", ".")
TOOL = os.environ.get("POLICY", "policy")
done = 0


def load(*path):
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as file:
        return json.load(file)


def report(good, name, why=""):
    global done
    done += 1
    print(f"{'ok' if good else 'not ok'} {done} - {name}")
    if not good:
        print("# " + str(why).replace("\n", "\n# "))


def first_error(document):
    return next((f"{e.json_path}: {e.message[:200]}" for e in schema.iter_errors(document)), None)


def run(*arguments):
    return subprocess.run([TOOL, *arguments], capture_output=True, check=False)


def places(value, path=()):
    """The path of every value of a tree, the root's first."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if path + (key,) not in {("extra",), ("metadata", "citation")}:
            yield from places(item, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def spoiled(document):
    """Copies of a document, each with one thing wrong that a schema can see."""
    for path in places(document):
        value = at(document, path)
        if isinstance(value, dict) and path[-1:] != ("codes",):
            other = copy.deepcopy(document)
            at(other, path)["unheard"] = 1
            yield path + ("unheard",), other
        if not path:
            continue
        for wrong in (None, 7.5, "unheard", [{}]):
            other = copy.deepcopy(document)
            at(other, path[:-1])[path[-1]] = wrong
            yield path + (wrong,), other
        if isinstance(path[-1], str):
            other = copy.deepcopy(document)
            del at(other, path[:-1])[path[-1]]
            yield path + ("gone",), other


def check_refusals(document):
    """One of each kind of place is enough: /actors/0/kind stands for /actors/1/kind."""
    files = {}
    with tempfile.TemporaryDirectory() as folder:
        for path, other in spoiled(document):
            kind = str(["*" if isinstance(step, int) and not isinstance(step, bool) else step for step in path])
            if path[0] == "format" or kind in files or schema.is_valid(other):
                continue  # what does not name the format is read as another kind of file
            files[kind] = os.path.join(folder, f"{len(files)}.json")
            with open(files[kind], "w", encoding="utf-8") as out:
                json.dump(other, out)
        result, accepted = run("analyse", "-f", "jsonl", *files.values()), []
        if result.stdout:
            accepted = [kind for kind, file in files.items() if run("read", "-f", "json", file).returncode == 0]
    refused = result.stderr.count(b"\n")
    report(not accepted, f"{len(files)} documents that the schema refuses are refused", "\n".join(accepted))
    report(refused >= len(files) > 400, "each with a line, and they are many", f"{refused} lines")


schema = Draft202012Validator(load("doc", "policy-document.schema.json"))
Draft202012Validator.check_schema(schema.schema)
golden = load("tests", "golden", "full-document.json")
for name in ["tests/golden/full-document.json"] + sorted(
    os.path.relpath(path, SOURCE) for path in glob.glob(os.path.join(SOURCE, "tests/fuzz/seeds/json/*.json"))
):
    error = first_error(load(name))
    report(error is None, f"{name} is valid", error)

samples = sorted(glob.glob(os.path.join(SOURCE, "examples", "*.txt")))
report(len(samples) > 0, "there are sample documents")
for sample in samples:
    for command in (["read", "-f", "json"], ["analyse", "-f", "json"]):
        result = run(*command, sample)
        if result.returncode != 0:
            report(False, f"{' '.join(command)} {os.path.basename(sample)}", result.stderr.decode())
            continue
        error = first_error(json.loads(result.stdout))
        report(error is None, f"{' '.join(command)} {os.path.basename(sample)} is valid", error)
check_refusals(golden)
print(f"1..{done}")
