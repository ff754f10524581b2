"""What libpolicy raises: one base class, and the built-in exception that each failure is like."""

import errno
import os


class Error(Exception):
    """Base of all errors of libpolicy.

    `code` is the kind as a word, the same in every language; `offset` is the byte of the input where it
    happened, 0 when there is none; `source` is the item of `pipe` that failed.
    """

    code = "internal"
    offset = 0
    source = None


class ArgumentError(Error, ValueError):
    """A value that should not have been passed."""

    code = "argument"


class FormatError(Error, ValueError):
    """The input is not what it should be."""

    code = "format"


class LimitError(Error, ValueError):
    """A ceiling was reached; see `limits`."""

    code = "limit"


class CorruptError(Error, ValueError):
    """A document breaks the rules of documents."""

    code = "corrupt"


class UnsupportedError(Error, NotImplementedError):
    """A format or feature that this build leaves out."""

    code = "unsupported"


class NotFoundError(Error, LookupError):
    """Nothing by that name or number."""

    code = "not_found"


class CancelledError(Error):
    """The progress callback returned False."""

    code = "cancelled"


class InternalError(Error, RuntimeError):
    """A fault in the library."""


class NoMemoryError(Error, MemoryError):
    """There is not enough memory."""

    code = "no_memory"


class IOError(Error, OSError):
    """A file could not be read; `filename` says which."""

    code = "io"


class MissingFileError(IOError, FileNotFoundError):
    """There is no such file."""


class FileAccessError(IOError, PermissionError):
    """The file must not be read."""


class NotAFileError(IOError, IsADirectoryError):
    """It is a directory."""


_CLASSES = {kind.code: kind for kind in (
    ArgumentError, FormatError, LimitError, CorruptError, UnsupportedError, NotFoundError, CancelledError,
    InternalError, NoMemoryError)}
_FILE_CLASSES = {errno.ENOENT: MissingFileError, errno.EACCES: FileAccessError, errno.EPERM: FileAccessError,
                 errno.EISDIR: NotAFileError}


def make(code, message, offset):
    """The exception for a failed call; C calls this."""
    if code == "io":
        number = next((n for n in errno.errorcode if os.strerror(n) == message), errno.EIO)
        error = _FILE_CLASSES.get(number, IOError)(number, message)
    else:
        error = _CLASSES.get(code, InternalError)(message)
    if offset:
        error.offset = offset
    return error
