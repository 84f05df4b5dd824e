"""Whether a window can open here, and what of the system is lacking; asks without Qt, which aborts where it fails."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from roadmap_desktop.domain.errors import MissingLibrary, NoScreen, UserError

LIBRARIES: Final = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads in any case: the library, and the Debian package that brings it."""
X11_LIBRARIES: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it loads besides for an X11 screen."""


def obstacle(environment: Mapping[str, str]) -> UserError | None:
    """Why no window can open on this Linux, by its environment variables; None where one can."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform and platform != "xcb" and not platform.startswith("wayland"):
        return None
    if platform != "xcb" and wayland_answers(environment):
        return None
    if platform.startswith("wayland") or not environment.get("DISPLAY"):
        return NoScreen()
    lacking = missing(X11_LIBRARIES)
    if lacking:
        return lacking_libraries(lacking)
    return None if x11_answers(environment["DISPLAY"]) else NoScreen()


def lacking_libraries(lacking: Mapping[str, str]) -> MissingLibrary:
    """The error that names `lacking`, libraries and their packages."""
    return MissingLibrary(reason=", ".join(lacking), packages=" ".join(lacking.values()))


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` that this system has not got."""
    return {name: package for name, package in libraries.items() if not _loads(name)}


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """A Wayland compositor has its socket where the environment says."""
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", ""), name).exists()


def x11_answers(display: str) -> bool:
    """An X server takes a connection to `display` (":0"). Without libxcb nobody can tell: then it does not."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    # It stays open while the program runs: a bare X server resets when its last client leaves, and would turn Qt away.
    return True


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
