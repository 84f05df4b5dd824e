"""The keys of locked copies: made from a password and recovery words, opened by either, kept where nothing opens them."""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from roadmap_desktop.domain import recovery_words
from roadmap_desktop.domain.errors import FileDamaged, FileUnreadable, WordsMistyped, WrongPassword
from roadmap_desktop.store import file

if TYPE_CHECKING:
    import subprocess

HARDEST: Final = 22
"""Largest logarithm of the work that a password may cost: 4 GB of memory, some ten seconds."""
EASIEST: Final = 16
"""Smallest that is left standing; age aims at a second, and measures less while the computer is very busy."""
KEPT: Final = "second-place.json"
"""Name of the file in the user's folder that says with which keys copies at the second place are locked."""

_ARMOUR: Final = re.compile(
    rb"-----BEGIN AGE ENCRYPTED FILE-----\n([A-Za-z0-9+/=\n]{300,700})\n-----END AGE ENCRYPTED FILE-----\n+"
)
_WRAPPED: Final = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n"
    rb"--- [A-Za-z0-9+/]{43}\n.{106}",
    re.DOTALL,
)
"""A key of 74 letters, encrypted with a passphrase: the work it costs is the only thing that may vary in length."""
_IDENTITY: Final = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")
_CHILD: Final = Path(__file__).with_name("locked_child.py")
_MB: Final = 1 << 20
_TRIES: Final = 3
_PATIENCE: Final = 180
"""Seconds after which turning a password into a key is given up."""


class Keys(NamedTuple):
    """What copies are locked with. Safe to keep: it opens nothing without the password or the words.

    `recipient` is public; the others are the secret key, encrypted with the password and with the words ("" without).
    """

    recipient: str
    password: str
    words: str = ""


class Lock(NamedTuple):
    """Keys fresh from the password, with the secret key that they hold: to check what was written, never to be kept."""

    keys: Keys
    identity: str


def make_lock(password: str, words: Sequence[str] = ()) -> Lock:
    """New keys, opened by `password`, which is not empty, and by `words`. Takes seconds, in processes of its own.

    Raises FileUnreadable where this computer lacks the memory for it.
    """
    import pyrage  # noqa: PLC0415 - 1 MB of code that only locking needs

    if not password:
        raise ValueError("no password")
    made = pyrage.x25519.Identity.generate()
    identity = str(made)
    asked = [{"text": identity, "secret": plain(password)}]
    if words:
        asked.append({"text": identity, "secret": " ".join(words)})
    blocks: list[str] = []
    for _ in range(_TRIES):
        blocks = [_armoured(base64.b64decode(answer["result"])) for answer in _ask(asked)]
        if min(wrapped(block.encode())[1] for block in blocks) >= EASIEST:
            break
    return Lock(Keys(str(made.to_public()), *blocks), identity)


def plain(password: str) -> str:
    """`password` as it is used, so that every keyboard and system gives the same (as RFC 8265 asks of passwords)."""
    spaces = (" " if unicodedata.category(letter) == "Zs" else letter for letter in password)
    return unicodedata.normalize("NFC", "".join(spaces).encode("utf-8", "replace").decode())


def keep_keys(folder: Path, keys: Keys) -> None:
    """Remember in the user's `folder` that copies at the second place are locked with `keys`. Raises as `translating`."""
    target = folder / KEPT
    with file.translating(target):
        folder.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(keys._asdict()), "utf-8")
        part.replace(target)


def kept_keys(folder: Path) -> Keys | None:
    """The keys remembered in `folder`; None where copies at the second place are not locked.

    Raises FileDamaged where it cannot be told: then nothing unlocked must go there.
    """
    target = folder / KEPT
    try:
        found = Keys(**json.loads(target.read_text("utf-8")))
        _check_keys(found)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise FileDamaged(path=target, reason=str(error)) from error
    return found


def forget_keys(folder: Path) -> None:
    """From now on copies at the second place are not locked. Raises as `translating`."""
    with file.translating(folder / KEPT):
        (folder / KEPT).unlink(missing_ok=True)


def _check_keys(keys: Keys) -> None:
    """Raise ValueError where these are no keys of ours."""
    import pyrage  # noqa: PLC0415 - as above

    try:
        pyrage.x25519.Recipient.from_str(keys.recipient)
    except pyrage.RecipientError as error:
        raise ValueError(str(error)) from error
    for block in (keys.password, *([keys.words] if keys.words else [])):
        wrapped(block.encode())


def open_with(path: Path, keys: Keys, secret: str) -> str:
    """The secret key in `keys`. Raises WrongPassword, WordsMistyped, FileDamaged, FileUnreadable."""
    words = recovery_words.read(secret)
    tries = [(keys.password, plain(secret))] if secret else []
    if words.sound and keys.words:
        tries.insert(0, (keys.words, words.text()))
    questions = [
        {"wrapped": base64.b64encode(wrapped(block.encode())[0]).decode(), "secret": text}
        for block, text in tries
    ]
    try:
        answers = _ask(questions)
    except FileUnreadable as error:
        raise FileUnreadable(path=path, reason=error.data["reason"]) from error
    for answer in answers:
        if "result" in answer:
            if not _IDENTITY.fullmatch(answer["result"]):
                raise FileDamaged(path=path, reason="what the password opens is no key")
            return answer["result"]
    if words.meant and not words.sound and keys.words:
        raise WordsMistyped(path=path, wrong=words.wrong, count=len(words.words))
    raise WrongPassword(path=path)


def _ask(questions: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Have each question answered by a child, all at the same time. Raises FileUnreadable where one fails."""
    # Beside the work itself, what Python and its libraries map.
    memory = 128 * 8 * 2**HARDEST + 512 * _MB
    children = [_child() for _ in questions]
    try:
        for child, asked in zip(children, questions, strict=True):
            assert child.stdin is not None
            with contextlib.suppress(OSError):  # it broke: its answer will be missing
                child.stdin.write(json.dumps({**asked, "memory": memory}).encode())
                child.stdin.close()
            child.stdin = None
        return [_answer(child) for child in children]
    finally:
        for child in children:
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()


def _child() -> subprocess.Popen[bytes]:
    import subprocess  # noqa: PLC0415 - slow, and only the password needs it

    return subprocess.Popen(
        [sys.executable, "-I", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answer(child: subprocess.Popen[bytes]) -> dict[str, str]:
    import subprocess  # noqa: PLC0415 - as above

    try:
        said, _ = child.communicate(timeout=_PATIENCE)
        answer: dict[str, str] = json.loads(said)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise FileUnreadable(path=Path(), reason=f"a password could not be worked out: {error}") from error
    return answer


def _armoured(wrapped: bytes) -> str:
    return (
        "-----BEGIN AGE ENCRYPTED FILE-----\n"
        + "".join(
            base64.b64encode(wrapped[at : at + 48]).decode() + "\n" for at in range(0, len(wrapped), 48)
        )
        + "-----END AGE ENCRYPTED FILE-----\n"
    )


def wrapped(block: bytes) -> tuple[bytes, int]:
    """The encrypted key in a block, and the logarithm of the work that opening it costs. Raises ValueError."""
    match = _ARMOUR.fullmatch(block)
    if match is None:
        raise ValueError("no encrypted key")
    try:
        wrapped = base64.b64decode(match[1].replace(b"\n", b""), validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    inside = _WRAPPED.fullmatch(wrapped)
    if inside is None:
        raise ValueError("an encrypted key that age writes for nobody")
    return wrapped, int(inside[1])
