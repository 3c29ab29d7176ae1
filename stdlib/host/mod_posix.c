// The module posix: system calls about files, folders and this process, for os. Errors are OSErrors
// with CPython's arguments. Read path_get first: every path argument goes through it.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/host/path.h"
#include "stdlib/host/stat_result.h"
#include "vm/vm.h"

// --- path arguments ---

// A path as the system and as the error message see it.
typedef struct Path {
    Object *given; // str, bytes or int as the script sees it in an error; owned
    Object *bytes; // owned; NULL when a descriptor was given
    const char *text;
    int fd;
} Path;

enum { PATH_FD = 1, PATH_NONE = 2 }; // what is allowed besides str, bytes, os.PathLike

static void path_drop(Path *path)
{
    xdecref(path->given);
    xdecref(path->bytes);
}

static int raise_path_type(const char *function, const char *name, Object *object, int allowed)
{
    error_format(&exc_type_error, "%s: %s should be string, bytes%s, not %T", function, name,
                 allowed == (PATH_FD | PATH_NONE) ? ", os.PathLike, integer or None"
                 : allowed == PATH_FD             ? ", os.PathLike or integer"
                                                  : " or os.PathLike",
                 object);
    return -1;
}

// Fills *path from an argument. 0; -1 with CPython's error, and then nothing is to be dropped.
static int path_get(Path *path, const char *function, const char *name, Object *object, int allowed)
{
    *path = (Path){.fd = -1};
    if ((!object || object == object_none) && (allowed & PATH_NONE)) {
        path->given = str_from_text(".");
    } else if ((allowed & PATH_FD) && !IS_STR(object) && !IS_BYTES(object) && type_of(object)->to_index) {
        path->fd = int_as_int32(object);
        if (path->fd == -1 && error_occurred())
            return -1;
        path->given = int_from_int64(path->fd);
        return path->given ? 0 : -1;
    } else {
        Object *fspath = NULL;
        if (!IS_STR(object) && !IS_BYTES(object)) {
            fspath = str_from_text("__fspath__");
            Object *method = fspath ? object_lookup_special(object, fspath) : NULL;
            xdecref(fspath);
            if (!method)
                return error_occurred() ? -1 : raise_path_type(function, name, object, allowed);
            decref(method);
        }
        path->given = path_argument(object, false);
    }
    path->bytes = path->given ? path_to_bytes(path->given) : NULL;
    if (!path->bytes) {
        if (path->given && IS_BYTES(path->given) && error_is(&exc_value_error))
            error_format(&exc_value_error, "%s: embedded null character in %s", function, name);
        ref_clear(&path->given);
        return -1;
    }
    path->text = (const char *)((BytesObject *)path->bytes)->data;
    return 0;
}

// Ends a function of one path: None, or the OSError of a failed call.
static Object *path_end(Path *path, int status)
{
    if (status < 0)
        error_os(errno, path->given);
    path_drop(path);
    if (status < 0)
        return NULL;
    return_none;
}

// OSError about two paths.
static void raise_two(int error_number, Object *from, Object *to)
{
    Object *number = int_from_int64(error_number), *text = str_from_text(strerror(error_number));
    if (number && text) {
        Object *args[] = {number, text, from, object_none, to};
        Object *exception = call_object(OBJECT(&exc_os_error), args, 5, NULL);
        if (exception) {
            error_set_borrow(exception);
            decref(exception);
        }
    }
    xdecref(number);
    xdecref(text);
}

static int int_argument(Object *object, int *value)
{
    *value = int_as_int32(object);
    return *value == -1 && error_occurred() ? -1 : 0;
}

// --- one path ---

typedef int (*PathCall)(const char *path);

static Object *call_on_path(const char *function, PathCall call, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    const Signature signature = {function, parameters, 0, 1, 1};
    Object *value;
    Path path;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || path_get(&path, function, "path", value, 0) < 0)
        return NULL;
    return path_end(&path, call(path.text));
}

static Object *posix_fn_remove(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)module;
    return call_on_path("remove", unlink, args, nargs, kwnames);
}

static Object *posix_fn_unlink(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)module;
    return call_on_path("unlink", unlink, args, nargs, kwnames);
}

