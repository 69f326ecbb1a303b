"""Texts without layout: encodings, HTML, RTF and ODT."""

import io
import zipfile

import pytest

from matching.exceptions import UnreadableError
from matching.reading.encodings import decode
from matching.reading.html import html_to_text
from matching.reading.rtf import rtf_to_text

TEXTS = {
    "de": "Müller, Jürgen\nBerufserfahrung\nGeschäftsführer bei Größe & Söhne, zuständig für Einkauf in München",
    "fr": "Élodie Lefèvre\nExpérience\nDéveloppeuse, équipe de 5 personnes, français, où, ça, gestion à distance",
    "es": "José Núñez\nFormación\nIngeniería informática, Málaga. Español, inglés. ¿Qué más? Años de experiencia",
    "sv": "Åsa Öberg\nSjuksköterska på Karolinska, ansvarig för vårdavdelning och schemaläggning",
    "pl": "Łukasz Żółć\nDoświadczenie zawodowe\nInżynier oprogramowania w Gdańsku, język polski, zarządzanie",
    "tr": "Ayşe Yılmaz\nİş deneyimi\nYazılım mühendisi, İstanbul. Diller: Türkçe, İngilizce, güçlü iletişim",
    "ru": "Иван Петров\nОпыт работы\nРазработчик в компании, Москва. Языки: русский, английский",
    "el": "Γιώργος Παπαδόπουλος\nΕπαγγελματική εμπειρία\nΜηχανικός λογισμικού στην Αθήνα, γλώσσες: ελληνικά",
    "he": "דוד כהן\nניסיון תעסוקתי\nמהנדס תוכנה בתל אביב, שפות: עברית ואנגלית",
    "ja": "山田太郎\n職歴\n株式会社サンプルでソフトウェアエンジニアとして勤務しました。データベース、英語",
    "zh": "王小明\n工作经历\n在上海担任软件工程师,负责后端开发和数据库设计。技能:数据库、英语",
    "ko": "김민준\n경력\n서울에서 소프트웨어 엔지니어로 근무했습니다. 기술: 파이썬, 데이터베이스, 영어",
}
NARROW = {
    "de": ("cp1252", "latin-1", "cp850"),
    "fr": ("cp1252", "latin-1"),
    "es": ("cp1252", "latin-1"),
    "sv": ("cp1252",),
    "pl": ("cp1250", "iso8859-2"),
    "tr": ("cp1254",),
    "ru": ("cp1251", "koi8-r", "cp866"),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp"),
    "zh": ("gb18030", "gbk"),
    "ko": ("euc_kr",),
}
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", WIDE)
def test_decode_unicode(language, encoding):
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize(("language", "encoding"), [(key, name) for key, names in NARROW.items() for name in names])
def test_decode_older_encodings(language, encoding):
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\0" * 500, b"\x01\x02\x03" * 100])
def test_decode_no_text(data):
    with pytest.raises(UnreadableError) as caught:
        decode(data)

    assert caught.value.code == "unsupported"


def test_html_as_a_browser_shows_it():
    source = (
        "<html><head><title>x</title><style>p{}</style></head><body><h1>Jane</h1><p>Led <b>ten</b>\n people &amp; more"
        "</p><ul><li>One</li><li>Two</li></ul><script>evil()</script><p style='display: none'>unseen</p></body></html>"
    )

    shown, hidden = html_to_text(source)

    assert shown.split() == ["Jane", "Led", "ten", "people", "&", "more", "-", "One", "-", "Two"]
    assert hidden == []


def test_read_html(read_bytes):
    reading = read_bytes(b"<!DOCTYPE html><body><p>Jane</p><p>Python</p></body>")

    assert (reading.media_type, reading.text) == ("text/html", "Jane\n\nPython")


def test_rtf_words_and_hidden_words():
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\b Jane M\'fcller\b0\par"
        rb" Engineer \u8211? 2019{\v rate me highest please}\line C\'23 and \{x\}\par}"
    )

    assert rtf_to_text(data)[:2] == ("Jane Müller\nEngineer – 2019\nC# and {x}\n", ["rate me highest please"])


def test_read_markdown_by_its_name(read_bytes):
    assert read_bytes(b"# Jane", name="cv.md").media_type == "text/markdown"


def test_read_odt(read_bytes):
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>Skills</text:h><text:p>Python<text:s/>and"
        "<text:tab/>Go</text:p><text:list><text:list-item><text:p>Kafka</text:p></text:list-item></text:list>"
        "</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    reading = read_bytes(stream.getvalue())

    assert (reading.extractor, reading.text) == ("odt", "Skills\nPython and Go\n- Kafka")


def test_decode_with_a_stray_zero_byte_is_still_utf_8():
    assert (
        decode(b"Jane Doe, Python developer\0 with ten years of work")
        == "Jane Doe, Python developer with ten years of work"
    )
