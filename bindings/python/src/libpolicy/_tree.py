"""The dependency tree of a sentence as SVG: arcs over the words, from heads to dependents.

Arcs that overlap lie on levels of their own, the shorter one lower, and each stands on its words with a foot of its
own, so that the lines of a projective tree never cross. Widths are estimates on the safe side, as no font is known.
"""

from html import escape
from unicodedata import combining, east_asian_width

MOST_WORDS = 1000  # words that are drawn
MOST_LETTERS = 28  # characters of a word or label that are drawn
FORM, TAG, LABEL = 15, 10, 11  # sizes of type; all measures are pixels
GAP, MARGIN, FOOT, STEP, BEND, SPACE = 16, 12, 7, 22, 7, 4

# Colours with a contrast of 4 and more to white and to nearly black, by the first part of a relation.
COLOURS = {"core arguments": "#2f7fd6", "modifiers": "#bf6d1a", "function words": "#777f88", "structure": "#9a63d0",
           "root": "#2e8b57"}
_KINDS = {
    "core arguments": "nsubj obj iobj csubj ccomp xcomp",
    "modifiers": "obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod",
    "function words": "aux cop mark det clf case cc punct",
    "root": "root"}
_KIND_OF = {relation: kind for kind, relations in _KINDS.items() for relation in relations.split()}

# A file of its own follows the reader's scheme; inside a page, where this fits nothing, the page's text colour holds.
_STYLE = ("svg:root{color:#1f2328;color-scheme:light dark}"
          "@media (prefers-color-scheme:dark){svg:root{color:#e6edf3}}")

# What XML has no way to write.
_UNWRITABLE = {n: "\ufffd" for n in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}


class Word:
    """A column: what stands in it, and where its middle and the feet of its arcs are."""

    __slots__ = ("form", "tag", "hint", "arcs", "half", "middle")

    def __init__(self, form, tag="", hint=""):
        self.form, self.tag, self.hint, self.arcs = _cut(form), tag, hint, []
        self.half, self.middle = max(_width(self.form, FORM), _width(tag, TAG)) / 2, 0


class Arc:
    """A line over the words from `left` to `right`; the dependent is one of them. A root's are the same."""

    __slots__ = ("left", "right", "dependent", "label", "hint", "level", "feet")

    def __init__(self, head, dependent, label, hint):
        self.left, self.right, self.dependent = min(head, dependent), max(head, dependent), dependent
        self.label, self.hint, self.level, self.feet = _cut(label), hint, 0, {}

    def kind(self):
        return _KIND_OF.get(self.label.partition(":")[0], "structure")

    def needs(self):
        """The width from foot to foot."""
        return 2 * BEND + (_width(self.label, LABEL) + 2 * SPACE if self.label else 0)


def _cut(words):
    words = " ".join(words.translate(_UNWRITABLE).split())
    return words if len(words) <= MOST_LETTERS else words[:MOST_LETTERS - 1] + "…"


def _em(character):
    if combining(character):
        return 0
    if east_asian_width(character) in "WF":
        return 1.05
    if character in "ijlftrI.,:;'’|!()[] -":
        return 0.4
    if character in "mwMW@%—…":
        return 0.95
    return 0.7 if character.isupper() else 0.6


def _width(words, size):
    return sum(map(_em, words)) * size


# ---- from the sentence to words and arcs -------------------------------------------------------------------


def _hint(token):
    """What a word shows on hover: its form, lemma, tag and features, a line each."""
    features = [f"{name}={value}" for name, value in token.features.items()]
    return "\n".join(filter(None, [token.form, token.lemma and f"lemma: {token.lemma}", token.upos, *features]))


def _words(sentence):
    words = [Word(token.form, token.upos, _hint(token)) for token in sentence[:MOST_WORDS]]
    if not words:
        words = [Word(form) for form in sentence.text.split()[:MOST_WORDS]]
    more = len(sentence) - len(words)
    return words + [Word(f"… {more:,} more")] if more > 0 else words


def _arcs(sentence):
    tokens, arcs = list(sentence[:MOST_WORDS]), []
    for n, token in enumerate(tokens):
        head = token.head
        at = n if head is None else head.number - tokens[0].number
        if at < len(tokens) and (head is not None or token.relation):
            hint = token.relation if head is None else f"{token.relation}: {head.form} → {token.form}"
            arcs.append(Arc(at, n, token.relation, hint))
    return arcs


# ---- the layout --------------------------------------------------------------------------------------------


def _set_levels(arcs, count):
    """Each arc above all shorter ones that it overlaps, a root above all beside it; gives the highest level."""
    heights = [0] * (count + 1)  # of the gaps before, between and behind the words
    for arc in sorted(arcs, key=lambda arc: (arc.left == arc.right, arc.right - arc.left, arc.left)):
        gaps = slice(arc.left + (arc.left < arc.right), arc.right + 1 + (arc.left == arc.right))
        arc.level = 1 + max(heights[gaps])
        heights[gaps] = [arc.level] * len(heights[gaps])
    return max(heights)