static Object *posix_fn_rmdir(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)module;
    return call_on_path("rmdir", rmdir, args, nargs, kwnames);
}

static Object *posix_fn_chdir(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    static const Signature signature = {"chdir", parameters, 0, 1, 1};
    Object *value;
    Path path;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || path_get(&path, "chdir", "path", value, PATH_FD) < 0)
        return NULL;
    return path_end(&path, path.bytes ? chdir(path.text) : fchdir(path.fd));
}

static Object *posix_fn_mkdir(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", "mode", NULL};
    static const Signature signature = {"mkdir", parameters, 0, 1, 2};
    Object *values[2];
    Path path;
    int mode = 0777;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 ||
        (values[1] && int_argument(values[1], &mode) < 0) || path_get(&path, "mkdir", "path", values[0], 0) < 0)
        return NULL;
    return path_end(&path, mkdir(path.text, (mode_t)mode));
}

static Object *posix_fn_chmod(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", "mode", NULL};
    static const Signature signature = {"chmod", parameters, 0, 2, 2};
    Object *values[2];
    Path path;
    int mode;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || int_argument(values[1], &mode) < 0 ||
        path_get(&path, "chmod", "path", values[0], PATH_FD) < 0)
        return NULL;
    return path_end(&path, path.bytes ? chmod(path.text, (mode_t)mode) : fchmod(path.fd, (mode_t)mode));
}

static Object *posix_fn_access(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", "mode", NULL};
    static const Signature signature = {"access", parameters, 0, 2, 2};
    Object *values[2];
    Path path;
    int mode;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || int_argument(values[1], &mode) < 0 ||
        path_get(&path, "access", "path", values[0], 0) < 0)
        return NULL;
    bool can = access(path.text, mode) == 0;
    path_drop(&path);
    return new_ref(can ? object_true : object_false);
}

static Object *posix_fn_readlink(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    static const Signature signature = {"readlink", parameters, 0, 1, 1};
    Object *value, *result = NULL;
    Path path;
    char text[4096];
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || path_get(&path, "readlink", "path", value, 0) < 0)
        return NULL;
    ssize_t size = readlink(path.text, text, sizeof text);
    if (size < 0)
        error_os(errno, path.given);
    else
        result = path_from_text(text, (size_t)size, IS_BYTES(path.given));
    path_drop(&path);
    return result;
}

static Object *posix_fn_fspath(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    static const Signature signature = {"fspath", parameters, 0, 1, 1};
    Object *value;
    (void)module;
    return args_parse(&signature, args, nargs, kwnames, &value) < 0 ? NULL : path_argument(value, false);
}

// --- two paths ---

static Object *call_on_two(const char *function, int (*call)(const char *, const char *), Object *const *args,
                           size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"src", "dst", NULL};
    const Signature signature = {function, parameters, 0, 2, 2};
    Object *values[2];
    Path from, to;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || path_get(&from, function, "src", values[0], 0) < 0)
        return NULL;
    if (path_get(&to, function, "dst", values[1], 0) < 0) {
        path_drop(&from);
        return NULL;
    }
    int status = call(from.text, to.text);
    if (status < 0)
        raise_two(errno, from.given, to.given);
    path_drop(&from);
    path_drop(&to);
    if (status < 0)
        return NULL;
    return_none;
}

