#!/usr/bin/env python3
"""`policy parse` beside UDPipe 1 and spaCy: speed on one text, start-up, memory, and agreement with treebanks.

usage: rivals.py --work FOLDER --treebanks FOLDER [--evaluator FILE] [--policy PROGRAM] [--rounds N] [--quick]
                 [--only-train] [TEXT...]

Needs the packages ufal.udpipe and spacy (pip install ufal.udpipe spacy); installs nothing. Trains both, once, into
FOLDER/udpipe and FOLDER/spacy, on ewt-train and gum-train of the treebanks' folder, briefly: their speed is that of
models of their usual size, their scores are lower than longer training makes them. --quick trains on 1000 sentences of
each treebank, once: for speed alone. Then all work on the same text, one after the other, N times (3), on one core and
one thread: the texts given, or gum-dev's, one behind the other and cut after 200 kB. Each time is a process of its own;
"whole" is the time of all of it, "warm" that of the text alone, with everything loaded and used before. Times are the
processor's, so that other programs disturb them little. The words are counted once, by policy, for all.

Scores are those of ewt-dev and gum-dev with their own sentences and words, by the evaluator that ud_scores.py names;
without one there are none. Exits with 77, as tests do that are skipped, where packages or treebanks are absent.
"""
import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import time

import ud_scores
import ud_tokens

SIZE = 200000
TRAIN, DEV = ("ewt-train.conllu", "gum-train.conllu"), ("ewt-dev.conllu", "gum-dev.conllu")
ID, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL = 0, 2, 3, 4, 5, 6, 7


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def size_of(path):
    """Bytes of a file, or of all files of a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


class Udpipe:
    """Tokenizer, tagger and lemmatizer, and parser with the hidden layer of UDPipe's own English models; one tagger
    does tags and lemmas, where those have two."""

    PACKAGE, NAME, PLACE, MODEL = "ufal.udpipe", "UDPipe 1", "udpipe", "english.udpipe"
    PARSER = ("embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;"
              "embedding_lemma=0;embedding_deprel=20;learning_rate=0.01;learning_rate_final=0.001;l2=0.5;"
              "hidden_layer=200;batch_size=10;transition_system=projective;transition_oracle=dynamic;"
              "structured_interval=0;iterations=")

    @classmethod
    def train(cls, place, paths, passes):
        from ufal import udpipe
        reader, error = udpipe.InputFormat.newConlluInputFormat(), udpipe.ProcessingError()
        sentences = udpipe.Sentences()
        for path in paths:
            reader.setText(read(path))
            sentence = udpipe.Sentence()
            while reader.nextSentence(sentence, error):
                sentences.append(sentence)
                sentence = udpipe.Sentence()
        model = udpipe.Trainer.train("morphodita_parsito", sentences, udpipe.Sentences(),
                                     f"early_stopping=0;epochs={passes}", f"iterations={passes}",
                                     f"{cls.PARSER}{passes}", error)
        if error.occurred():
            raise RuntimeError(error.message)
        with open(os.path.join(place, cls.MODEL), "wb") as file:
            file.write(model)

    def __init__(self, place):
        from ufal import udpipe
        model = udpipe.Model.load(os.path.join(place, self.MODEL))
        default = udpipe.Pipeline.DEFAULT
        self.model = model
        self.text = udpipe.Pipeline(model, "tokenize", default, default, "conllu")
        self.words = udpipe.Pipeline(model, "conllu", default, default, "conllu")

    def parse(self, text):
        self.text.process(text)

    def parse_words(self, path):
        return self.words.process(read(path))


class Spacy:
    """Its CPU pipeline as `spacy init config --optimize efficiency` makes it: tok2vec, tagger, morphologizer, trainable
    lemmatizer, parser. The text goes through nlp.pipe in its lines."""

    PACKAGE, NAME, PLACE, MODEL = "spacy", "spaCy", "spacy", "model-last"
    STEPS = 500  # for each pass that UDPipe makes

    @classmethod
    def train(cls, place, paths, passes):
        from pathlib import Path
        from spacy.cli.convert import convert
        from spacy.cli.init_config import init_config
        from spacy.cli.train import train as learn
        data, held, config = (os.path.join(place, name) for name in ("data", "held", "config.cfg"))
        for path in paths:
            convert(Path(path), held if path == paths[-1] else data, file_type="spacy", n_sents=10, converter="conllu")
        init_config(lang="en", pipeline=["tagger", "morphologizer", "trainable_lemmatizer", "parser"],
                    optimize="efficiency", gpu=False).to_disk(config)
        steps = cls.STEPS * passes
        learn(config, place, overrides={"paths.train": data, "paths.dev": held, "training.max_steps": steps,
                                        "training.eval_frequency": steps})

    def __init__(self, place):
        import spacy
        self.nlp = spacy.load(os.path.join(place, self.MODEL))

    def parse(self, text):
        for _ in self.nlp.pipe(line for line in text.split("\n") if line.strip()):
            pass

    def parse_words(self, path):
        """One document a sentence. Should it be cut in two there, the second root hangs from the first."""
        from spacy.tokens import Doc
        sentences = [block.split("\n") for block in read(path).split("\n\n") if block.strip()]
        docs, output = [], []
        for lines in sentences:
            rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
            docs.append(Doc(self.nlp.vocab, words=[row[1] for row in rows],
                            spaces=["SpaceAfter=No" not in row[9] for row in rows],
                            sent_starts=[i == 0 for i in range(len(rows))]))
        for lines, doc in zip(sentences, self.nlp.pipe(docs)):
            root = next(word.i for word in doc if word.head.i == word.i)
            for line in lines:
                cells = line.split("\t")
                if cells[ID].isdigit():
                    word = doc[int(cells[ID]) - 1]
                    cells[LEMMA:XPOS + 1] = word.lemma_ or "_", word.pos_ or "X", word.tag_ or "_"
                    cells[FEATS] = str(word.morph) or "_"
                    if word.head.i != word.i:
                        cells[HEAD], cells[DEPREL] = str(word.head.i + 1), word.dep_
                    else:
                        cells[HEAD], cells[DEPREL] = ("0", "root") if word.i == root else (str(root + 1), "parataxis")
                    line = "\t".join(cells)
                output.append(line)
            output.append("")
        return "\n".join(output) + "\n"


class Python:
    """libpolicy's own module for Python, where it can be imported and parses."""

    PACKAGE, NAME = "libpolicy", "libpolicy, Python"

    def __init__(self, place):
        import libpolicy
        self.parser = libpolicy.parse

    def parse(self, text):
        self.parser(text=text)


