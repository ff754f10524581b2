#!/usr/bin/env python3
"""How well sentences and tokens agree with a treebank, from raw text.

usage: ud_tokens.py [--policy PROGRAM] [-v] [TREEBANK.conllu...]

Default treebanks: ewt-dev and gum-dev in $POLICY_GOLD/treebanks, else ../shared/treebanks. The text of each document
is made from its words and SpaceAfter, with an empty line between paragraphs, and given to PROGRAM (default: policy).
A word of a contraction is the piece of the text that its form spells. Precision, recall and F of words and of
sentences, as the CoNLL 2018 shared task counts them: by exact span, white space aside. -v lists what differs most.
Exits with 77, as tests do that are skipped, when there are no treebanks.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter


class Document:
    """A text and its gold spans, in characters."""

    def __init__(self):
        self.text, self.words, self.sentences, self.space = "", [], [], False

    def add(self, written):
        """Adds a sentence: (form, forms of its words or None, whether a space follows) for each written word."""
        begin = len(self.text)
        for form, parts, space in written:
            at = len(self.text)
            self.text += form + (" " if space else "")
            end = at + len(form)
            for part in (parts or [form])[:-1]:
                self.words.append((at, at + len(part)))
                at += len(part)
            self.words.append((at, end))
        self.sentences.append((begin, end))
        self.space = written[-1][2]


def documents(path):
    document, written, last, paragraph, starts = None, [], 0, False, False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        starts |= line.startswith("# newdoc")
        paragraph |= line.startswith("# newpar")
        if not line and written:
            if starts or document is None:
                if document is not None:
                    yield document
                document = Document()
            elif paragraph:
                document.text = document.text.rstrip() + "\n\n"
            document.add(written)
            written, last, paragraph, starts = [], 0, False, False
        elif line and line[0] != "#":
            column = line.split("\t")
            if "." in column[0]:
                continue
            space = "SpaceAfter=No" not in column[9]
            first, _, end = column[0].partition("-")
            if end:
                written.append((column[1], [], space))
                last = int(end)
            elif int(first) <= last:
                written[-1][1].append(column[1])
            else:
                written.append((column[1], None, space))
    if document is not None:
        yield document


def run(command, texts):
    """What a command writes that is given each text in a file of its own, and the names of these files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(os.path.join(folder, f"{number:05}.txt"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        return subprocess.run([*command, *paths], stdout=subprocess.PIPE, check=True).stdout, paths


def analyse(program, texts):
    """The policy-document of each text."""
    output, paths = run([program, "analyse", "--tokens", "-f", "jsonl"], texts)
    by_name = {d["source"]["name"]: d for d in map(json.loads, output.decode("utf-8").splitlines())}
    return [by_name[path] for path in paths]


def treebanks(given):
    """The given paths, or those of the default treebanks; None, saying so, where one is absent."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared")
    folder = os.path.join(os.environ.get("POLICY_GOLD", root), "treebanks")
    paths = given or [os.path.join(folder, name) for name in ("ewt-dev.conllu", "gum-dev.conllu")]
    absent = [path for path in paths if not os.path.exists(path)]
    if absent:
        print(f"skipped: no treebank {absent[0]}")
    return None if absent else paths


def inked(text, spans):
    """Spans counted in characters that are no white space."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace()))
    return {(counts[begin], counts[end]): text[begin:end] for begin, end in spans}


def figures(right, found, gold):
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return f"P {precision:.4f} R {recall:.4f} F {2 * right / max(found + gold, 1):.4f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", default="policy")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("treebanks", nargs="*")
    options = parser.parse_args()
    paths = treebanks(options.treebanks)
    if paths is None:
        return 77
    for path in paths:
        counts, missed, extra = Counter(), Counter(), Counter()
        gold = list(documents(path))
        for document, found in zip(gold, analyse(options.policy, [d.text for d in gold])):
            tokens = [token["span"] for sentence in found["tokens"] for token in sentence]
            for name, spans, got in (("words", document.words, tokens),
                                     ("sentences", document.sentences, found["sentences"])):
                want, have = inked(document.text, spans), inked(found["text"], got)
                counts[name, "right"] += len(want.keys() & have.keys())
                counts[name, "found"] += len(have)
                counts[name, "gold"] += len(want)
                if name == "words":
                    missed.update(want[span] for span in want.keys() - have.keys())
                    extra.update(have[span] for span in have.keys() - want.keys())
        for name in ("words", "sentences"):
            print(os.path.basename(path), name,
                  figures(counts[name, "right"], counts[name, "found"], counts[name, "gold"]))
        if options.v:
            print("missed:", *(f"{word} {n}" for word, n in missed.most_common(40)), sep="\n  ")
            print("extra:", *(f"{word} {n}" for word, n in extra.most_common(40)), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
