"""Documents, lists and trees as HTML for notebooks: self-contained, escaped, cut when long, in light and dark."""

from html import escape

from . import _tree

MOST_TEXT = 12000  # characters of the text that are shown
MOST_ROWS = 60  # rows of a table

# Tints over whatever background and text colour the page has, so that one set serves light and dark.
_ACTOR_HUES = {"state": 215, "igo": 262, "government": 190, "party": 320, "military": 95, "company": 28, "ngo": 150,
               "media": 290, "academic": 240, "group": 55, "person": 345, "other": None}
_FORCE_HUES = {"must": 18, "should": 42, "could": 75, "must_not": 352, "should_not": 332}

_STYLE = """
.libpolicy{line-height:1.55;max-width:56em;font-size:14px}
.libpolicy .lp-title{font-size:1.35em;font-weight:600;line-height:1.3;margin:0}
.libpolicy .lp-dim{opacity:.66;margin:.15em 0}
.libpolicy .lp-legend{display:flex;flex-wrap:wrap;gap:.3em .9em;margin:.9em 0 .6em;font-size:.88em}
.libpolicy .lp-text{max-height:34em;overflow:auto;padding:.9em 1.2em;border:1px solid hsl(0 0% 50%/.25);
border-radius:8px}
.libpolicy .lp-text p{margin:0 0 .75em}
.libpolicy .lp-heading{font-weight:600;margin-top:1.1em!important}
.libpolicy .lp-list_item{padding-left:1.4em}
.libpolicy .lp-quote{padding-left:1em;border-left:3px solid hsl(0 0% 50%/.35)}
.libpolicy .lp-table{white-space:pre-wrap}
.libpolicy .lp-footnote,.libpolicy .lp-citation,.libpolicy .lp-caption{font-size:.9em;opacity:.8}
.libpolicy .lp-boilerplate{font-size:.85em;opacity:.45}
.libpolicy .lp-a{border-radius:4px;padding:.05em .22em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.libpolicy .lp-r{border-bottom:2px solid;padding-bottom:.08em;-webkit-box-decoration-break:clone;
box-decoration-break:clone}
.libpolicy .lp-f{border-radius:99px;padding:.1em .65em;font-size:.88em;white-space:nowrap}
.libpolicy table.lp-rows{border-collapse:collapse;margin:1em 0 0;width:100%;font-size:.93em;border:0}
.libpolicy table.lp-rows th,.libpolicy table.lp-rows td{text-align:left;vertical-align:top;padding:.5em .8em .5em 0;
border:0;border-bottom:1px solid hsl(0 0% 50%/.22);background:none;white-space:normal;max-width:none;
line-height:1.5}
.libpolicy table.lp-rows td:first-child .lp-a{white-space:nowrap}
.libpolicy table.lp-rows th{font-weight:600;font-size:.85em;opacity:.66;white-space:nowrap}
.libpolicy table.lp-rows tr{background:none!important}
.libpolicy:has(>.lp-tree){max-width:none}
.libpolicy .lp-tree{overflow-x:auto}
""" + "".join(
    f".libpolicy .lp-{kind}{{background:" + (f"hsl({hue} 75% 55%/.24)" if hue is not None else "hsl(0 0% 50%/.18)") + "}\n"
    for kind, hue in _ACTOR_HUES.items()
) + "".join(
    f".libpolicy .lp-r.lp-{force}{{border-color:hsl({hue} 85% 52%/.75);border-bottom-style:{style};"
    f"background:hsl({hue} 90% 55%/.07)}}\n"
    f".libpolicy .lp-f.lp-{force}{{background:hsl({hue} 85% 52%/.22)}}\n"
    for (force, hue), style in zip(_FORCE_HUES.items(), ("solid", "solid", "dotted", "double", "double")))


def _page(*pieces):
    return f'<div class="libpolicy"><style>{_STYLE}</style>{"".join(pieces)}</div>'