#define TWO_PATH_FUNCTION(name, call)                                                                    \
    static Object *posix_fn_##name(Object *module, Object *const *args, size_t nargs, Object *kwnames)   \
    {                                                                                                    \
        (void)module;                                                                                    \
        return call_on_two(#name, call, args, nargs, kwnames);                                           \
    }
TWO_PATH_FUNCTION(rename, rename)
TWO_PATH_FUNCTION(replace, rename)
TWO_PATH_FUNCTION(symlink, symlink)
TWO_PATH_FUNCTION(link, link)

// --- stat ---

static Object *stat_path(const char *function, Object *object, int allowed, bool follow)
{
    struct stat status;
    Path path;
    if (path_get(&path, function, "path", object, allowed) < 0)
        return NULL;
    int failed = !path.bytes ? fstat(path.fd, &status) : follow ? stat(path.text, &status) : lstat(path.text, &status);
    if (failed)
        error_os(errno, path.given);
    path_drop(&path);
    return failed ? NULL : stat_result_new(&status);
}

static Object *posix_fn_stat(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", "follow_symlinks", NULL};
    static const Signature signature = {"stat", parameters, 0, 1, 1};
    Object *values[2];
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int follow = values[1] ? object_is_true(values[1]) : 1;
    return follow < 0 ? NULL : stat_path("stat", values[0], PATH_FD, follow);
}

static Object *posix_fn_lstat(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    static const Signature signature = {"lstat", parameters, 0, 1, 1};
    Object *value;
    (void)module;
    return args_parse(&signature, args, nargs, kwnames, &value) < 0 ? NULL : stat_path("lstat", value, 0, false);
}

static Object *posix_fn_fstat(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"fd", NULL};
    static const Signature signature = {"fstat", parameters, 0, 1, 1};
    struct stat status;
    Object *value;
    int fd;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || int_argument(value, &fd) < 0)
        return NULL;
    return fstat(fd, &status) < 0 ? error_os(errno, NULL) : stat_result_new(&status);
}

// --- folders ---

static Object *current_folder(bool as_bytes)
{
    char *text = getcwd(NULL, 0);
    if (!text)
        return error_os(errno, NULL);
    Object *result = path_from_text(text, strlen(text), as_bytes);
    free(text);
    return result;
}

static Object *posix_fn_getcwd(Object *module)
{
    (void)module;
    return current_folder(false);
}

static Object *posix_fn_getcwdb(Object *module)
{
    (void)module;
    return current_folder(true);
}

static Object *read_folder(DIR *folder, bool as_bytes)
{
    Object *names = list_new(0);
    for (errno = 0; names; errno = 0) {
        struct dirent *entry = readdir(folder);
        if (!entry)
            break;
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        Object *text = path_from_text(name, strlen(name), as_bytes);
        if (!text || list_append_steal(names, text) < 0)
            ref_clear(&names);
    }
    return names;
}

static Object *posix_fn_listdir(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", NULL};
    static const Signature signature = {"listdir", parameters, 0, 0, 1};
    Object *value, *names = NULL;
    Path path;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 ||
        path_get(&path, "listdir", "path", value, PATH_FD | PATH_NONE) < 0)
        return NULL;
    int fd = path.bytes ? -1 : dup(path.fd);
    DIR *folder = path.bytes ? opendir(path.text) : fd < 0 ? NULL : fdopendir(fd);
    if (!folder) {
        error_os(errno, path.given);
        if (fd >= 0)
            close(fd);
    } else {
        names = read_folder(folder, path.bytes && IS_BYTES(path.given));
        if (names && errno) {
            error_os(errno, path.given);
            ref_clear(&names);
        }
        closedir(folder);
    }
    path_drop(&path);
    return names;
}

// --- descriptors ---

static Object *posix_fn_open(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"path", "flags", "mode", NULL};
    static const Signature signature = {"open", parameters, 0, 2, 3};
    Object *values[3];
    Path path;
    int flags, mode = 0777, fd;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || int_argument(values[1], &flags) < 0 ||
        (values[2] && int_argument(values[2], &mode) < 0) || path_get(&path, "open", "path", values[0], 0) < 0)
        return NULL;
    do
        fd = open(path.text, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR && safepoint_run() == 0);
    if (fd < 0 && !error_occurred())
        error_os(errno, path.given);
    path_drop(&path);
    return fd < 0 ? NULL : int_from_int64(fd);
}

static Object *posix_fn_close(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"fd", NULL};
    static const Signature signature = {"close", parameters, 0, 1, 1};
    Object *value;
    int fd;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || int_argument(value, &fd) < 0)
        return NULL;
    if (close(fd) < 0)
        return error_os(errno, NULL);
    return_none;
}

