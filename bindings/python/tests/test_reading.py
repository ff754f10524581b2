"""Reading: what is a path and what a text, strings of every sort, options, progress, many sources."""

import os
from pathlib import Path

import pytest

import libpolicy
from conftest import SAMPLES

WORDS = "Japan should help Ghana."


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Grüße an alle.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def test_paths(file):
    for given in (file, str(file)):
        assert libpolicy.read(given).text == WORDS
    for given in (file, str(file), os.fsencode(file)):
        doc = libpolicy.read(path=given)
        assert doc.text == WORDS and doc.source.name == str(file)
    assert libpolicy.read(file, name="my name").source.name == "my name"
    assert libpolicy.analyse(file) == libpolicy.analyse(libpolicy.read(file))


def test_texts_and_bytes(file):
    for given in (WORDS, WORDS.encode(), bytearray(WORDS.encode()), memoryview(WORDS.encode())):
        assert libpolicy.read(given).text == WORDS
        assert libpolicy.read(text=given).text == WORDS
    assert libpolicy.read(text=str(file)).text == str(file)
    assert libpolicy.read("日本は支援すべきだ。").text == "日本は支援すべきだ。"
    assert libpolicy.read("Hello").text == "Hello" and libpolicy.read("").text == ""
    assert libpolicy.read("no/file here, but two words.").text


@pytest.mark.parametrize("typo", ["reprot.txt", "no/such/place", "./x", "C:\\x"])
def test_a_str_that_looks_like_a_path_is_no_text(typo):
    with pytest.raises(FileNotFoundError):
        libpolicy.read(typo)


def test_a_relative_path(file, monkeypatch):
    monkeypatch.chdir(file.parent)
    assert libpolicy.read(file.name).text == WORDS and libpolicy.read(Path(file.name)).source.name == file.name


def test_nul_and_bad_bytes_become_the_replacement_character():
    assert libpolicy.read(text="a\0b").text == "a\ufffdb"
    doc = libpolicy.read(b"a\xffb", media_type="text/plain; charset=utf-8")
    assert doc.text == "a\ufffdb" and len(doc.warnings) == 1
    doc = libpolicy.read(b"it\x92s")
    assert doc.text == "it\u2019s" and doc.source.charset == "windows-1252" and doc.warnings[0].code == "charset"
    doc.text.encode("utf-8", "strict")


def test_lone_surrogates_are_refused():
    for call in (libpolicy.read, libpolicy.analyse, libpolicy.Document.from_json):
        with pytest.raises(UnicodeEncodeError):
            call("a \ud800 b")
    with pytest.raises(UnicodeEncodeError):
        libpolicy.read("a b", name="\udfff")


def test_astral_characters():
    text = "😀 𝒳 Ghana should 🐟 stop."
    doc = libpolicy.analyse(text=text)
    assert doc.text == text
    ghana = doc.actors["GHA"].mentions[0]
    assert ghana.span.begin == text.index("Ghana") and ghana.byte_span.begin == len("😀 𝒳 ".encode())


def test_a_buffer_that_changes_is_copied():
    data = bytearray(WORDS.encode())

    def spoil(done):
        data[:] = b"\xff" * len(data)

    assert libpolicy.read(data, progress=spoil).text == WORDS


def test_analysing_leaves_the_document_as_it_is(file):
    doc = libpolicy.read(file)
    before = doc.to_json(tokens=True)
    assert len(libpolicy.analyse(doc).actors) == 2
    assert doc.to_json(tokens=True) == before and len(doc.actors) == 0


def test_progress():
    seen = []
    libpolicy.analyse(SAMPLES[0], progress=seen.append)
    assert len(seen) >= 3 and all(0 <= done <= 1 for done in seen) and seen[-1] == 1


def test_progress_cancels():
    for answer, many in ((False, 1), (False, 3)):
        left = iter([True] * (many - 1) + [answer])
        with pytest.raises(libpolicy.CancelledError) as caught:
            libpolicy.analyse(SAMPLES[0], progress=lambda done: next(left))
        assert caught.value.code == "cancelled"
    assert libpolicy.analyse(SAMPLES[0], progress=lambda done: 0)  # only False itself cancels