def _mark(kind, css, words, title=""):
    hint = f' title="{escape(title)}"' if title else ""
    return f'<span class="lp-{kind} lp-{css}"{hint}>{words}</span>'


def _force(force):
    return _mark("f", force, escape(force.replace("_", " ")))


def _actor(actor):
    return _mark("a", actor.kind, escape(actor.name), ", ".join([actor.kind, *sorted(set(actor.codes.values()))]))


def _actors(actors):
    return ", ".join(map(_actor, actors))


# ---- the text ----------------------------------------------------------------------------------------------


def _dress(text, begin, end, layers):
    """The text as HTML, with the marks of the first layer around those of the others."""
    if not layers:
        return escape(text[begin:end])
    pieces = []
    for first, last, kind, css, title in layers[0]:
        first, last = max(first, begin), min(last, end)
        if first < last:
            pieces.append(_dress(text, begin, first, layers[1:]))
            pieces.append(_mark(kind, css, _dress(text, first, last, layers[1:]), title))
            begin = last
    return "".join(pieces) + _dress(text, begin, end, layers[1:])


def _layers(doc, end):
    """Recommendations, and actors inside and outside of them, in the order of the text."""
    recommended = [(*part.span, "r", part.force, part.force.replace("_", " "))
                   for part in doc.recommendations if part.span is not None]
    named = [(*mention.span, "a", actor.kind, f"{actor.name} ({actor.kind})")
             for actor in doc.actors for mention in actor.mentions]
    return [sorted(mark for mark in marks if mark[0] < end) for marks in (recommended, named)]


def _between(marks, begin, end):
    return [mark for mark in marks if mark[0] < end and mark[1] > begin]


def _text(doc):
    text, end = doc.text, min(len(doc.text), MOST_TEXT)
    layers = _layers(doc, end)
    blocks = [(*block.span, block.kind) for block in doc.blocks if block.span is not None] or [(0, end, "paragraph")]
    pieces = []
    for first, last, kind in blocks:
        if first >= end:
            break
        last = min(last, end)
        words = _dress(text, first, last, [_between(marks, first, last) for marks in layers])
        pieces.append(f'<p class="lp-{kind}">{words}</p>')
    if end < len(text):
        pieces.append(f'<p class="lp-dim">… {len(text) - end:,} more characters</p>')
    return f'<div class="lp-text">{"".join(pieces)}</div>'


def _legend(doc):
    kinds, forces = {actor.kind for actor in doc.actors}, {part.force for part in doc.recommendations}
    shown = [_mark("a", kind, escape(kind)) for kind in _ACTOR_HUES if kind in kinds]
    shown += [_mark("r", force, escape(force.replace("_", " "))) for force in _FORCE_HUES if force in forces]
    return f'<div class="lp-legend">{"".join(shown)}</div>' if shown else ""


def _head(doc):
    said = " · ".join(filter(None, [", ".join(doc.authors), doc.date, doc.publisher]))
    counts = " · ".join(f"{n:,} {name if n != 1 else name[:-1]}" for n, name in (
        (len(doc.sentences), "sentences"), (len(doc.actors), "actors"),
        (len(doc.recommendations), "recommendations"), (len(doc.warnings), "warnings")) if n)
    return "".join(f'<p class="{css}">{escape(words)}</p>' for css, words in (
        ("lp-title", doc.title or doc.source.name or "Document"), ("lp-dim", doc.subtitle), ("lp-dim", said),
        ("lp-dim", counts)) if words)


# ---- tables ------------------------------------------------------------------------------------------------


def _asked(part):
    rest = [f"{words} {_actors(actors)}" for words, actors in (
        ("with", part.partners), ("towards", part.targets), ("for", part.beneficiaries)) if actors]
    label = f"<b>{escape(part.label)}</b> " if part.label else ""
    around = f'<div class="lp-dim">{" · ".join(rest)}</div>' if rest else ""
    return label + escape(part.text) + around


