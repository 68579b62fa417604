"""Kernels that run a project's notebooks: this interpreter, the project's root, nothing of the user's own set-up."""

import os
import sys
import threading
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import Unicode, default
from traitlets.config import Config

KERNEL_NAME = "python3"
_SOCKET_PATH_LIMIT = 90  # bytes; systems allow 104 or 108 with the port's number

live: set["ProjectKernelManager"] = set()
_stopping = threading.Event()


class ProjectKernelManager(AsyncKernelManager):
    """Starts one kernel in the project's root, whatever kernels or profiles the user has installed."""

    cwd = Unicode(config=True)
    scratch = Unicode(config=True)
    """Folder for the connection file, sockets and the empty IPython profile of this kernel."""

    @default("kernel_spec_manager")
    def _only_this_interpreter(self) -> KernelSpecManager:
        """No folder is searched, so ``python3`` is the interpreter that runs claimbook, not one of the same name."""
        return KernelSpecManager(parent=self, kernel_dirs=[])

    async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Start the kernel process. Raises RuntimeError when the run is being stopped."""
        if _stopping.is_set():
            raise RuntimeError("the run was stopped")
        live.add(self)
        await self._async_start_kernel(**options | {"cwd": self.cwd, "env": _environment(self.scratch)})

    async def cleanup_resources(self, restart: bool = False) -> None:  # type: ignore[override]  # noqa: FBT002
        """Forget the kernel once it has ended."""
        live.discard(self)
        await self._async_cleanup_resources(restart=restart)


def kernel_config(cwd: Path, scratch: Path) -> Config:
    """Settings of one kernel; where the system has local sockets it uses them, as no port can then be taken twice."""
    settings: dict[str, str] = {
        "cwd": str(cwd),
        "scratch": str(scratch),
        "connection_file": str(scratch / "kernel.json"),
    }
    if sys.platform != "win32" and len(os.fsencode(scratch / "kernel-ipc-1")) <= _SOCKET_PATH_LIMIT:
        settings["transport"] = "ipc"
    return Config({"ProjectKernelManager": settings})


def allow_kernels() -> None:
    """A new run may start kernels."""
    _stopping.clear()


def stop_kernels() -> None:
    """End every running kernel at once and start no more; the threads that wait for them then end by themselves."""
    _stopping.set()
    for manager in tuple(live):
        process = getattr(manager.provisioner, "process", None)
        if process is not None:
            process.kill()


def _environment(scratch: str) -> dict[str, str]:
    """The user's environment with an empty IPython profile, a fixed hash seed and no debugger remarks."""
    own = {
        "IPYTHONDIR": scratch,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONHASHSEED": "0",
    }
    return {**os.environ, **own}
