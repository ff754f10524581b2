"""What the name tagger learns from: records of texts with their names, for name_learn."""
import json
import re

PERSON, ORGANISATION, PLACE, THING = range(4)
CROSSNER = dict(person=PERSON, politician=PERSON, organisation=ORGANISATION, politicalparty=ORGANISATION, country=PLACE,
                location=PLACE, election=THING, event=THING, misc=THING)
GUM = dict(person=PERSON, organization=ORGANISATION, place=PLACE, event=THING, object=THING, abstract=THING)
ONTONOTES = dict(PERSON=PERSON, ORG=ORGANISATION, GPE=PLACE, LOC=PLACE, FAC=PLACE, NORP=THING, EVENT=THING, LAW=THING,
                 PRODUCT=THING, WORK_OF_ART=THING)


def trim(text, begin, end):
    """Without "the" and "'s"; None where it does not begin with a capital, or end like a name."""
    m = re.match(r"(?:the|an?|this|that|our|its|their)\s+", text[begin:end], re.I)
    if m:
        begin += m.end()
    m = re.search(r"(?:['’]s|['’]|[\s,.;:\"”]+)$", text[begin:end])
    if m and not re.search(r"\b[A-Z]\.$|[A-Z]\.[A-Z]\.$", text[begin:end]):
        end = begin + m.start()
    if begin >= end or not text[begin].isupper():
        return None
    return begin, end


def record(text, spans, which, fold, sentence):
    """The bytes of a record; spans are [begin, end, type] in code points."""
    at = [0]
    for ch in text:
        at.append(at[-1] + len(ch.encode()))
    spans = sorted(spans)
    kept, last = [], 0
    for begin, end, kind in spans:
        if begin >= last:
            kept.append((at[begin], at[end], kind))
            last = end
    data = text.encode()
    head = f"{len(data)} {which} {fold} {len(kept)} {int(sentence)}\n" + "".join("%d %d %d\n" % k for k in kept)
    return head.encode() + data


def crossner(path, folds):
    lines = [json.loads(l) for l in open(path, encoding="utf-8")]
    for n, r in enumerate(lines):
        spans = [(s["start"], s["end"], CROSSNER[s["type"]]) for s in r["spans"]]
        spans = [s for s in spans if s[2] != THING or (r["text"][s[0]].isupper() and r["text"][s[1] - 1] != " ")]
        yield record(r["text"], spans, 0, n * folds // len(lines), True)


def sentences(path):
    """(words as (form, tag, head, misc, space behind)) of each sentence; multiword tokens are cut by their parts' forms."""
    rows, span = [], {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                yield rows
            rows, span = [], {}
        elif line[0] != "#":
            c = line.split("\t")
            if "." in c[0]:
                continue
            if "-" in c[0]:
                a, b = map(int, c[0].split("-"))
                span[b] = "SpaceAfter=No" not in c[9]
                inside = set(range(a, b))
                span.update({i: False for i in inside})
                continue
            space = "SpaceAfter=No" not in c[9]
            rows.append((c[1], "PROPN" if c[4].startswith("NNP") else c[3], int(c[6]), c[9], span.get(int(c[0]), space), c[4]))


MARK = re.compile(r"\((\d+)-(\w+)-[^()]*|(\d+)\)")


def gum(path):
    """Outermost mentions that a proper noun heads, cut to what begins and ends like a name."""
    for rows in sentences(path):
        text, place = "", []
        for form, _, _, _, space, _ in rows:
            place.append((len(text), len(text) + len(form)))
            text += form + (" " if space else "")
        text = text.rstrip()
        open_, mentions = [], []
        for i, (_, _, _, misc, _, _) in enumerate(rows):
            value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            for m in MARK.finditer(value):
                if m.group(1):
                    open_.append((m.group(1), m.group(2), i))
                    if value[m.end():m.end() + 1] == ")":
                        _, kind, first = open_.pop()
                        mentions.append((first, i, kind))
                else:
                    for k in range(len(open_) - 1, -1, -1):
                        if open_[k][0] == m.group(3):
                            _, kind, first = open_.pop(k)
                            mentions.append((first, i, kind))
                            break
        spans, last = [], -1
        for first, end, kind in sorted(mentions, key=lambda m: (m[0], -m[1])):
            if kind not in GUM or place[first][0] < last:
                continue
            heads = [i for i in range(first, end + 1) if not first <= rows[i][2] - 1 <= end]
            if len(heads) != 1 or rows[heads[0]][1] != "PROPN":
                continue
            stop = next((i for i in range(heads[0] + 1, end + 1) if rows[i][0] in ",(—–-:" or rows[i][1] in ("VERB", "AUX", "SCONJ")
                         or rows[i][0] in ("who", "which", "that")), end + 1)
            while stop > first and rows[stop - 1][1] in ("ADP", "DET", "PUNCT", "CCONJ", "PART", "PRON", "ADV") and stop - 1 > heads[0]:
                stop -= 1
            if kind == "person":
                titles = [i for i in range(first, heads[0]) if rows[i][0] in TITLES]
                first = titles[-1] + 1 if titles else first
                while first < heads[0] and rows[first][1] != "PROPN":
                    first += 1
            else:
                while first < heads[0] and not (rows[first][0][0].isupper() and rows[first][1] != "DET"):
                    first += 1
            cut = trim(text, place[first][0], place[stop - 1][1])
            people = kind == "person" and rows[heads[0]][5] == "NNPS"
            if cut:
                spans.append((*cut, THING if people else GUM[kind]))
                last = cut[1]
        yield record(text, spans, 1, 0, True)


TITLES = set("Mr. Mrs. Ms. Dr. Sir Lord Lady President Prime Minister Senator King Queen Judge Justice General Captain Professor "
             "Secretary Chief Mr Mrs Ms Dr Pope Prince Princess St. Governor Mayor".split())


def silver(path):
    for line in open(path, encoding="utf-8"):
        r = json.loads(line)
        spans = []
        for begin, end, label in r["spans"]:
            cut = trim(r["text"], begin, end) if label in ONTONOTES else None
            if cut and "\n" not in r["text"][cut[0]:cut[1]]:
                spans.append((*cut, ONTONOTES[label]))
        yield record(r["text"], spans, 2, 0, False)
