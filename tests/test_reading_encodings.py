"""Encodings: what Vietnamese was written in before Unicode is read, and good Unicode is never touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import files
from danvan_cli.reading import ReadError, read_bytes
from danvan_cli.reading.encodings import decode, mend
from danvan_cli.reading.encodings.syllables import is_syllable
from support import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*/*.txt"))
TEXTS = [unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in SAMPLES]
OLD = ("tcvn3", "vni", "viscii", "cp1258")
SENTENCE = "Hội nghị tổng kết công tác dân vận năm 2020 của tỉnh"


@pytest.mark.parametrize("encoding", OLD)
def test_each_old_encoding_comes_back_as_it_was_written(encoding: str) -> None:
    for text in TEXTS:
        data, left = files.encoded(text, encoding)
        assert decode(data) == (left, encoding)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_the_letters_of_an_old_font_saved_as_unicode_are_read_too(encoding: str) -> None:
    for text in TEXTS:
        data, left = files.encoded(text, encoding)
        assert decode(data.decode("cp1252").encode()) == (left, f"utf-8+{encoding}")


@pytest.mark.parametrize("misread_as", ["sloppy-windows-1252", "latin-1"])
def test_utf_8_that_was_misread_and_saved_again_is_mended(misread_as: str) -> None:
    import ftfy.bad_codecs  # noqa: F401 - Windows-1252 as browsers have it

    for text in TEXTS:
        assert decode(text.encode().decode(misread_as).encode()) == (text, "utf-8+cp1252")


def test_good_unicode_is_never_touched() -> None:
    for text in TEXTS:
        assert decode(text.encode()) == (text, "utf-8")
        for line in text.split("\n"):
            assert mend(line) == (line, None)


@pytest.mark.parametrize(
    "text",
    [
        "Le comité provincial a évalué l'année passée à Hà Nội, où l'été a été très chargé en réunions.",
        "Die Universität für Bodenkultur übergab größere Flächen an fünf Gemeinden; schöne Grüße aus Köln.",
        "La reunión evaluó la gestión del año pasado: más cooperación, según informó el señor Muñoz aquí.",
        "Ban Dan van Tinh uy hop tong ket – khong dau.",
        "Ảnh: P.V",
        "Đắk Lắk, Krông Pắc, Ea H’leo, Y Biêr Niê, Bru – Vân Kiều, K’Brẻo",
        "® © « » ° ± ¶ – “” ½",
    ],
)
def test_other_languages_names_and_symbols_are_not_taken_for_an_old_encoding(text: str) -> None:
    assert mend(text) == (text, None)


@given(st.text())
def test_whatever_unicode_says_is_what_is_read_unless_it_was_vietnamese_misread(text: str) -> None:
    mended, encoding = mend(text)
    assert encoding or mended == text


@pytest.mark.parametrize(
    ("old", "encoding", "text"),
    [
        ("Héi nghÞ tæng kÕt c«ng t¸c d©n vËn", "tcvn3", "Hội nghị tổng kết công tác dân vận"),
        ("Hoäi nghò toång keát coâng taùc daân vaän", "vni", "Hội nghị tổng kết công tác dân vận"),
        ("Khaúng ñònh: Ñaø Naüng, UÛy ban", "vni", "Khẳng định: Đà Nẵng, Ủy ban"),
        ("Há»™i nghá»‹ tá»•ng káº¿t cÃ´ng tÃ¡c dÃ¢n váº­n", "cp1252", "Hội nghị tổng kết công tác dân vận"),
    ],
)
def test_what_people_see_on_the_screen_is_what_is_mended(old: str, encoding: str, text: str) -> None:
    assert mend(old) == (text, encoding)


def test_a_record_names_the_encoding_of_its_file() -> None:
    data, left = files.encoded(SENTENCE, "tcvn3")
    article = read_bytes(data, "bai.txt")
    assert (article.text, article.source.encoding) == (left, "tcvn3")


def test_bytes_of_no_encoding_are_refused_with_the_place() -> None:
    with pytest.raises(ReadError, match=r"or an old Vietnamese encoding \(byte 5 is not UTF-8\)"):
        read_bytes("Ils \xe9taient all\xe9s \xe0 l'\xe9cole \xe9l\xe9mentaire".encode("latin-1"), "bai.txt")


@pytest.mark.parametrize("word", ["nghiêng", "Quốc", "gì", "Nguyễn", "thuở", "khuỷu", "Ý", "ủy", "uỷ", "ngoằng", "yếu"])
def test_a_syllable_is_one_with_its_tone_on_either_vowel(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["comité", "tæng", "kÕt", "Köln", "đồng€", "càt", "ngiệḿ", "strà", "ã©"])
def test_what_nobody_can_say_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