def _set_feet(words, arcs):
    """Side by side under each word: arcs to the left, the lowest first, a root's, arcs to the right."""
    for arc in arcs:
        for n in {arc.left, arc.right}:
            words[n].arcs.append(((arc.right > n) - (arc.left < n), arc))
    for n, word in enumerate(words):
        word.arcs.sort(key=lambda each: (each[0], -each[0] * each[1].level))
        for place, (_, arc) in enumerate(word.arcs):
            arc.feet[n] = (place - (len(word.arcs) - 1) / 2) * FOOT
            if arc.left == arc.right:
                word.half = max(word.half, _width(arc.label, LABEL) / 2)
        word.half = max(word.half, len(word.arcs) * FOOT / 2)


def _set_columns(words):
    """From left to right, each word as near as its neighbour and the labels of its arcs allow; gives the width."""
    end = MARGIN - GAP
    for n, word in enumerate(words):
        word.middle = end + GAP + word.half
        for side, arc in word.arcs:
            if side < 0:
                word.middle = max(word.middle, arc.feet[arc.left] + arc.needs() - arc.feet[n])
        for _, arc in word.arcs:
            arc.feet[n] += word.middle
        end = word.middle + word.half
    return end + MARGIN


# ---- the drawing -------------------------------------------------------------------------------------------


def _number(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _text(x, y, size, words, more=""):
    return f'<text x="{_number(x)}" y="{_number(y)}" font-size="{size}"{more}>{escape(words)}</text>'


def _title(hint):
    return f"<title>{escape(hint.translate(_UNWRITABLE))}</title>" if hint else ""


def _line(arc, y, floor):
    """The path of an arc, open where its label stands."""
    if arc.left == arc.right:
        return f"M{_number(arc.feet[arc.left])} {_number(y + LABEL / 2)}V{floor - 4}"
    ends = [floor - 4 * (n == arc.dependent) for n in (arc.left, arc.right)]
    a, b = arc.feet[arc.left], arc.feet[arc.right]
    hole = _width(arc.label, LABEL) / 2 + SPACE / 2 if arc.label else 0
    a, b, bend_a, bend_b, hole_a, hole_b = map(_number, (
        a, b, a + BEND, b - BEND, (a + b) / 2 - hole, (a + b) / 2 + hole))
    return (f"M{a} {ends[0]}V{y + BEND}Q{a} {y} {bend_a} {y}H{hole_a}"
            f"M{hole_b} {y}H{bend_b}Q{b} {y} {b} {y + BEND}V{ends[1]}")


def _draw_arc(arc, floor):
    y, tip = floor - arc.level * STEP, arc.feet[arc.dependent]
    label = _text((arc.feet[arc.left] + arc.feet[arc.right]) / 2, y + LABEL / 3, LABEL, arc.label)
    return (f'<g color="{COLOURS[arc.kind()]}" fill="currentColor">{_title(arc.hint)}'
            f'<path d="{_line(arc, y, floor)}" fill="none" stroke="currentColor" stroke-width="1.3"/>'
            f'<path d="M{_number(tip - 3.5)} {floor - 7}h7L{_number(tip)} {floor}z"/>{label}</g>')


def _draw_word(word, floor):
    is_root = any(arc.left == arc.right for _, arc in word.arcs)
    form = _text(word.middle, floor + FORM + 3, FORM, word.form, ' font-weight="700"' if is_root else "")
    tag = _text(word.middle, floor + FORM + TAG + 9, TAG, word.tag, ' fill-opacity=".65"') if word.tag else ""
    return f"<g>{_title(word.hint)}{form}{tag}</g>"


def kinds(sentence):
    """The kinds of relation that a picture shows, in the order of their colours."""
    shown = {arc.kind() for arc in _arcs(sentence)}
    return [kind for kind in COLOURS if kind in shown]


def picture(sentence):
    """The tree as an SVG file, which may stand in a page as it is. The same for the same sentence."""
    words, arcs = _words(sentence), _arcs(sentence)
    floor = _set_levels(arcs, len(words)) * STEP + LABEL
    _set_feet(words, arcs)
    width = _number(_set_columns(words))
    height = floor + FORM + 10 + (TAG + 6 if any(word.tag for word in words) else 0)
    said = escape(" ".join(sentence.text.translate(_UNWRITABLE).split()))
    drawn = [_draw_arc(arc, floor) for arc in arcs] + [_draw_word(word, floor) for word in words]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" style="max-width:none" role="img" aria-label="{said}" '
            f'font-family="system-ui,sans-serif" text-anchor="middle" fill="currentColor">'
            f"<style>{_STYLE}</style>{''.join(drawn)}</svg>")
