"""Constants/functions for interpreting results of os.stat() and os.lstat().

Suggested usage: from stat import *
"""

# Indices of the items of os.stat().
(ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID,
 ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME) = range(10)

# Kinds of file, in st_mode.
S_IFSOCK, S_IFLNK, S_IFREG, S_IFBLK, S_IFDIR, S_IFCHR, S_IFIFO = (
    0o140000, 0o120000, 0o100000, 0o060000, 0o040000, 0o020000, 0o010000)
S_IFDOOR = S_IFPORT = S_IFWHT = 0

# Permissions.
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001


def S_IMODE(mode):
    """Return the portion of the file's mode that can be set by os.chmod()."""
    return mode & 0o7777


def S_IFMT(mode):
    """Return the portion of the file's mode that describes the file type."""
    return mode & 0o170000


def _test(name, kind, text):
    def test(mode):
        return mode & 0o170000 == kind
    test.__name__ = test.__qualname__ = name
    test.__doc__ = name + "(mode) -> bool\n\nReturn True if mode is from " + text + "."
    globals()[name] = test


_test('S_ISDIR', S_IFDIR, 'a directory')
_test('S_ISCHR', S_IFCHR, 'a character special device file')
_test('S_ISBLK', S_IFBLK, 'a block special device file')
_test('S_ISREG', S_IFREG, 'a regular file')
_test('S_ISFIFO', S_IFIFO, 'a FIFO (named pipe)')
_test('S_ISLNK', S_IFLNK, 'a symbolic link')
_test('S_ISSOCK', S_IFSOCK, 'a socket')
del _test


def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    kinds = {S_IFLNK: 'l', S_IFSOCK: 's', S_IFREG: '-', S_IFBLK: 'b', S_IFDIR: 'd', S_IFCHR: 'c', S_IFIFO: 'p'}
    text = kinds.get(S_IFMT(mode), '?')
    for shift, special, letter in (6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't'):
        bits = mode >> shift
        text += ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-')
        if mode & special:
            text += letter if bits & 1 else letter.upper()
        else:
            text += 'x' if bits & 1 else '-'
    return text
