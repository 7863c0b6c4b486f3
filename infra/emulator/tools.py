"""Makes the pinned Python tools, once for each set of versions, and prints the folder they are in.

    tools.py CACHE

Each requirements-NAME.txt beside this file becomes a virtual environment CACHE/tools-HASH/NAME: they want different
versions of the same libraries, so one environment can't hold them all. Where there is an after-NAME.py, the
environment's own Python runs it then. One that can't be had leaves its reason in CACHE/tools-HASH/NAME.missing, and is tried
again the next time; the others are there all the same. Ends with 3 and a sentence where none can be had here.
"""

import fcntl
import hashlib
import pathlib
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = sorted(HERE.glob("requirements-*.txt"))
AFTERWARDS = sorted(HERE.glob("after-*.py"))


class NotHere(Exception):
    """The tools can't be had on this machine, and why."""


def key():
    # Libraries are compiled for one version of Python.
    digest = hashlib.sha256(sys.version.encode())
    for file in REQUIREMENTS + AFTERWARDS:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def install(file, folder):
    name = file.stem.removeprefix("requirements-")
    home = folder / name
    made = subprocess.run([sys.executable, "-m", "venv", str(home)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise NotHere("Python's module venv does not work (on Debian and Ubuntu: apt install python3-venv)")
    pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    fetched = subprocess.run(
        [*pip, "--no-deps", "--retries", "2", "-r", str(file)], capture_output=True, text=True, check=False
    )
    if fetched.returncode:
        print(fetched.stderr, file=sys.stderr)
        last = (fetched.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise NotHere(f"{name} can't be installed from PyPI: {last}")
    after = HERE / f"after-{name}.py"
    if after in AFTERWARDS:
        done = subprocess.run(
            [str(home / "bin" / "python"), str(after), str(home)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(done.stderr[-4000:], file=sys.stderr)
            last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            raise NotHere(f"{after.name} failed: {last}")
    print(f"{name} is there", file=sys.stderr, flush=True)


def there(file, folder):
    """Why the environment is not there, which is written down as well; empty where it is."""
    name = file.stem.removeprefix("requirements-")
    home, whole, missing = folder / name, folder / f"{name}.whole", folder / f"{name}.missing"
    if whole.exists():
        return ""
    # An environment knows its own path and can't be renamed, so this file, written last, says that it is whole.
    shutil.rmtree(home, ignore_errors=True)
    try:
        install(file, folder)
    except NotHere as reason:
        shutil.rmtree(home, ignore_errors=True)
        missing.write_text(f"{reason}\n", encoding="utf-8")
        print(f"{name} is not there: {reason}", file=sys.stderr, flush=True)
        return str(reason)
    missing.unlink(missing_ok=True)
    whole.touch()
    return ""


def make(cache):
    folder = cache / f"tools-{key()}"
    # All of them are there.
    whole = folder / "whole"
    if whole.exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / f"{folder.name}.lock", "w", encoding="ascii") as lock:
        # The lock goes with this process, also when it is killed.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if whole.exists():
            return folder
        folder.mkdir(exist_ok=True)
        with ThreadPoolExecutor() as pool:
            reasons = list(pool.map(lambda file: there(file, folder), REQUIREMENTS))
        if all(reasons):
            raise NotHere("; ".join(dict.fromkeys(reasons)))
        if not any(reasons):
            whole.touch()
    return folder


def main():
    try:
        print(make(pathlib.Path(sys.argv[1])))
        return 0
    except (NotHere, OSError) as reason:
        print(reason, file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
