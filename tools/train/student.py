"""The network that the library runs: its shape here in torch, the same in libpolicy/lang/network.c.

A word is the sum of a row for its key and rows for pieces of its spelling, normalised. Two bidirectional LSTM layers
(the second sees the word too), then one linear map to the scores of tags and to four small vectors a word: arc and
label, as child and as head. Arcs are bilinear with a bias for the head and one for the distance; relations add the two
label vectors before a last map.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pad_packed_sequence, pack_padded_sequence

import words

SIZE, HIDDEN, ARC, LABEL, FAR = 128, 128, 64, 96, 32


def same_mask(x, rate):
    """One dropout mask for all words of a sentence (variational dropout)."""
    keep = torch.full((x.shape[0], 1, x.shape[2]), 1 - rate)
    return torch.bernoulli(keep) / (1 - rate)


class Student(nn.Module):
    def __init__(self, vectors, tags, relations, size=SIZE, hidden=HIDDEN):
        super().__init__()
        self.register_buffer("vectors", vectors)  # row 0: unknown
        self.project = nn.Linear(vectors.shape[1], size, bias=False)
        self.word = nn.Embedding(vectors.shape[0], size)
        self.pieces = nn.Embedding(sum(words.BUCKETS), size)
        nn.init.zeros_(self.word.weight)
        nn.init.normal_(self.pieces.weight, std=0.3)
        self.first = nn.LSTM(size, hidden, batch_first=True, bidirectional=True)
        self.second = nn.LSTM(2 * hidden + size, hidden, batch_first=True, bidirectional=True)
        self.heads = nn.Linear(2 * hidden, tags + 2 * ARC + 2 * LABEL)
        self.tags = tags
        self.root_arc = nn.Parameter(torch.randn(ARC) * 0.1)
        self.root_label = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.bilinear = nn.Parameter(torch.randn(ARC, ARC) * 0.1)
        self.head_bias = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.relation = nn.Linear(LABEL, relations)
        self.rate, self.word_rate, self.vector_rate = 0.25, 0.15, 0.1

    def embed(self, word, pieces):
        """`word` [b, n], `pieces` [b, n, 8] to [b, n, size]."""
        known = (word > 0).float()
        if self.training:
            known = known * torch.bernoulli(torch.full(word.shape, 1 - self.word_rate))
        own = self.word(word)
        fixed = self.project(self.vectors[word])
        if self.training:
            fixed = fixed * torch.bernoulli(torch.full(word.shape, 1 - self.vector_rate)).unsqueeze(-1)
        total = (own + fixed) * known.unsqueeze(-1) + self.pieces(pieces).sum(2)
        return nn.functional.layer_norm(total, total.shape[-1:]).clamp(-4, 4)

    def encode(self, word, pieces, lengths):
        x = self.embed(word, pieces)
        if self.training:
            x = x * same_mask(x, self.rate)
        pack = lambda v: pack_padded_sequence(v, lengths, batch_first=True)
        y, _ = pad_packed_sequence(self.first(pack(x))[0], batch_first=True)
        if self.training:
            y = y * same_mask(y, self.rate)
        z, _ = pad_packed_sequence(self.second(pack(torch.cat([y, x], -1)))[0], batch_first=True)
        if self.training:
            z = z * same_mask(z, self.rate)
        return z

    def forward(self, word, pieces, lengths):
        """Sentences by falling length. Scores of tags [b, n, t] and arcs [b, n, n + 1] (0: the root), label vectors."""
        out = self.heads(self.encode(word, pieces, lengths))
        tags, child, head, label_child, label_head = out.split([self.tags, ARC, ARC, LABEL, LABEL], -1)
        child, head = torch.tanh(child), torch.tanh(head)
        b, n = word.shape
        head = torch.cat([self.root_arc.tanh().expand(b, 1, -1), head], 1)
        label_head = torch.cat([self.root_label.expand(b, 1, -1), label_head], 1)
        if self.training:
            child, head = child * same_mask(child, self.rate), head * same_mask(head, self.rate)
        arcs = (child @ self.bilinear + self.head_bias) @ head.transpose(1, 2)
        place = torch.arange(n + 1)
        far = (place.unsqueeze(0) - place[1:].unsqueeze(1)).clamp(-FAR, FAR) + FAR
        bias = self.distance[far].clone()
        bias[:, 0] = 0
        arcs = arcs + bias
        inside = place.unsqueeze(0) <= torch.as_tensor(lengths).unsqueeze(1)
        return tags, arcs.masked_fill(~inside.unsqueeze(1), -1e4), label_child, label_head

    def relations(self, label_child, label_head, heads):
        chosen = label_head.gather(1, heads.unsqueeze(-1).expand(-1, -1, label_head.shape[-1]))
        mixed = torch.tanh(label_child + chosen)
        if self.training:
            mixed = mixed * same_mask(mixed, self.rate)
        return self.relation(mixed)
