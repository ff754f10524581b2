"""Decision lists over the endings of words: how lemma.py and features.py learn, and the tables they print.

A list belongs to a group of words and maps endings, or whole words, to labels; the longest that is known decides. An
entry is kept only where it decides otherwise than the next shorter one. In C (libpolicy/lang/ending.h) an entry is
the 44 bits of a hash that a bucket and a 32-bit key make.
"""
import collections
import unicodedata

LONGEST = 9  # code points of an ending
WINDOW = 40  # code points of a whole word
WHOLE = 0x110000
MASK = (1 << 64) - 1
LOWER, INITIAL, TITLE, UPPER, MIXED = range(5)
XPOS = ["", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN",
        "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",
        "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``"]
UPOS = ["", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X"]
INFLECTED = {"JJR", "JJS", "NNS", "RBR", "RBS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"}

Word = collections.namedtuple("Word", "form lemma upos xpos feats first")


def words(paths):
    """The words of CoNLL-U files, without the parts of words that were written apart."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) == 10 and cells[0].isdigit() and cells[4] in XPOS:
                    yield Word(cells[1], cells[2], cells[3], cells[4], cells[5], cells[0] == "1")


def lower_letter(letter):
    if letter in "\u2018\u2019":
        return "'"
    small = letter.lower()
    return small if len(small) == 1 else letter


def lower(form):
    """Lower case, each code point by itself, apostrophes straight."""
    return "".join(map(lower_letter, form))


def shape(form):
    kinds = [unicodedata.category(c) for c in form]
    uppers = sum(k in ("Lu", "Lt") for k in kinds)
    if uppers == 0:
        return LOWER
    if len(form) == 1:
        return INITIAL
    if uppers == 1 and kinds[0] in ("Lu", "Lt"):
        return TITLE
    return UPPER if "Ll" not in kinds else MIXED


def groups(seen, least=50):
    """The group of each pair of UPOS and XPOS, from counts of pairs: its own number where it is frequent, else that
    of the commonest pair with its XPOS, where that tells how a word is inflected, or with its UPOS. Past tenses and
    past participles are one."""
    common = [pair for pair, n in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if n >= least]
    numbers, merged = {}, {}
    for pair in common:
        upos, xpos = pair
        if upos in ("VERB", "AUX") and xpos[0] in "VM":
            pair = ("VERB", "VBD" if xpos == "VBN" else xpos)
        merged[(upos, xpos)] = numbers.setdefault(pair, len(numbers) + 1)
    table = {}
    for upos in UPOS:
        for xpos in XPOS:
            found = [p for p in common if p == (upos, xpos)] or \
                [p for p in common if xpos in INFLECTED and p[1] == xpos] or [p for p in common if p[0] == upos]
            table[upos, xpos] = merged[found[0]] if found else 0
    return table


class Evidence:
    """Votes for labels, by group and word."""

    def __init__(self):
        self.votes = collections.defaultdict(lambda: collections.defaultdict(float))

    def add(self, group, word, labels, weight):
        for label in labels:
            self.votes[group, word][label] += weight

    def learn(self, least_ending, least_word, longest=LONGEST):
        """{(group, ending, whole): label}"""
        by_group = collections.defaultdict(list)
        for (group, word), votes in self.votes.items():
            by_group[group].append((word, votes))
        entries = {}
        for group in sorted(by_group):
            self.learn_group(group, sorted(by_group[group]), least_ending, least_word, longest, entries)
        return entries

    @staticmethod
    def learn_group(group, members, least_ending, least_word, longest, entries):
        counts = collections.defaultdict(lambda: collections.defaultdict(float))
        for word, votes in members:
            most = max(votes.values())
            weight = min(1.0, most)
            for n in range(min(longest, len(word)) + 1):
                for label, vote in votes.items():
                    counts[word[len(word) - n:]][label] += weight * vote / most
        decided = {}
        for ending in sorted(counts, key=lambda e: (len(e), e)):
            before = decided.get(ending[1:]) if ending else None
            best = max(sorted(counts[ending]), key=lambda label: counts[ending][label])
            gain = counts[ending][best] - (counts[ending].get(before, 0) if before is not None else -1e9)
            if gain >= least_ending:
                entries[group, ending, False] = decided[ending] = best
            else:
                decided[ending] = before
        for word, votes in members:
            before = decided[word[max(0, len(word) - longest):]]
            best = max(sorted(votes), key=lambda label: votes[label])
            if len(word) <= WINDOW and votes[best] - votes.get(before, 0) >= least_word:
                entries[group, word, True] = best


def find(entries, group, word, longest=LONGEST, default=None):
    if len(word) <= WINDOW and (group, word, True) in entries:
        return entries[group, word, True]
    for n in range(min(longest, len(word)), -1, -1):
        if (group, word[len(word) - n:], False) in entries:
            return entries[group, word[len(word) - n:], False]
    return default


def key(group, ending, whole):
    h = 0xcbf29ce484222325
    for value in [group, *(ord(c) for c in reversed(ending))] + [WHOLE] * whole:
        h = (h ^ value) * 0x100000001b3 & MASK
    h = (h ^ h >> 32) * 0x9e3779b97f4a7c15 & MASK
    return h >> 52, h >> 20 & 0xffffffff


def print_list(kind, name, values, out):
    print(f"\nstatic const {kind} {name}[] = {{", file=out)
    line = "   "
    for value in values:
        if len(line) + len(value) + 2 > 112:
            print(line, file=out)
            line = "   "
        line += f" {value},"
    print(line + "\n};", file=out)


def print_endings(name, entries, longest, out):
    """The C of one policy__endings; labels are numbers. 4096 buckets, each in the order of its keys."""
    rows = sorted((*key(*entry), label) for entry, label in entries.items())
    assert len({row[:2] for row in rows}) == len(rows) < 65536
    starts, at = [], 0
    for bucket in range(4097):
        while at < len(rows) and rows[at][0] < bucket:
            at += 1
        starts.append(at)
    print_list("uint16_t", f"{name}_starts", map(str, starts), out)
    print_list("uint32_t", f"{name}_keys", (f"{row[1]:#x}" for row in rows), out)
    print_list("uint16_t", f"{name}_labels", (str(row[2]) for row in rows), out)
    print(f"\nconst policy__endings policy__{name}_endings = {{{longest}, {name}_starts, {name}_keys,"
          f" {name}_labels}};", file=out)


def print_groups(name, table, out):
    """The C of a table of groups by UPOS and XPOS."""
    print(f"\nconst uint8_t policy__{name}_groups[{len(UPOS)}][{len(XPOS)}] = {{", file=out)
    for upos in UPOS:
        row, line = ", ".join(str(table[upos, xpos]) for xpos in XPOS), "    {"
        for cell in row.split(" "):
            if len(line) + len(cell) > 110:
                print(line.rstrip(), file=out)
                line = "     "
            line += cell + " "
        print(line.rstrip() + "},", file=out)
    print("};", file=out)