ENGINES = {engine.__name__.lower(): engine for engine in (Udpipe, Spacy, Python)}


def is_there(package):
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:
        return False


def beginning(path, place, count):
    """The first sentences of a treebank, in a file of their own."""
    short = os.path.join(place, os.path.basename(path))
    with open(short, "w", encoding="utf-8") as file:
        file.write("\n\n".join(read(path).split("\n\n")[:count]) + "\n\n")
    return short


def train(engine, work, treebanks, quick):
    """Trains an engine that has not been trained yet; returns where its model lies."""
    place = os.path.join(work, engine.PLACE)
    done = os.path.join(place, "trained")
    if not os.path.exists(done):
        os.makedirs(place, exist_ok=True)
        begin = time.monotonic()
        paths = [os.path.join(treebanks, name) for name in TRAIN + DEV[:1] * (engine is Spacy)]
        if quick:
            paths = [beginning(path, place, 1000) for path in paths]
        engine.train(place, paths, 1 if quick else 3)
        with open(done, "w", encoding="utf-8") as file:
            file.write(f"trained {'once, on 1000 sentences of each treebank' if quick else 'three times on all'},"
                       f" in {time.monotonic() - begin:.0f} s\n")
    print(engine.NAME, read(done), end="")
    return place


# ---- measuring: each time in a process of its own ------------------------------------------------------------------


def child(name, place, path):
    """Loads an engine and lets it work on a text twice; prints the seconds of the second time."""
    engine, text = ENGINES[name](place), read(path)
    for _ in range(2):
        begin = time.process_time()
        engine.parse(text)
        print(time.process_time() - begin)


def measure(command):
    """Seconds of the processor from start to end, peak memory in MB, and the output."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        raise RuntimeError(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.decode("utf-8")


def measure_policy(program, path, tiny):
    whole, memory, _ = measure([program, "parse", "-j1", "-o", os.devnull, path])
    start = measure([program, "parse", "-j1", "-o", os.devnull, tiny])[0]
    return whole, whole - start, memory


def measure_engine(name, place, path):
    both, memory, output = measure([sys.executable, os.path.abspath(__file__), "--child", name, place or "", path])
    first, second = map(float, output.split())
    return both - second, second, memory


def spread(values):
    return f"{(max(values) / min(values) - 1) * 100:.0f}%"


def print_speed(runs, words):
    """`runs`: of each name, the (whole, warm, memory) of each round; policy's first."""
    print(f"\n{'':20}{'whole s':>9}{'words/s':>9}{'policy is':>11}{'warm s':>9}{'words/s':>9}{'policy is':>11}{'spread':>8}"
          f"{'start s':>9}{'memory MB':>11}")
    best = {name: [min(column) for column in zip(*rounds)] for name, rounds in runs.items()}
    own = best["policy parse"]
    for name, (whole, warm, memory) in best.items():
        print(f"{name:20}{whole:9.2f}{words / whole:9.0f}{whole / own[0]:10.1f}x{warm:9.2f}{words / warm:9.0f}"
              f"{warm / own[1]:10.1f}x{spread([r[1] for r in runs[name]]):>8}"
              f"{min(r[0] - r[1] for r in runs[name]):9.2f}{memory:11.0f}")


