"""Who is asked to do what: the recommendations of documents, grouped by addressee.

    python3 asks.py FILE...
"""

import sys
from collections import defaultdict

import libpolicy


def main(paths):
    asks = defaultdict(list)
    for path, doc in zip(paths, libpolicy.pipe(paths, threads=4, errors="return")):
        if isinstance(doc, Exception):
            print(f"{path}: {doc}", file=sys.stderr)
            continue
        for part in doc.recommendations:
            for actor in part.addressees:
                asks[actor.name].append((path, doc.position(part.span.begin).line, part))
    for name in sorted(asks):
        print(name)
        for path, line, part in asks[name]:
            print(f"    {part.force.replace('_', ' '):10}  {' '.join(part.text.split())}  ({path}:{line})")


if __name__ == "__main__":
    main(sys.argv[1:])
