"""What people read is Chinese, or English on request.

The source says everything in Chinese; its English is in ``words/english.tsv``. click says
everything in English; its Chinese is a gettext catalogue in ``words/``.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.english import Lang

_DOMAIN = "workreport"
_WORDS = Path(__file__).parent / "words"
_spoken: Lang = "zh"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen(arguments: Sequence[str], environment: Mapping[str, str], stated: object = None) -> Lang:
    """Choose the language: ``--lang``, ``WORKREPORT_LANG``, a settings file (``stated``), an
    English locale; else Chinese.

    >>> chosen(["show", "--lang", "en"], {}), chosen([], {"LANG": "en_GB.UTF-8"}), chosen([], {})
    ('en', 'en', 'zh')
    """
    wanted = [environment.get("WORKREPORT_LANG"), stated]
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            wanted.insert(0, arguments[number + 1])
        elif argument.startswith("--lang="):
            wanted.insert(0, argument.partition("=")[2])
    for found in wanted:
        if found in ("zh", "en"):
            return found
    named = (environment[name] for name in _LOCALES if environment.get(name))
    locale = next(named, None) or _of_windows()
    return "en" if locale.partition("_")[0].lower() in ("en", "english") else "zh"


def _of_windows() -> str:
    """Give the locale of Windows, which no variable names: English_United Kingdom."""
    if sys.platform != "win32":
        return ""
    import locale

    return locale.getlocale()[0] or ""


def begin(lang: Lang) -> None:
    """Speak ``lang`` from here on."""
    global _spoken
    _spoken = lang
    os.environ["LANGUAGE"] = "zh_CN" if lang == "zh" else "en"
    gettext.bindtextdomain(_DOMAIN, str(_WORDS))
    gettext.textdomain(_DOMAIN)


def spoken() -> Lang:
    """Give the language that is spoken."""
    return _spoken


def _(words: str) -> str:
    """Give our words in the language that is spoken."""
    if _spoken == "zh" or not words:
        return words
    from pipeline.english import english

    return english(words)


def say(words: str, *, err: bool = False, **values: Any) -> None:
    """Print one line: ``words`` in the language that is spoken, its ``{names}`` filled in."""
    from pipeline.batch.names import on_screen

    click.echo(on_screen(_(words).format(**values)), err=err)


def notice(words: str, **values: Any) -> None:
    """Say on stderr what is good to know and no result; ``-q`` silences it."""
    from pipeline.cli.loudness import quiet

    if not quiet():
        say(words, err=True, **values)
