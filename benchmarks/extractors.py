"""How much of each PDF generator's text is words: ours beside pypdf and PDFium as they come.

A word counts when both libraries found it in the file, when two other files of the folder hold it, or when it is among
the common words of the estimate or the common signs of Chinese. So nothing but the folder is needed; a file that only
one library can read counts by the words that it shares with others. The libraries run in this process: only for files
that are known to be harmless.
"""

import io
import re
from collections import Counter, defaultdict
from pathlib import Path

import pypdf
import pypdfium2

from matching.estimate.commonwords import ALWAYS, FEWER, MANY, MOST, SOME
from matching.reading import Limits, ReaderPool
from matching.reading.characters import clean
from matching.reading.pdf import PARSER_ERRORS

READERS = ("ours", "pypdf", "pdfium")
FEWEST_FILES = 2
_COMMON = frozenset((ALWAYS + MOST + MANY + SOME + FEWER).split())
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def run(folder: Path) -> dict:
    """Read every PDF below a folder three ways; prints and returns the shares by generator, the worst files last."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and b"%PDF-" in path.read_bytes()[:1024]]
    if not files:
        raise SystemExit(f"There is no PDF in {folder}.")
    pool = ReaderPool()
    texts = {path: _texts(path, pool) for path in files}
    pool.close()
    seen = Counter(word for by in texts.values() for word in set().union(*(set(_words(by[name])) for name in READERS)))
    shares = {path: _shares(by, seen) for path, by in texts.items()}
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        groups[_generator(path)].append(path)
    figures = {"files": len(files), "generators": {}, "worst": {}}
    for generator, paths in sorted(groups.items(), key=lambda item: -len(item[1])):
        means = {name: round(sum(shares[path][name] for path in paths) / len(paths), 3) for name in READERS}
        figures["generators"][generator] = {"files": len(paths), **means}
    worst = sorted(files, key=lambda path: shares[path]["ours"] - max(shares[path].values()))
    figures["worst"] = {path.name: shares[path] for path in worst[:10]}
    _print(figures)
    return figures


def _texts(path: Path, pool: ReaderPool) -> dict[str, str]:
    data = path.read_bytes()
    ours = pool.read(data, name=path.name, limits=Limits())
    return {"ours": ours.get("text", ""), "pypdf": clean(_by_pypdf(data)).text, "pdfium": clean(_by_pdfium(data)).text}


def _by_pypdf(data: bytes) -> str:
    try:
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except PARSER_ERRORS:
        return ""


def _by_pdfium(data: bytes) -> str:
    try:
        with pypdfium2.PdfDocument(data) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    except pypdfium2.PdfiumError:
        return ""


def _words(text: str) -> list[str]:
    """Words in small letters; of a script without blanks, each sign is one."""
    return _WORD.findall(_UNSPACED.sub(r" \g<0> ", text).lower())


def _shares(by: dict[str, str], seen: Counter) -> dict[str, float]:
    """The share of letters that lie in known words, for each reader; a reader that lost letters loses their share."""
    words = {name: _words(by[name]) for name in READERS}
    agreed = set(words["pypdf"]) & set(words["pdfium"])
    most = max(1, *(sum(map(len, words[name])) for name in ("pypdf", "pdfium")))

    def known(word: str) -> bool:
        # A letter by itself is a word cut up, but for signs that are words.
        whole = len(word) > 1 or bool(_UNSPACED.match(word))
        return whole and (word in agreed or word in _COMMON or seen[word] > FEWEST_FILES or _is_common_sign(word))

    return {
        name: round(sum(len(word) for word in found if known(word)) / max(1, sum(map(len, found))), 3)
        for name, found in words.items()
    } | {"letters": round(sum(map(len, words["ours"])) / most, 3)}


def _is_common_sign(word: str) -> bool:
    """Whether a word is one of the 3,755 most used Chinese signs, which the standard GB 2312 lists first, or a kana."""
    try:
        place = word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(place) == 2 and (0xB0 <= place[0] <= 0xD7 or place[0] in (0xA4, 0xA5))


def _generator(path: Path) -> str:
    try:
        about = pypdf.PdfReader(path).metadata or {}
        name = str(about.get("/Producer") or about.get("/Creator") or "unknown")
    except PARSER_ERRORS:
        return "unknown"
    return re.sub(r"[\d.]{2,}.*| \(.*", "", name).strip()[:30] or "unknown"


def _print(figures: dict) -> None:
    print(f"{'generator':32}{'files':>6}" + "".join(f"{name:>9}" for name in READERS))
    for generator, row in figures["generators"].items():
        print(f"{generator:32}{row['files']:>6}" + "".join(f"{row[name]:>9.3f}" for name in READERS))
    print("Farthest behind the better library:")
    for name, row in figures["worst"].items():
        print(f"  {name[:60]:62}" + "  ".join(f"{key} {share:.3f}" for key, share in row.items()))