def program(path):
    """The program itself, where `path` is the script that libtool makes for it, whose own start would count."""
    folder = os.path.join(os.path.dirname(os.path.abspath(path)), ".libs")
    real = os.path.join(folder, os.path.basename(path))
    if os.sep not in path or not os.path.exists(real):
        return path
    os.environ["LD_LIBRARY_PATH"] = folder
    return real


def print_scores(evaluator, options, places):
    print("\n" + ud_scores.head(28))
    for name in DEV:
        path = os.path.join(options.treebanks, name)
        parsers = {"policy": lambda p: ud_scores.parse_words(options.policy, p)}
        parsers.update((ENGINES[key].NAME, ENGINES[key](place).parse_words) for key, place in places.items())
        for parser, parse in parsers.items():
            print(ud_scores.row(f"{name[:-7]}, {parser}", ud_scores.score(evaluator, path, parse(path)), 28))


def write_text(options):
    """The text to work on, as a file in the work folder."""
    if options.texts:
        text = "\n".join(read(path) for path in options.texts)
    else:
        text = "\n\n".join(d.text for d in ud_tokens.documents(os.path.join(options.treebanks, DEV[1])))
    text = text.encode("utf-8")[:SIZE].decode("utf-8", "ignore")
    paths = [os.path.join(options.work, name) for name in ("text.txt", "tiny.txt")]
    for path, content in zip(paths, (text[:text.rfind("\n") + 1], "Yes.\n")):
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
    return paths


def compare(options, places):
    path, tiny = write_text(options)
    parsed = subprocess.run([options.policy, "parse", "-j1", path], stdout=subprocess.PIPE, check=True).stdout
    words = len(re.findall(rb"^\d+\t", parsed, re.MULTILINE))
    print(f"{os.path.getsize(path)} bytes, {words} words, {options.rounds} rounds, one core")
    engines = dict(places)
    if is_there(Python.PACKAGE) and hasattr(__import__(Python.PACKAGE), "parse"):
        engines["python"] = None
    else:
        print("no module libpolicy that parses: Python is left out")
    runs = {"policy parse": []}
    for _ in range(options.rounds):
        runs["policy parse"].append(measure_policy(options.policy, path, tiny))
        for key, place in engines.items():
            runs.setdefault(ENGINES[key].NAME, []).append(measure_engine(key, place, path))
    print_speed(runs, words)
    for key, place in places.items():
        print(f"{ENGINES[key].NAME}: model of {size_of(os.path.join(place, ENGINES[key].MODEL)) / 1e6:.1f} MB")


def main():
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True)
    parser.add_argument("--treebanks", required=True)
    parser.add_argument("--evaluator")
    parser.add_argument("--policy", default="policy")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only-train", action="store_true")
    parser.add_argument("texts", nargs="*", metavar="TEXT")
    options = parser.parse_args()
    engines = {key: ENGINES[key] for key in ("udpipe", "spacy")}
    missing = [engine.PACKAGE for engine in engines.values() if not is_there(engine.PACKAGE)]
    absent = [name for name in TRAIN + DEV if not os.path.exists(os.path.join(options.treebanks, name))]
    if missing or absent:
        print("skipped: needs", ", ".join(["the package " + name for name in missing] + absent))
        return 77
    options.policy = program(options.policy)
    os.environ["OMP_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    places = {key: train(engine, options.work, options.treebanks, options.quick) for key, engine in engines.items()}
    if options.only_train:
        return 0
    print("Trained briefly: their scores are lower than they could be.")
    compare(options, places)
    evaluator = ud_scores.load_evaluator(options.evaluator)
    if evaluator is not None:
        print_scores(evaluator, options, places)
    return 0


if __name__ == "__main__":
    sys.exit(main())