static Object *posix_fn_read(Object *module, Object *const *args, size_t nargs)
{
    int fd;
    (void)module;
    if (args_check_count("read", nargs, 2, 2) < 0 || int_argument(args[0], &fd) < 0)
        return NULL;
    int64_t size = int_as_int64(args[1]);
    if (size < 0)
        return error_occurred() ? NULL : error_os(EINVAL, NULL);
    Buffer buffer;
    buffer_init(&buffer);
    if (buffer_reserve(&buffer, size ? (size_t)size : 1) < 0)
        return error_no_memory();
    ssize_t got;
    do
        got = read(fd, buffer.data, (size_t)size);
    while (got < 0 && errno == EINTR && safepoint_run() == 0);
    Object *result = NULL;
    if (got >= 0)
        result = bytes_new((const char *)buffer.data, (size_t)got);
    else if (!error_occurred())
        error_os(errno, NULL);
    buffer_free(&buffer);
    return result;
}

static Object *posix_fn_write(Object *module, Object *const *args, size_t nargs)
{
    int fd;
    const uint8_t *data;
    size_t size;
    (void)module;
    if (args_check_count("write", nargs, 2, 2) < 0 || int_argument(args[0], &fd) < 0)
        return NULL;
    if (!bytes_view(args[1], &data, &size))
        return error_format(&exc_type_error, "a bytes-like object is required, not '%T'", args[1]);
    ssize_t done;
    do
        done = write(fd, data, size);
    while (done < 0 && errno == EINTR && safepoint_run() == 0);
    if (done < 0)
        return error_occurred() ? NULL : error_os(errno, NULL);
    return int_from_int64(done);
}

static Object *posix_fn_isatty(Object *module, Object *object)
{
    int fd;
    (void)module;
    return int_argument(object, &fd) < 0 ? NULL : new_ref(isatty(fd) ? object_true : object_false);
}

// --- this process ---

static Object *posix_fn_getpid(Object *module)
{
    (void)module;
    return int_from_int64(getpid());
}

static Object *posix_fn_getppid(Object *module)
{
    (void)module;
    return int_from_int64(getppid());
}

static Object *posix_fn_getuid(Object *module)
{
    (void)module;
    return int_from_int64(getuid());
}

static Object *posix_fn_cpu_count(Object *module)
{
    (void)module;
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 1)
        return_none;
    return int_from_int64(count);
}

static Object *posix_fn_umask(Object *module, Object *object)
{
    int mask;
    (void)module;
    return int_argument(object, &mask) < 0 ? NULL : int_from_int64(umask((mode_t)mask));
}

static Object *posix_fn_exit(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"status", NULL};
    static const Signature signature = {"_exit", parameters, 0, 1, 1};
    Object *value;
    int status;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0 || int_argument(value, &status) < 0)
        return NULL;
    _exit(status);
}

static Object *posix_fn_strerror(Object *module, Object *object)
{
    int number;
    (void)module;
    return int_argument(object, &number) < 0 ? NULL : str_from_text(strerror(number));
}

static Object *posix_fn_urandom(Object *module, Object *object)
{
    (void)module;
    int64_t size = int_as_int64(object);
    if (size == -1 && error_occurred())
        return NULL;
    if (size < 0)
        return error_text(&exc_value_error, "negative argument not allowed");
    Object *result = bytes_new(NULL, (size_t)size);
    for (size_t done = 0; result && done < (size_t)size;) {
        ssize_t got = getrandom(((BytesObject *)result)->data + done, (size_t)size - done, 0);
        if (got >= 0)
            done += (size_t)got;
        else if (errno != EINTR || safepoint_run() < 0) {
            if (!error_occurred())
                error_os(errno, NULL);
            ref_clear(&result);
        }
    }
    return result;
}

// Name and value of an environment variable as bytes. 0 / -1.
static int variable_get(Object *name, Object **name_bytes, Object *value_or_null, Object **value_bytes)
{
    *name_bytes = *value_bytes = NULL;
    Object *path = path_argument(name, false), *value = NULL;
    *name_bytes = path ? path_to_bytes(path) : NULL;
    if (*name_bytes && value_or_null) {
        value = path_argument(value_or_null, false);
        *value_bytes = value ? path_to_bytes(value) : NULL;
    }
    xdecref(path);
    xdecref(value);
    if (*name_bytes && (!value_or_null || *value_bytes))
        return 0;
    xdecref(*name_bytes);
    return -1;
}

