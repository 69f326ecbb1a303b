"""The house rules that code can check: who imports whom, how large things get, and what appears nowhere."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "calibration",
    "catalogue",
    "copying",
    "cloud_catalogue",
    "cloud_faults",
    "cloud_live",
    "cost_tables",
    "costs",
    "estimate",
    "exceptions",
    "faults",
    "machine_words",
    "mends",
    "identity",
    "likeness",
    "permits",
    "instructions",
    "outlook",
    "policy",
    "prompts",
    "quotes",
    "redaction",
    "replies",
    "reports",
    "retries",
    "rubric",
    "schemas",
    "scoring",
    "structure",
)
# Libraries that compute and reach nothing: phonenumbers is a table of every country's numbers.
PURE_LIBRARIES = ("numpy", "phonenumbers")
TIERS = {
    **dict.fromkeys(PURE, 0),
    **dict.fromkeys(("reading", "clients", "demo"), 1),
    "models": 2,
    "pipeline": 3,
    **dict.fromkeys(("tasks", "forms", "htmx", "templatetags"), 4),
    **dict.fromkeys(("views", "admin", "management"), 5),
    "urls": 6,
}
# Tables of cases, one entry after the other: cutting them would only hide half of the cases.
LONG_TABLES = {"tests/redaction/headers.py", "tests/redaction/more_heads.py"}
WIRING = {"", "apps", "migrations"}
# What reaches outside: files, the clock, the network, other processes. Pure modules have no need of it.
OUTSIDE = {
    "asyncio",
    "http",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
    "uuid",
}
REQUEST_AND_PAGE = ("django.http", "django.shortcuts", "django.template", "django.views", "celery", "redis")
SECRET_NAMES = {
    "text",
    "redacted",
    "content",
    "prompt",
    "body",
    "answer",
    "password",
    "key",
    "api_key",
    "quote",
    "quotes",
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(")
INLINE = re.compile(
    r"\sstyle\s*=|<style\b|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*[\"']|javascript:|\|\s*safe\b|autoescape off"
)
IMPORT = ast.Import | ast.ImportFrom
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str, suffix: str = ".py") -> list[Path]:
    """Files of the project below these folders, without what is installed or generated."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob(f"*{suffix}")))
    return [path for path in found if not {"node_modules", "migrations", "__pycache__"} & set(path.parts)]


def code() -> list[Path]:
    return sources("matching", "jobtracker", "benchmarks")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, line: int | None = None) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def package_of(path: Path) -> str:
    """The part of `matching` that a file belongs to: `pipeline` for matching/pipeline/read.py."""
    first = path.relative_to(ROOT / "matching").parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, with the line; `from matching import tasks` counts as matching.tasks."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path, node.lineno)}: a relative import"
            if node.module == "matching":
                yield from ((f"matching.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def imports_of_tier(*tiers: int) -> Iterator[tuple[Path, str, int]]:
    for path in sources("matching"):
        if TIERS.get(package_of(path)) in tiers:
            yield from ((path, module, line) for module, line in imported(path))


def functions(*folders: str) -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in sources(*folders):
        yield from ((path, node) for node in ast.walk(tree_of(path)) if isinstance(node, FUNCTION))


def is_within(module: str, names: tuple[str, ...] | set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in names)


def long_lines(pattern: str, *, suffix: str, limit: int) -> list[str]:
    sizes = {path: path.read_text().count("\n") for path in sources(*pattern.split(), suffix=suffix)}
    return [f"{place(path)}: {size} lines" for path, size in sizes.items() if size > limit]


def catches_everything(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(handler.type)) is not None


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_every_module_has_a_tier():
    assert {package_of(path) for path in sources("matching")} - WIRING - TIERS.keys() == set()


def test_no_module_imports_upwards():
    wrong = []
    for path, module, line in imports_of_tier(*range(7)):
        own, other = package_of(path), module.partition(".")[2].partition(".")[0]
        if module.startswith("matching.") and TIERS.get(other, 0) > TIERS[own]:
            wrong.append(f"{place(path, line)} imports {module}")
    assert wrong == []


def test_edges_import_only_themselves_and_what_is_pure():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path, module, line in imports_of_tier(1)
        if is_within(module, ("django", "celery", "jobtracker", "redis"))
        or (
            module.startswith("matching.")
            and TIERS.get(module.split(".")[1]) == 1
            and module.split(".")[1] != package_of(path)
        )
    ]
    assert wrong == []


def test_pure_modules_import_the_standard_library_and_each_other():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path, module, line in imports_of_tier(0)
        if not is_within(module, {"matching", *PURE_LIBRARIES, *sys.stdlib_module_names})
    ]
    assert wrong == []


def test_pure_modules_reach_nothing_outside():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path, module, line in imports_of_tier(0)
        if is_within(module, OUTSIDE)
    ]
    calls = [
        f"{place(path, node.lineno)} calls {ast.unparse(node.func)}"
        for path in sources("matching")
        if TIERS.get(package_of(path)) == 0
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and re.search(r"(^open|\.now|\.today|\.utcnow|^input)$", ast.unparse(node.func))
    ]
    assert wrong + calls == []


def test_rows_and_verbs_know_no_request_no_page_and_no_message():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path, module, line in imports_of_tier(2, 3)
        if is_within(module, REQUEST_AND_PAGE)
    ]
    assert wrong == []


