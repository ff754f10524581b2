"""Builds the package for pip.

The module links the libpolicy that pkg-config finds. LIBPOLICY_BUNDLED=1, or the want of an installed one,
compiles the library in; that needs what NEEDED names. LIBPOLICY_BUNDLED=0 takes the installed one or fails.

The sources are those of the checkout that this folder lies in, or, in an sdist, of this folder itself, which
then has the wrapper that SWIG made too, so that a C compiler is enough.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

HERE = Path(__file__).resolve().parent
ROOT = HERE if (HERE / "include").is_dir() else HERE.parents[1]
SHARED = HERE / "swig" if ROOT == HERE else ROOT / "bindings" / "swig"


# As in configure.ac.
NEEDED = ("libutf8proc", "jansson", "gumbo", "libxml-2.0", "libzip", "md4c", "uchardet", "zlib")


def version():
    header = (ROOT / "include" / "policy" / "version.h").read_text(encoding="utf-8")
    return re.search(r'#define POLICY_VERSION "(.*)"', header)[1]


def pkg_config(*arguments):
    """The words that pkg-config says, or None."""
    try:
        done = subprocess.run([os.environ.get("PKG_CONFIG", "pkg-config"), *arguments], capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout.split() if done.returncode == 0 else None


def wrapper(folder):
    """The C file that SWIG makes of the headers, made anew where there is SWIG."""
    made = HERE / "core_wrap.c"
    swig = os.environ.get("SWIG") or shutil.which("swig")
    if made.exists() and (ROOT == HERE or not swig):
        return made
    if not swig:
        raise SystemExit("SWIG is needed to build libpolicy from a checkout")
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "core_wrap.c"
    subprocess.run([swig, "-python", f"-I{ROOT / 'include'}", f"-I{SHARED}", f"-I{HERE}", "-outdir", folder,
                    "-o", made, HERE / "policy_python.i"], check=True)
    return made


class Build(build_ext):
    def build_extension(self, extension):
        installed = pkg_config("--cflags", "--libs", f"libpolicy >= {version()}")
        bundled = os.environ.get("LIBPOLICY_BUNDLED", "0" if installed is not None else "1") == "1"
        extension.sources = [str(wrapper(Path(self.build_temp).resolve()))]
        if bundled:
            extension.sources += sorted(map(str, (ROOT / "libpolicy").rglob("*.c")))
            extension.include_dirs = [str(ROOT / "include"), str(ROOT / "libpolicy")]
            extension.depends = sorted(str(file) for folder in ("include", "libpolicy")
                                       for file in (ROOT / folder).rglob("*") if file.is_file())
            extension.define_macros = [("POLICY_API", ""),  # nothing but the module itself is exported
                                       ("POLICY_DATA", f'"{ROOT / "libpolicy" / "data"}"')]
            flags = pkg_config("--cflags", "--libs", *NEEDED)
            if flags is None:
                raise SystemExit("compiling the library in needs " + ", ".join(NEEDED))
            flags.append("-lm")
        elif installed is not None:
            flags = installed
        else:
            raise SystemExit("pkg-config finds no libpolicy; LIBPOLICY_BUNDLED=1 compiles it in")
        extension.extra_compile_args = ["-std=gnu11", "-fvisibility=hidden",
                                        *(flag for flag in flags if flag[:2] not in ("-l", "-L"))]
        extension.extra_link_args = [flag for flag in flags if flag[:2] in ("-l", "-L")]
        super().build_extension(extension)


class Release(sdist):
    """An sdist with everything that a build needs but a C compiler and the two libraries."""

    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        if ROOT == HERE:
            return
        base = Path(base_dir)
        for folder, source in (("include", ROOT / "include"), ("libpolicy", ROOT / "libpolicy"), ("swig", SHARED)):
            for file in sorted(source.rglob("*")):
                if file.suffix in (".c", ".h", ".i", ".inc", ".def", ".weights"):
                    self.copy(file, base / folder / file.relative_to(source))
        self.copy(ROOT / "COPYING", base / "COPYING")
        self.copy(wrapper(base / "made"), base / "core_wrap.c")
        shutil.rmtree(base / "made", ignore_errors=True)

    def copy(self, file, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copy2(file, target)


setup(version=version(), ext_modules=[Extension("libpolicy._core", [])],
      cmdclass={"build_ext": Build, "sdist": Release})