static Object *posix_fn_putenv(Object *module, Object *const *args, size_t nargs)
{
    Object *name, *value;
    (void)module;
    if (args_check_count("putenv", nargs, 2, 2) < 0 || variable_get(args[0], &name, args[1], &value) < 0)
        return NULL;
    const char *text = (const char *)((BytesObject *)name)->data;
    if (strchr(text, '='))
        error_text(&exc_value_error, "illegal environment variable name");
    else if (setenv(text, (const char *)((BytesObject *)value)->data, 1) < 0)
        error_os(errno, NULL);
    decref(name);
    decref(value);
    if (error_occurred())
        return NULL;
    return_none;
}

static Object *posix_fn_unsetenv(Object *module, Object *object)
{
    Object *name, *value;
    (void)module;
    if (variable_get(object, &name, NULL, &value) < 0)
        return NULL;
    if (unsetenv((const char *)((BytesObject *)name)->data) < 0)
        error_os(errno, NULL);
    decref(name);
    if (error_occurred())
        return NULL;
    return_none;
}

// The environment at this moment: dict of bytes. NULL with MemoryError.
static Object *environment(void)
{
    Object *variables = dict_new();
    for (char **entry = environ; variables && entry && *entry; entry++) {
        const char *mark = strchr(*entry, '=');
        if (!mark)
            continue;
        Object *name = bytes_new(*entry, (size_t)(mark - *entry)), *value = bytes_new(mark + 1, strlen(mark + 1));
        int has = name && value ? dict_contains(variables, name) : -1;
        if (has < 0 || (!has && dict_set(variables, name, value) < 0))
            ref_clear(&variables);
        xdecref(name);
        xdecref(value);
    }
    return variables;
}

static int fill_posix(ModuleObject *module)
{
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"F_OK", F_OK}, {"R_OK", R_OK}, {"W_OK", W_OK}, {"X_OK", X_OK}, {"O_RDONLY", O_RDONLY},
        {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR}, {"O_CREAT", O_CREAT}, {"O_EXCL", O_EXCL},
        {"O_TRUNC", O_TRUNC}, {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK}, {"O_CLOEXEC", O_CLOEXEC},
        {"O_DIRECTORY", O_DIRECTORY}, {"O_NOFOLLOW", O_NOFOLLOW}, {"EX_OK", 0},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add_steal(module, constants[i].name, int_from_int64(constants[i].value)) < 0)
            return -1;
    if (module_add(module, "error", OBJECT(&exc_os_error)) < 0 ||
        module_add_type(module, &type_stat_result) < 0)
        return -1;
    return module_add_steal(module, "environ", environment());
}

