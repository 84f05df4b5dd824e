"""A job object of Windows that bounds a child process: memory, processor time, no children, ends with us."""

from __future__ import annotations

import subprocess
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME = 0x0002
    _ACTIVE_PROCESS = 0x0008
    _PROCESS_MEMORY = 0x0100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x0400
    _KILL_ON_JOB_CLOSE = 0x2000
    _EXTENDED_LIMITS = 9

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def bound(process: subprocess.Popen[bytes], memory: int, seconds: int) -> object:
        """Put `process` under `memory` bytes and `seconds` of processor time; returns the job, to be released.

        None where Windows refuses: the clock still ends it.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            wintypes.LPVOID,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return None
        limits = _Extended()
        limits.BasicLimitInformation.ActiveProcessLimit = 1
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000
        limits.BasicLimitInformation.LimitFlags = (
            _PROCESS_TIME
            | _ACTIVE_PROCESS
            | _PROCESS_MEMORY
            | _DIE_ON_UNHANDLED_EXCEPTION
            | _KILL_ON_JOB_CLOSE
        )
        limits.ProcessMemoryLimit = memory
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001
        return job

    def release(job: object) -> None:
        """Let go of the job, if there is one, which ends what still runs in it."""
        if job is None:
            return
        kernel = ctypes.WinDLL("kernel32")
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.CloseHandle(job)