def test_exceptions_in_progress_come_through():
    class Mine(Exception):
        pass

    def fail(done):
        raise Mine("from within")

    for source in (SAMPLES[0], "some text", b"bytes"):
        with pytest.raises(Mine, match="from within") as caught:
            libpolicy.analyse(source, progress=fail)
        assert caught.value.__context__ is None
    with pytest.raises(TypeError):
        libpolicy.read("a b", progress=lambda: None)


def test_a_progress_that_calls_the_library():
    texts = []
    libpolicy.analyse("one two", progress=lambda done: texts.append(libpolicy.analyse("three four").text))
    assert set(texts) == {"three four"}


# ---- many --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [1, 4])
def test_pipe_keeps_the_order(threads):
    docs = list(libpolicy.pipe(SAMPLES * 3, threads=threads))
    assert [doc.source.name for doc in docs] == [str(path) for path in SAMPLES * 3]
    assert docs[0] == libpolicy.analyse(SAMPLES[0])
    assert len(next(libpolicy.pipe(SAMPLES, analyse=libpolicy.read)).actors) == 0


@pytest.mark.parametrize("threads", [1, 3])
def test_pipe_returns_or_raises_errors(threads, tmp_path):
    missing = tmp_path / "no.txt"
    sources = [SAMPLES[0], missing, SAMPLES[1], 3.5]
    first, error, second, other = libpolicy.pipe(sources, threads=threads, errors="return")
    assert first.text and second.text
    assert isinstance(error, FileNotFoundError) and error.source == missing and isinstance(other, TypeError)
    pipe = libpolicy.pipe(sources, threads=threads)
    assert next(pipe).text
    with pytest.raises(FileNotFoundError):
        next(pipe)


def test_pipe_reads_ahead_only_a_little():
    taken = []

    def sources():
        for n in range(1000):
            taken.append(n)
            yield "some text"

    pipe = libpolicy.pipe(sources(), threads=2)
    next(pipe)
    assert len(taken) <= 6
    pipe.close()
    assert len(taken) <= 6


def test_pipe_passes_progress_and_options():
    with pytest.raises(ZeroDivisionError):
        list(libpolicy.pipe(["a b"], progress=lambda done: 1 / 0))
    assert [doc.source.name for doc in libpolicy.pipe(["a b"], name="mine")] == ["mine"]


def small_pdf(*lines):
    """A PDF of one page, with lines in one font."""
    words = "BT /F 12 Tf 72 720 Td 20 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>",
               "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               f"<< /Length {len(words)} >>\nstream\n{words}\nendstream"]
    pdf, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{pdf}xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\n"
            f"startxref\n{len(pdf)}\n%%EOF\n").encode("ascii")


PDF = small_pdf("Norland should keep its old wells, and measure them in each of the years to come.",
                "The council of Norland met in spring to speak of the wells.")


def test_pages_of_a_pdf():
    try:
        doc = libpolicy.analyse(PDF)
    except libpolicy.UnsupportedError:
        pytest.skip("no pdftotext")
    ask = doc.recommendations[0]
    (page, box), = doc.boxes(ask)
    assert page == 1 and 70 < box.left < 75 and 60 < box.top < 90 and 100 < box.width < 500
    assert (doc.page(1).width, doc.page(1).height) == (600, 800)
    assert "Recommendation 1" in doc.page(1)._repr_svg_()
    again = libpolicy.Document.from_json(doc.to_json())
    assert again.page(1)._repr_svg_() == doc.page(1)._repr_svg_()


def test_a_pdf_can_be_cancelled():
    shares = []
    try:
        libpolicy.read(PDF, progress=shares.append)
    except libpolicy.UnsupportedError:
        pytest.skip("no pdftotext")
    assert shares == sorted(shares) and any(0.5 <= share < 0.9 for share in shares)
    with pytest.raises(libpolicy.CancelledError):
        libpolicy.read(PDF, progress=lambda done: done < 0.5)