static const MethodDef posix_functions[] = {
    {"_exit", posix_fn_exit, METHOD_KEYWORDS,
     "_exit($module, /, status)\n--\n\nExit to the system with specified status, without normal exit processing."},
    {"access", posix_fn_access, METHOD_KEYWORDS,
     "access($module, /, path, mode)\n--\n\nUse the real uid/gid to test for access to a path."},
    {"chdir", posix_fn_chdir, METHOD_KEYWORDS,
     "chdir($module, /, path)\n--\n\nChange the current working directory to the specified path."},
    {"chmod", posix_fn_chmod, METHOD_KEYWORDS,
     "chmod($module, /, path, mode)\n--\n\nChange the access permissions of a file."},
    {"close", posix_fn_close, METHOD_KEYWORDS, "close($module, /, fd)\n--\n\nClose a file descriptor."},
    {"cpu_count", posix_fn_cpu_count, METHOD_NOARGS,
     "cpu_count($module, /)\n--\n\nReturn the number of CPUs in the system; return None if indeterminable."},
    {"fspath", posix_fn_fspath, METHOD_KEYWORDS,
     "fspath($module, /, path)\n--\n\nReturn the file system path representation of the object."},
    {"fstat", posix_fn_fstat, METHOD_KEYWORDS,
     "fstat($module, /, fd)\n--\n\nPerform a stat system call on the given file descriptor."},
    {"getcwd", posix_fn_getcwd, METHOD_NOARGS,
     "getcwd($module, /)\n--\n\nReturn a unicode string representing the current working directory."},
    {"getcwdb", posix_fn_getcwdb, METHOD_NOARGS,
     "getcwdb($module, /)\n--\n\nReturn a bytes string representing the current working directory."},
    {"getpid", posix_fn_getpid, METHOD_NOARGS, "getpid($module, /)\n--\n\nReturn the current process id."},
    {"getppid", posix_fn_getppid, METHOD_NOARGS, "getppid($module, /)\n--\n\nReturn the parent's process id."},
    {"getuid", posix_fn_getuid, METHOD_NOARGS, "getuid($module, /)\n--\n\nReturn the current process's user id."},
    {"isatty", posix_fn_isatty, METHOD_O,
     "isatty($module, fd, /)\n--\n\nReturn True if the fd is connected to a terminal."},
    {"link", posix_fn_link, METHOD_KEYWORDS, "link($module, /, src, dst)\n--\n\nCreate a hard link to a file."},
    {"listdir", posix_fn_listdir, METHOD_KEYWORDS,
     "listdir($module, /, path=None)\n--\n\nReturn a list containing the names of the files in the directory."},
    {"lstat", posix_fn_lstat, METHOD_KEYWORDS,
     "lstat($module, /, path)\n--\n\nPerform a stat system call on the given path, without following symbolic links."},
    {"mkdir", posix_fn_mkdir, METHOD_KEYWORDS, "mkdir($module, /, path, mode=511)\n--\n\nCreate a directory."},
    {"open", posix_fn_open, METHOD_KEYWORDS,
     "open($module, /, path, flags, mode=511)\n--\n\nOpen a file for low level IO.  Returns a file descriptor (integer)."},
    {"putenv", posix_fn_putenv, METHOD_FAST,
     "putenv($module, name, value, /)\n--\n\nChange or add an environment variable."},
    {"read", posix_fn_read, METHOD_FAST,
     "read($module, fd, length, /)\n--\n\nRead from a file descriptor.  Returns a bytes object."},
    {"readlink", posix_fn_readlink, METHOD_KEYWORDS,
     "readlink($module, /, path)\n--\n\nReturn a string representing the path to which the symbolic link points."},
    {"remove", posix_fn_remove, METHOD_KEYWORDS, "remove($module, /, path)\n--\n\nRemove a file (same as unlink())."},
    {"rename", posix_fn_rename, METHOD_KEYWORDS, "rename($module, /, src, dst)\n--\n\nRename a file or directory."},
    {"replace", posix_fn_replace, METHOD_KEYWORDS,
     "replace($module, /, src, dst)\n--\n\nRename a file or directory, overwriting the destination."},
    {"rmdir", posix_fn_rmdir, METHOD_KEYWORDS, "rmdir($module, /, path)\n--\n\nRemove a directory."},
    {"stat", posix_fn_stat, METHOD_KEYWORDS,
     "stat($module, /, path, *, follow_symlinks=True)\n--\n\nPerform a stat system call on the given path."},
    {"strerror", posix_fn_strerror, METHOD_O,
     "strerror($module, code, /)\n--\n\nTranslate an error code to a message string."},
    {"symlink", posix_fn_symlink, METHOD_KEYWORDS,
     "symlink($module, /, src, dst)\n--\n\nCreate a symbolic link pointing to src named dst."},
    {"umask", posix_fn_umask, METHOD_O,
     "umask($module, mask, /)\n--\n\nSet the current numeric umask and return the previous umask."},
    {"unlink", posix_fn_unlink, METHOD_KEYWORDS, "unlink($module, /, path)\n--\n\nRemove a file (same as remove())."},
    {"unsetenv", posix_fn_unsetenv, METHOD_O,
     "unsetenv($module, name, /)\n--\n\nDelete an environment variable."},
    {"urandom", posix_fn_urandom, METHOD_O,
     "urandom($module, size, /)\n--\n\nReturn a bytes object containing random bytes suitable for cryptographic use."},
    {"write", posix_fn_write, METHOD_FAST,
     "write($module, fd, data, /)\n--\n\nWrite a bytes object to a file descriptor."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module_posix;
const ModuleDef module_posix = {
    .name = "posix",
    .doc = "This module provides access to operating system functionality that is\nstandardized by the C "
           "Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library "
           "manual and\ncorresponding Unix manual entries for more information on calls.",
    .functions = posix_functions,
    .fill = fill_posix,
};
