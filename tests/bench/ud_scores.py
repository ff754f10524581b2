#!/usr/bin/env python3
"""How well `policy parse` agrees with a treebank: its words, tags, lemmas and trees.

usage: ud_scores.py --evaluator FILE [--policy PROGRAM] [TREEBANK.conllu...]

FILE is the evaluator of the CoNLL 2018 shared task or its successor, udeval.py of the package udtools; it is no part of
this project. Default treebanks: ewt-dev and gum-dev in $POLICY_GOLD/treebanks, else ../shared/treebanks. Each is
parsed with its own sentences and words, and from the text that ud_tokens.py makes of it. Figures are F1 in per cent;
relations are compared without their subtypes, as the evaluator does. Exits with 77, as tests do that are skipped, when
there are no treebanks or no evaluator.
"""
import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile

import ud_tokens

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")


def load_evaluator(path):
    """The evaluator as a module; None, saying so, where there is none."""
    if not path or not os.path.exists(path):
        print("skipped: no evaluator; --evaluator names udeval.py of the package udtools")
        return None
    spec = importlib.util.spec_from_file_location("evaluator", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(evaluator, gold, conllu):
    """F1 of each metric, in per cent, of CoNLL-U as text against the treebank at a path."""
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
        file.write(conllu)
        file.flush()
        found = evaluator.evaluate(evaluator.load_conllu_file(gold), evaluator.load_conllu_file(file.name))
    return {name: 100 * found[name].f1 for name in METRICS}


def head(width):
    return f"{'':{width}}" + "".join(f"{name:>10}" for name in METRICS)


def row(name, scores, width):
    return f"{name:{width}}" + "".join(f"{scores[metric]:10.2f}" for metric in METRICS)


def parse_words(program, treebank):
    return subprocess.run([program, "parse", "--conllu-input", treebank], stdout=subprocess.PIPE,
                          check=True).stdout.decode("utf-8")


def parse_text(program, treebank):
    texts = [document.text for document in ud_tokens.documents(treebank)]
    return ud_tokens.run([program, "parse"], texts)[0].decode("utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", default="policy")
    parser.add_argument("--evaluator")
    parser.add_argument("treebanks", nargs="*")
    options = parser.parse_args()
    evaluator, paths = load_evaluator(options.evaluator), ud_tokens.treebanks(options.treebanks)
    if evaluator is None or paths is None:
        return 77
    print(head(24))
    for path in paths:
        name = os.path.basename(path).removesuffix(".conllu")
        for kind, parse in (("gold words", parse_words), ("raw text", parse_text)):
            print(row(f"{name}, {kind}", score(evaluator, path, parse(options.policy, path)), 24))
    return 0


if __name__ == "__main__":
    sys.exit(main())
