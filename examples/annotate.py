"""A document with annotations of one's own, made from a dictionary in the exchange format and printed as JSON and
as IG Script."""

import libpolicy

TEXT = "Fishing at night\n\nGhana should publish the position of every trawler."
SENTENCE = "Ghana should publish the position of every trawler."


def span(words):
    """The place of some words in the text: code points, as Python and JSON count."""
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def component(words, **more):
    return {"span": span(words), "text": words, "inferred": False, **more}


doc = libpolicy.Document.from_dict({
    "format": "policy-document", "version": 1, "id": "example:annotate", "text": TEXT,
    "source": {"name": "annotate.py"},
    "metadata": {"title": "Fishing at night", "language": "en"},
    "blocks": [{"id": "b1", "kind": "heading", "level": 1, "span": span("Fishing at night")},
               {"id": "b2", "kind": "paragraph", "span": span(SENTENCE)}],
    "sentences": [span(SENTENCE)],
    "actors": [{"id": "a1", "name": "Ghana", "kind": "state", "codes": {"iso3166-1": "GHA"},
                "mentions": [{"span": span("Ghana"), "form": "name"}]}],
    "statements": [{"id": "s1", "sentence": 0, "span": span(SENTENCE[:-1]), "type": "regulative", "negated": False,
                    "attributes": [component("Ghana", actor="a1")], "deontic": component("should"),
                    "aim": component("publish"),
                    "direct_objects": [component("the position of every trawler")]}],
    "recommendations": [{"id": "r1", "statement": "s1", "span": span(SENTENCE[:-1]), "source": "author",
                         "force": "should", "addressees": ["a1"], "addressee_implicit": False}],
})
doc.check()

print(doc.to_json(indent=True))
print(doc.igscript(), end="")