def _who(part):
    speaker = f'<div class="lp-dim">says {_actor(part.speaker)}</div>' if part.speaker else ""
    return (_actors(part.addressees) or '<span class="lp-dim">not named</span>') + speaker


_COLUMNS = {
    "Recommendation": {"Who": _who, "Force": lambda part: _force(part.force), "What": _asked,
                       "To what end": lambda part: "<br>".join(escape(each.text) for each in part.purposes)},
    "Actor": {"Actor": _actor, "Kind": lambda part: escape(part.kind),
              "Codes": lambda part: escape(", ".join(sorted(set(part.codes.values())))),
              "Mentions": lambda part: str(len(part.mentions))},
    "Statement": {"Type": lambda part: escape(part.type), "Statement": lambda part: escape(part.text),
                  "IG Script": lambda part: f"<code>{escape(part.igscript)}</code>"},
    "Component": {"Role": lambda part: escape(part.role), "Text": lambda part: escape(part.text)},
    "Block": {"Kind": lambda part: escape(part.kind), "Text": lambda part: escape(part.text)},
    "Page": {"Page": lambda part: str(part.number), "Lines": lambda part: str(len(part.lines))},
    "Line": {"Page": lambda part: str(part.page), "Text": lambda part: escape(part.text)},
    "Token": {"Form": lambda part: escape(part.form), "Lemma": lambda part: escape(part.lemma),
              "Tag": lambda part: escape(part.upos), "Relation": lambda part: escape(part.relation)},
    "Time": {"Type": lambda part: escape(part.type), "Value": lambda part: escape(part.value),
             "Text": lambda part: escape(part.text)},
    "Citation": {"Kind": lambda part: escape(part.kind), "Text": lambda part: escape(part.text),
                 "Identifier": lambda part: escape(part.value)},
    "Event": {"Kind": lambda part: escape(part.kind), "Status": lambda part: escape(part.status),
              "Date": lambda part: escape(part.date), "Text": lambda part: escape(part.text)},
    "Relation": {"Source": lambda part: _actor(part.source), "Kind": lambda part: escape(part.kind),
                 "Sign": lambda part: escape(part.sign), "Target": lambda part: _actor(part.target)},
    "Causal": {"Cause": lambda part: escape(part.cause.text), "Sign": lambda part: escape(part.sign),
               "Effect": lambda part: escape(part.effect.text)},
    "DocumentWarning": {"Code": lambda part: escape(part.code), "Message": lambda part: escape(part.message)},
    "Participant": {"Actor": lambda part: _actor(part.actor), "Role": lambda part: escape(part.role)},
}


def _table(parts):
    columns = _COLUMNS.get(parts.kind.__name__, {"Text": lambda part: escape(part.text)})
    head = "".join(f"<th>{name}</th>" for name in columns)
    rows = "".join("<tr>" + "".join(f"<td>{cell(part)}</td>" for cell in columns.values()) + "</tr>"
                   for part in parts[:MOST_ROWS])
    more = f'<p class="lp-dim">… {len(parts) - MOST_ROWS:,} more</p>' if len(parts) > MOST_ROWS else ""
    return f'<table class="lp-rows"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}'


def parts_table(parts):
    """A list of parts as a table."""
    return _page(_table(parts) if len(parts) else '<p class="lp-dim">none</p>')


def document_view(doc):
    """A document: its head, the text with actors and recommendations marked, and the recommendations."""
    return _page(_head(doc), _legend(doc), _text(doc), _table(doc.recommendations) if doc.recommendations else "")


def tree_view(sentence):
    """A sentence: its dependency tree, and what the colours mean."""
    kinds = "".join(f'<span style="color:{_tree.COLOURS[kind]}">{kind}</span>' for kind in _tree.kinds(sentence))
    return _page(f'<div class="lp-tree">{_tree.picture(sentence)}</div>',
                 f'<div class="lp-legend">{kinds}</div>' if kinds else "")
