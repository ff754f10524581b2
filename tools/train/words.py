"""The library's own view of words, for training: builds lang/word_features.c as a shared object and calls it."""
import ctypes
import pathlib
import subprocess
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
PIECES = 8
# Rows of the table of each family of pieces: ends of 1 to 5 characters, beginnings of 2 and 3, the shape.
BUCKETS = (256, 1024, 4096, 4096, 4096, 1024, 4096, 1024)


class Word(ctypes.Structure):
    _fields_ = [("key", ctypes.c_uint64), ("pieces", ctypes.c_uint32 * PIECES)]


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


def build():
    path = pathlib.Path(tempfile.mkdtemp()) / "words.so"
    sources = [TOP / "libpolicy" / name for name in (
        "lang/word_features.c", "text/utf8.c", "base/array.c", "base/memory.c", "base/buffer.c", "base/status.c")]
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", f"-I{TOP}/include", f"-I{TOP}/libpolicy", "-o", path, *sources,
                    "-lutf8proc"], check=True)
    library = ctypes.CDLL(str(path))
    library.policy__word_features_of.restype = Word
    library.policy__word_features_of.argtypes = [Text]
    return library


class Words:
    """Key and rows of pieces by form, remembered. Rows count through all families' tables, one behind the other."""

    def __init__(self):
        self.library, self.known = build(), {}
        self.first = [sum(BUCKETS[:i]) for i in range(PIECES)]

    def __call__(self, form):
        if form not in self.known:
            data = form.encode()
            word = self.library.policy__word_features_of(Text(data, len(data)))
            rows = [first + piece % size for first, piece, size in zip(self.first, word.pieces, BUCKETS)]
            self.known[form] = (word.key, rows)
        return self.known[form]