def test_rows_do_not_reach_the_edges():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path, module, line in imports_of_tier(2)
        if module.startswith("matching.") and TIERS.get(module.split(".")[1]) == 1
    ]
    assert wrong == []


def test_wiring_imports_no_behaviour():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path in sources("jobtracker")
        for module, line in imported(path)
        if is_within(module, {"matching"})
    ]
    assert wrong == []


def test_benchmarks_stay_outside():
    wrong = [
        f"{place(path, line)} imports {module}"
        for path in sources("benchmarks")
        for module, line in imported(path)
        if module.startswith("matching.") and TIERS.get(module.split(".")[1], 0) > 1
    ]
    assert wrong == []


def test_only_tasks_and_views_enqueue():
    wrong = [
        f"{place(path, node.lineno)} calls .{node.func.attr}"
        for path in sources("matching")
        if package_of(path) not in {"tasks", "views"}
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"delay", "apply_async", "delay_on_commit", "apply_async_on_commit", "send_task"}
    ]
    assert wrong == []


def test_imports_within_functions_give_their_reason():
    wrong = []
    for path, function in functions("matching", "jobtracker"):
        lines = path.read_text().splitlines()
        for node in ast.walk(function):
            if isinstance(node, IMPORT) and "  # " not in lines[node.lineno - 1]:
                wrong.append(place(path, node.lineno))
    assert wrong == []


def test_everything_is_caught_once_at_a_tasks_edge():
    found = []
    for path in code():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ExceptHandler) and catches_everything(node) and not raises_again(node):
                found.append(place(path))
    assert found in ([], ["matching/tasks.py"])


@pytest.mark.parametrize("folder", ["matching", "jobtracker", "benchmarks", "tests"])
def test_python_files_stay_under_400_lines(folder):
    wrong = long_lines(folder, suffix=".py", limit=400)
    assert [line for line in wrong if line.split(":")[0] not in LONG_TABLES] == []


def test_functions_stay_under_50_lines():
    limits = {"matching/tasks.py": 25, "matching/views": 40}
    wrong = []
    for path, node in functions("matching", "jobtracker", "benchmarks"):
        limit = next((limit for start, limit in limits.items() if place(path).startswith(start)), 50)
        size = node.end_lineno - node.lineno + 1
        if size > limit:
            wrong.append(f"{place(path, node.lineno)}: {node.name} has {size} lines, the limit is {limit}")
    assert wrong == []


def test_templates_and_styles_stay_under_150_lines():
    assert long_lines("templates", suffix=".html", limit=150) + long_lines("static/css", suffix=".css", limit=150) == []


def test_colours_stand_in_tokens_alone():
    wrong = [
        f"{place(path, number)}: {line.strip()}"
        for path in sources("static/css", suffix=".css")
        if path.name != "tokens.css"
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if COLOUR.search(line)
    ]
    assert wrong == []


def test_templates_have_no_inline_style_or_script():
    wrong = []
    for path in sources("templates", suffix=".html"):
        text = path.read_text()
        wrong += [
            f"{place(path, text[: found.start()].count(chr(10)) + 1)}: {found[0]}" for found in INLINE.finditer(text)
        ]
    assert wrong == []


def test_nothing_is_printed():
    wrong = [
        place(path, node.lineno)
        for path in sources("matching", "jobtracker")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "pprint", "breakpoint"}
    ]
    assert wrong == []


def test_log_lines_carry_no_text_of_a_cv_and_no_key():
    wrong = []
    for path in sources("matching", "jobtracker"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and re.match(r"(logger|logging|log)\.", ast.unparse(node.func)):
                parts = [part for argument in node.args for part in ast.walk(argument)]
                names = {getattr(part, "id", None) or getattr(part, "attr", None) for part in parts}
                wrong += [f"{place(path, node.lineno)}: {name}" for name in names & SECRET_NAMES]
    assert wrong == []


def test_flags_are_named_where_they_are_given():
    wrong = []
    for path, node in functions("matching", "jobtracker"):
        given = [*node.args.posonlyargs, *node.args.args]
        booleans = [
            argument.arg for argument in given if argument.annotation and ast.unparse(argument.annotation) == "bool"
        ]
        wrong += [f"{place(path, node.lineno)}: {node.name}({name})" for name in booleans]
    assert wrong == []


def test_names_use_the_words_of_the_house():
    other_words = re.compile(r"(^|_)(resumes?|analysis|evaluations?)(_|$)", re.IGNORECASE)
    wrong = []
    for path in sources("matching"):
        for node in ast.walk(tree_of(path)):
            name = getattr(node, "name", None) or getattr(node, "arg", None) or getattr(node, "id", None)
            if isinstance(name, str) and other_words.search(name):
                wrong.append(f"{place(path, node.lineno)}: {name}")
    assert wrong == []


def test_no_module_is_a_drawer_for_anything():
    drawers = {"services", "utils", "util", "helpers", "common", "misc"}

    assert [place(path) for path in code() if path.stem in drawers or path.parent.name in drawers] == []


def test_every_setting_is_read_in_settings_alone():
    wrong = [
        place(path, node.lineno)
        for path in sources("matching")
        if TIERS.get(package_of(path)) != 1  # an edge hands the environment of its child processes on
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}
    ]
    assert wrong == []
