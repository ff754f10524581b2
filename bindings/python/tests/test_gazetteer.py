"""Gazetteers: entries, matches in code points, own entries as actors, and nothing that crashes."""

import gc

import pytest

import libpolicy
from libpolicy import Gazetteer

TABLE = ("entry\tngo:wells\tngo\tInstitute for Wells\tlab=W1;sector=NGO;from=1990;to=1999-12;member_of=igo:un\n"
         "form\tacronym\ten\tIFW\nform\tname\tfr\tInstitut des puits\n"
         "entry\tigo:un\tigo\tUnited Nations\nform\tacronym\t\tUN\n"
         "entry\ta\tstate\tGeorgia\nentry\tb\tgovernment\tGeorgia\nform\tlonger\ten\tNew Georgia\n")


def test_entries():
    gazetteer = Gazetteer.from_text(TABLE)
    assert len(gazetteer) == 4 and [entry.id for entry in gazetteer] == ["ngo:wells", "igo:un", "a", "b"]
    wells = gazetteer[0]
    assert (wells.name, wells.kind, wells.sector, wells.begins, wells.ends) == (
        "Institute for Wells", "ngo", "NGO", "1990", "1999-12")
    assert wells.codes == {"lab": "W1"} and wells.code("lab") == "W1" and wells.code("none") == ""
    assert wells.links("member_of") == wells.links() == [gazetteer.find("igo:un")] and wells.links("part_of") == []
    assert wells.name_in("fr-CA") == "Institut des puits" and wells.name_in("de") == ""
    assert libpolicy.Form("IFW", "acronym", ("en",)) in wells.forms
    assert gazetteer.find(lab="W1") == wells and gazetteer.find("ngo:none") is None and gazetteer.find(lab="x") is None
    assert gazetteer[-1].id == "b" and len(gazetteer[1:3]) == 2 and hash(wells) == hash(gazetteer[0])
    for bad in (4, -5, 2 ** 40):
        with pytest.raises((IndexError, OverflowError)):
            gazetteer[bad]
    with pytest.raises(TypeError):
        gazetteer.find()
    with pytest.raises(TypeError):
        Gazetteer()


def test_posts():
    gazetteer = Gazetteer.from_text(TABLE + "entry\tperson:may\tperson\tEla May\npost\tPresident\ta\t1990\t1994-05\npost\tEnvoy\tigo:un\n")
    assert gazetteer.find("person:may").posts == [libpolicy.Post("President", gazetteer.find("a"), "1990", "1994-05"),
                                                  libpolicy.Post("Envoy", gazetteer.find("igo:un"), "", "")]
    assert gazetteer[0].posts == []
    with pytest.raises(libpolicy.FormatError):
        Gazetteer.from_text("post\tPresident\ta\n")


def test_matches_are_code_points():
    text = "«État» — the UN’s Georgia, 😀 IFW; New Georgia, Institut des puits"
    gazetteer = Gazetteer.from_text(TABLE)
    found = [(text[m.begin:m.end], m.entry.id, m.use, [entry.id for entry, _ in m.others]) for m in gazetteer.match(text)]
    assert found == [("UN", "igo:un", "acronym", []), ("Georgia", "a", "name", ["b"]), ("IFW", "ngo:wells", "acronym", []),
                     ("Institut des puits", "ngo:wells", "name", [])]
    assert [m.language for m in gazetteer.match(text, languages="fr")] == ["", "", "", "fr"]  # New Georgia is English
    assert "New Georgia" in [text[m.begin:m.end] for m in gazetteer.match(text, longer=True)]
    assert list(gazetteer.match("\ud800 UN"))[0].begin == 2
    with pytest.raises(TypeError):
        gazetteer.match(b"UN")


def test_a_match_outlives_its_gazetteer():
    matches = Gazetteer.from_text(TABLE).match("UN " * 1000)
    gc.collect()
    first = next(matches)
    del matches
    gc.collect()
    assert first.entry.name == "United Nations"


def test_saved_and_on_a_base(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text(TABLE, encoding="utf-8")
    first = Gazetteer.read(path)
    again = Gazetteer.from_text(first.save())
    assert again.save() == first.save()
    both = Gazetteer.from_text("entry\tigo:un\nform\tname\tde\tVereinte Nationen\n", base=first)
    assert len(both) == 4 and both.find("igo:un").name_in("de") == "Vereinte Nationen"
    assert len(Gazetteer.read(path, base=Gazetteer.builtin())) == len(Gazetteer.builtin()) + 4


def test_errors_tell_the_line(tmp_path):
    with pytest.raises(libpolicy.FormatError, match="line 2: neither entry, form nor post: x") as caught:
        Gazetteer.from_text("# a\nx\n")
    assert caught.value.offset == 4
    with pytest.raises(libpolicy.LimitError):
        Gazetteer.from_text(TABLE, limits={"entries": 1})
    with pytest.raises(FileNotFoundError) as missing:
        Gazetteer.read(tmp_path / "none.tsv")
    assert missing.value.filename == str(tmp_path / "none.tsv")
    with pytest.raises(TypeError):
        Gazetteer.from_text(TABLE, base="x")


def test_own_entries_are_actors():
    text = "The Institute for Wells (IFW) should help Norland."
    actor, = (a for a in libpolicy.analyse(text=text, gazetteer=Gazetteer.from_text(TABLE)).actors if a.code("lab"))
    assert (actor.name, actor.kind, actor.code("lab"), len(actor.mentions)) == ("Institute for Wells", "ngo", "W1", 2)
    assert not any(a.code("lab") for a in libpolicy.analyse(text=text).actors)
    documents = list(libpolicy.pipe([text], gazetteer=Gazetteer.from_text(TABLE)))
    assert any(a.code("lab") for a in documents[0].actors)
    with pytest.raises(TypeError):
        libpolicy.analyse(text=text, gazetteer="x")


def test_the_gazetteer_of_the_library():
    builtin = Gazetteer.builtin()
    assert builtin.find(**{"iso3166-1": "JPN"}).name == "Japan"
    assert [m.entry.kind for m in builtin.match("Japan and the United Nations", languages="en")] == ["state", "igo"]


def test_states_have_names_in_many_languages():
    doc = libpolicy.analyse(text="Japan should help the Ministry of Works.")
    japan = doc.actors["JPN"]
    assert japan.name_in("ja") == "日本" and japan.name_in("de") == "Japan" and japan.name_in("tlh") == ""
    assert doc.actors[1].name_in("ja") == ""
    entry = Gazetteer.builtin().find(**{"iso3166-1": "PRK"})
    assert entry.codes["iso3166-1-numeric"] == "408" and entry.codes["wikidata"].startswith("Q")
    found = [m.entry.id for m in Gazetteer.builtin().match("Япония, Китай и 日本", languages="ru ja")]
    assert found == ["state:JPN", "state:CHN", "state:JPN"]
