# The module stat: kinds of file and permissions.
import stat

print(stat.filemode(0o100644), stat.filemode(0o040755), stat.filemode(0o120777), stat.filemode(0o104755), stat.filemode(0o041777), stat.S_ISDIR(0o040000), stat.S_ISREG(0o100000), oct(stat.S_IMODE(0o100644)), oct(stat.S_IFMT(0o100644)), stat.ST_SIZE, stat.S_IRWXU, stat.S_ISUID, stat.S_ISGID, stat.S_ISVTX, stat.S_ENFMT)
