// Open files: the layer of descriptors and buffers, and the binary files that open(..., "b") gives.
// Invariant: see FileObject. Read file_write and file_fill first.
//
// A system call that SIGINT interrupts lets KeyboardInterrupt through; what was not written by then
// stays in the buffer.
#include "stdlib/host/fileio.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/vm.h"

static struct {
    FileObject *first;          // open files
    Object *unsupported_class;  // owned, or NULL
} files;

FileObject *file_first_borrow(void)
{
    return files.first;
}

Object *file_unsupported_class_borrow(void)
{
    if (files.unsupported_class)
        return files.unsupported_class;
    Object *bases = tuple_pack(2, OBJECT(&exc_os_error), OBJECT(&exc_value_error));
    Object *namespace = dict_new(), *name = str_from_text("UnsupportedOperation");
    Object *module = str_from_text("io");
    if (bases && namespace && name && module &&
        dict_set_str(DICT(namespace), NAME(module), module) == 0)
        files.unsupported_class = type_new(&type_type, name, bases, namespace, NULL, NULL);
    xdecref(bases);
    xdecref(namespace);
    xdecref(name);
    xdecref(module);
    return files.unsupported_class;
}

void *file_unsupported(const char *text)
{
    Object *class = file_unsupported_class_borrow();
    return class ? error_text((TypeObject *)class, text) : NULL;
}

// --- descriptors ---

// After a failed system call: 0 try again, -1 with an exception.
static int check_failure(void)
{
    if (errno != EINTR) {
        error_os(errno, NULL);
        return -1;
    }
    return state.interrupt & INTERRUPT_SIGNAL ? safepoint_run() : 0;
}

static ssize_t read_descriptor(int fd, void *to, size_t size)
{
    for (;;) {
        ssize_t got = read(fd, to, size);
        if (got >= 0)
            return got;
        if (check_failure() < 0)
            return -1;
    }
}

// Writes everything, or fails; *written says how far it came.
static int write_descriptor(int fd, const char *bytes, size_t size, size_t *written)
{
    *written = 0;
    while (*written < size) {
        ssize_t done = write(fd, bytes + *written, size - *written);
        if (done >= 0)
            *written += (size_t)done;
        else if (check_failure() < 0)
            return -1;
    }
    return 0;
}

// --- the buffers ---

void file_init(FileObject *file, int fd, Object *name, const char *mode, bool owns)
{
    file->fd = fd;
    file->owns = owns;
    file->can_read = strchr(mode, 'r') || strchr(mode, '+');
    file->can_write = !strchr(mode, 'r') || strchr(mode, '+');
    strncpy(file->mode, mode, sizeof file->mode - 1);
    file->name = new_ref(name);
    file->next = files.first;
    if (files.first)
        files.first->previous = file;
    files.first = file;
}

static void leave_list(FileObject *file)
{
    if (file->previous)
        file->previous->next = file->next;
    else if (files.first == file)
        files.first = file->next;
    if (file->next)
        file->next->previous = file->previous;
    file->next = file->previous = NULL;
}

int file_flush(FileObject *file)
{
    if (file->out_size == 0)
        return 0;
    size_t written;
    int status = write_descriptor(file->fd, file->out, file->out_size, &written);
    memmove(file->out, file->out + written, file->out_size - written);
    file->out_size -= written;
    return status;
}

// Bytes that were read ahead are given back: the descriptor stands where the reader is.
static int forget_input(FileObject *file)
{
    size_t ahead = file->in_size - file->in_used;
    file->in_used = file->in_size = 0;
    if (ahead > 0 && file_is_seekable(file) && lseek(file->fd, -(off_t)ahead, SEEK_CUR) < 0) {
        error_os(errno, NULL);
        return -1;
    }
    return 0;
}

int file_write(FileObject *file, const void *bytes, size_t size)
{
    if (file->in_size > 0 && forget_input(file) < 0)
        return -1;
    if (file->out_size + size > FILE_CHUNK && file_flush(file) < 0)
        return -1;
    if (!file->out && size < FILE_CHUNK)
        file->out = memory_alloc(FILE_CHUNK, MEMORY_RAW);
    size_t written;
    if (size >= FILE_CHUNK || !file->out) // large, or no memory for a buffer
        return write_descriptor(file->fd, bytes, size, &written);
    memcpy(file->out + file->out_size, bytes, size);
    file->out_size += size;
    return 0;
}

int file_fill(FileObject *file)
{
    if (file_flush(file) < 0)
        return -1;
    if (!file->in) {
        file->in = memory_alloc(FILE_CHUNK + FILE_SLACK, MEMORY_RAW);
        if (!file->in) {
            error_no_memory();
            return -1;
        }
    }
    memmove(file->in, file->in + file->in_used, file->in_size - file->in_used);
    file->in_size -= file->in_used;
    file->in_used = 0;
    size_t room = FILE_CHUNK + FILE_SLACK - file->in_size;
    ssize_t got = read_descriptor(file->fd, file->in + file->in_size, room < FILE_CHUNK ? room : FILE_CHUNK);
    if (got > 0)
        file->in_size += (size_t)got;
    return got < 0 ? -1 : got > 0;
}

int file_read_rest(FileObject *file, Buffer *buffer)
{
    if (file_flush(file) < 0)
        return -1;
    int failed = buffer_append(buffer, file->in + file->in_used, file->in_size - file->in_used);
    file->in_used = file->in_size = 0;
    while (!failed) {
        size_t step = buffer->size < FILE_CHUNK ? FILE_CHUNK : buffer->size;
        failed = buffer_reserve(buffer, step);
        if (failed)
            break;
        ssize_t got = read_descriptor(file->fd, buffer->data + buffer->size, buffer->capacity - buffer->size);
        if (got <= 0)
            return got < 0 ? -1 : 0;
        buffer->size += (size_t)got;
    }
    error_no_memory();
    return -1;
}

bool file_is_seekable(const FileObject *file)
{
    return lseek(file->fd, 0, SEEK_CUR) >= 0;
}

int64_t file_tell(FileObject *file)
{
    int64_t position = lseek(file->fd, 0, SEEK_CUR);
    if (position < 0) {
        error_os(errno, NULL);
        return -1;
    }
    return position + (int64_t)file->out_size - (int64_t)(file->in_size - file->in_used);
}

int64_t file_seek(FileObject *file, int64_t offset, int whence)
{
    if (file_flush(file) < 0 || (whence == SEEK_CUR && forget_input(file) < 0))
        return -1;
    int64_t position = lseek(file->fd, offset, whence);
    if (position < 0) {
        error_os(errno, NULL);
        return -1;
    }
    file->in_used = file->in_size = 0;
    return position;
}

int file_truncate(FileObject *file, int64_t size)
{
    if (file_flush(file) < 0)
        return -1;
    while (ftruncate(file->fd, size) < 0)
        if (check_failure() < 0)
            return -1;
    return 0;
}

int file_close(FileObject *file)
{
    if (file->fd < 0)
        return 0;
    int status = file_flush(file), fd = file->fd;
    file->fd = -1;
    file->out_size = file->in_used = file->in_size = 0;
    leave_list(file);
    if (file->owns && close(fd) < 0 && status == 0) {
        error_os(errno, NULL);
        status = -1;
    }
    return status;
}

void file_release(FileObject *file)
{
    if (file->fd >= 0) {
        Object *saved = error_take();
        file_close(file);
        error_restore_steal(saved);
    }
    memory_free(file->out, FILE_CHUNK);
    memory_free(file->in, FILE_CHUNK + FILE_SLACK);
    xdecref(file->name);
}

void file_stop(void)
{
    ref_clear(&files.unsupported_class);
}

// --- what text and binary files share ---

int file_size_argument(Object *const *args, size_t nargs, int64_t *size)
{
    *size = -1;
    if (nargs == 0 || args[0] == object_none)
        return 0;
    if (!type_of(args[0])->to_index) {
        error_format(&exc_type_error, "argument should be integer or None, not '%T'", args[0]);
        return -1;
    }
    *size = object_as_index(args[0], &exc_overflow_error);
    return *size == -1 && error_occurred() ? -1 : 0;
}

static int check_open(Object *self)
{
    if (FILE_OBJECT(self)->fd >= 0)
        return 0;
    error_text(&exc_value_error, "I/O operation on closed file");
    return -1;
}

static int check_open_dot(Object *self)
{
    if (FILE_OBJECT(self)->fd >= 0)
        return 0;
    error_text(&exc_value_error, "I/O operation on closed file.");
    return -1;
}

Object *file_method_fileno(Object *self)
{
    return check_open(self) < 0 ? NULL : int_from_int64(FILE_OBJECT(self)->fd);
}

Object *file_method_isatty(Object *self)
{
    return check_open(self) < 0 ? NULL : object_from_bool(isatty(FILE_OBJECT(self)->fd));
}

Object *file_method_readable(Object *self)
{
    return FILE_OBJECT(self)->can_read && check_open(self) < 0
               ? NULL
               : object_from_bool(FILE_OBJECT(self)->can_read);
}

Object *file_method_writable(Object *self)
{
    return FILE_OBJECT(self)->can_write && check_open(self) < 0
               ? NULL
               : object_from_bool(FILE_OBJECT(self)->can_write);
}

Object *file_method_seekable(Object *self)
{
    return check_open(self) < 0 ? NULL : object_from_bool(file_is_seekable(FILE_OBJECT(self)));
}

Object *file_method_readlines(Object *self, Object *const *args, size_t nargs)
{
    int64_t hint, total = 0;
    if (args_check_count("readlines", nargs, 0, 1) < 0 || check_open_dot(self) < 0 ||
        file_size_argument(args, nargs, &hint) < 0)
        return NULL;
    Object *list = list_new(0), *line;
    UnaryFn next = type_of(self)->next;
    while (list && (line = next(self))) {
        total += object_length(line);
        if (list_append_steal(list, line) < 0)
            break;
        if (hint > 0 && total >= hint)
            break;
    }
    if (list && error_occurred())
        ref_clear(&list);
    return list;
}

Object *file_method_writelines(Object *self, Object *lines)
{
    if (check_open_dot(self) < 0)
        return NULL;
    Object *iterator = object_iterate(lines), *line;
    if (!iterator)
        return NULL;
    while ((line = iterator_next(iterator))) {
        Object *result = call_method_one(self, NAME(write), line);
        decref(line);
        if (!result)
            break;
        decref(result);
    }
    decref(iterator);
    return error_occurred() ? NULL : object_none;
}

Object *file_method_enter(Object *self)
{
    return check_open_dot(self) < 0 ? NULL : new_ref(self);
}

Object *file_method_exit(Object *self, Object *const *args, size_t nargs)
{
    (void)args, (void)nargs;
    return call_method_none(self, NAME(close));
}

Object *file_get_closed(Object *self, void *closure)
{
    (void)closure;
    return object_from_bool(FILE_OBJECT(self)->fd < 0);
}

Object *file_get_name(Object *self, void *closure)
{
    (void)closure;
    return new_ref(FILE_OBJECT(self)->name);
}

Object *file_get_mode(Object *self, void *closure)
{
    (void)closure;
    return str_from_text(FILE_OBJECT(self)->mode);
}

// --- binary files ---

Object *file_new(int fd, Object *name, const FileMode *mode, bool owns)
{
    TypeObject *type = mode->can_read && mode->can_write ? &type_buffered_random
                       : mode->can_read                  ? &type_buffered_reader
                                                         : &type_buffered_writer;
    if (type_ready(type) < 0)
        return NULL;
    Object *self = object_new(type, sizeof(FileObject));
    if (self)
        file_init(FILE_OBJECT(self), fd, name, mode->raw, owns);
    return self;
}

static void binary_dealloc(Object *self)
{
    file_release(FILE_OBJECT(self));
    object_free(self, sizeof(FileObject));
}

static Object *binary_repr(Object *self)
{
    return str_format("<_io.%s name=%R>", type_of(self)->name, FILE_OBJECT(self)->name);
}

// 0, or -1 with "<operation> of closed file" or UnsupportedOperation("read").
static int check_reading(Object *self, const char *operation)
{
    if (!FILE_OBJECT(self)->can_read) {
        file_unsupported("read");
        return -1;
    }
    if (FILE_OBJECT(self)->fd < 0) {
        error_format(&exc_value_error, "%s of closed file", operation);
        return -1;
    }
    return 0;
}

static int check_operation(Object *self, const char *operation)
{
    if (FILE_OBJECT(self)->fd >= 0)
        return 0;
    error_format(&exc_value_error, "%s of closed file", operation);
    return -1;
}

// A line of at most `limit` bytes, or all.
static Object *read_line(FileObject *file, int64_t limit)
{
    Buffer line;
    buffer_init(&line);
    for (;;) {
        size_t waiting = file->in_size - file->in_used;
        if (limit >= 0 && (size_t)limit - line.size < waiting)
            waiting = (size_t)limit - line.size;
        const char *start = file->in + file->in_used, *end = waiting ? memchr(start, '\n', waiting) : NULL;
        size_t taken = end ? (size_t)(end - start) + 1 : waiting;
        if (taken && buffer_append(&line, start, taken) < 0) {
            buffer_free(&line);
            return error_no_memory();
        }
        file->in_used += taken;
        if (end || (limit >= 0 && line.size == (size_t)limit))
            break;
        int got = file_fill(file);
        if (got < 0) {
            buffer_free(&line);
            return NULL;
        }
        if (!got)
            break;
    }
    Object *result = bytes_new(line.size ? line.data : "", line.size);
    buffer_free(&line);
    return result;
}

static Object *read_count(FileObject *file, size_t size)
{
    Buffer buffer;
    buffer_init(&buffer);
    while (buffer.size < size) {
        size_t waiting = file->in_size - file->in_used, wanted = size - buffer.size;
        if (waiting > wanted)
            waiting = wanted;
        if (waiting && buffer_append(&buffer, file->in + file->in_used, waiting) < 0) {
            buffer_free(&buffer);
            return error_no_memory();
        }
        file->in_used += waiting;
        int got = buffer.size < size ? file_fill(file) : 0;
        if (got < 0) {
            buffer_free(&buffer);
            return NULL;
        }
        if (!got)
            break;
    }
    Object *result = bytes_new(buffer.size ? buffer.data : "", buffer.size);
    buffer_free(&buffer);
    return result;
}

static Object *binary_method_read(Object *self, Object *const *args, size_t nargs)
{
    int64_t size;
    if (args_check_count("read", nargs, 0, 1) < 0 || file_size_argument(args, nargs, &size) < 0 ||
        check_reading(self, "read") < 0)
        return NULL;
    if (size < -1)
        return error_text(&exc_value_error, "read length must be non-negative or -1");
    if (size >= 0)
        return read_count(FILE_OBJECT(self), (size_t)size);
    Buffer buffer;
    buffer_init(&buffer);
    Object *result = NULL;
    if (file_read_rest(FILE_OBJECT(self), &buffer) == 0)
        result = bytes_new(buffer.size ? buffer.data : "", buffer.size);
    buffer_free(&buffer);
    return result;
}

static Object *binary_method_read1(Object *self, Object *const *args, size_t nargs)
{
    int64_t size;
    FileObject *file = FILE_OBJECT(self);
    if (args_check_count("read1", nargs, 0, 1) < 0 || file_size_argument(args, nargs, &size) < 0 ||
        check_reading(self, "read") < 0)
        return NULL;
    if (size < 0)
        size = (int64_t)FILE_CHUNK;
    if (size > 0 && file->in_used == file->in_size && file_fill(file) < 0)
        return NULL;
    size_t waiting = file->in_size - file->in_used;
    size_t taken = waiting < (size_t)size ? waiting : (size_t)size;
    Object *result = bytes_new(taken ? file->in + file->in_used : "", taken);
    if (result)
        file->in_used += taken;
    return result;
}

static Object *binary_method_peek(Object *self, Object *const *args, size_t nargs)
{
    (void)args;
    FileObject *file = FILE_OBJECT(self);
    if (args_check_count("peek", nargs, 0, 1) < 0 || check_reading(self, "peek") < 0)
        return NULL;
    if (file->in_used == file->in_size && file_fill(file) < 0)
        return NULL;
    size_t waiting = file->in_size - file->in_used;
    return bytes_new(waiting ? file->in + file->in_used : "", waiting);
}

static Object *binary_method_readline(Object *self, Object *const *args, size_t nargs)
{
    int64_t size;
    if (args_check_count("readline", nargs, 0, 1) < 0 || file_size_argument(args, nargs, &size) < 0 ||
        check_reading(self, "readline") < 0)
        return NULL;
    return read_line(FILE_OBJECT(self), size < 0 ? -1 : size);
}

static Object *binary_next(Object *self)
{
    if (check_reading(self, "readline") < 0)
        return NULL;
    Object *line = read_line(FILE_OBJECT(self), -1);
    if (line && ((BytesObject *)line)->size == 0)
        ref_clear(&line);
    return line;
}

static Object *binary_iterate(Object *self)
{
    return check_open_dot(self) < 0 ? NULL : new_ref(self);
}

static Object *binary_method_write(Object *self, Object *value)
{
    ByteView view;
    FileObject *file = FILE_OBJECT(self);
    if (!file->can_write)
        return file_unsupported("write");
    if (IS_STR(value) || bytes_require_view(value, &view) < 0)
        return error_occurred() ? NULL
                                : error_format(&exc_type_error,
                                               "a bytes-like object is required, not '%T'", value);
    if (file->fd < 0)
        return error_text(&exc_value_error, "write to closed file");
    return file_write(file, view.data, view.size) < 0 ? NULL : int_from_size(view.size);
}

static Object *binary_method_flush(Object *self)
{
    if (FILE_OBJECT(self)->can_write ? check_operation(self, "flush") < 0 : check_open_dot(self) < 0)
        return NULL;
    return file_flush(FILE_OBJECT(self)) < 0 ? NULL : object_none;
}

static Object *binary_method_close(Object *self)
{
    return file_close(FILE_OBJECT(self)) < 0 ? NULL : object_none;
}

static Object *binary_method_seek(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("seek", nargs, 1, 2) < 0)
        return NULL;
    int64_t offset = object_as_index(args[0], &exc_overflow_error);
    int64_t whence = offset == -1 && error_occurred() ? -1 : 0;
    if (whence == 0 && nargs == 2)
        whence = object_as_index(args[1], &exc_overflow_error);
    if (error_occurred() || check_operation(self, "seek") < 0)
        return NULL;
    if (whence < 0 || whence > 2)
        return error_format(&exc_value_error, "whence value %d unsupported", (int)whence);
    int64_t position = file_seek(FILE_OBJECT(self), offset, (int)whence);
    return position < 0 ? NULL : int_from_int64(position);
}

static Object *binary_method_tell(Object *self)
{
    if (check_open(self) < 0)
        return NULL;
    int64_t position = file_tell(FILE_OBJECT(self));
    return position < 0 ? NULL : int_from_int64(position);
}

static Object *binary_method_truncate(Object *self, Object *const *args, size_t nargs)
{
    FileObject *file = FILE_OBJECT(self);
    if (args_check_count("truncate", nargs, 0, 1) < 0 || check_operation(self, "truncate") < 0)
        return NULL;
    if (!file->can_write)
        return file_unsupported("truncate");
    int64_t size = nargs && args[0] != object_none ? object_as_index(args[0], &exc_overflow_error)
                                                   : file_tell(file);
    if (size == -1 && error_occurred())
        return NULL;
    return file_truncate(file, size) < 0 ? NULL : int_from_int64(size);
}

static const MethodDef binary_methods[] = {
    {"read", (void *)binary_method_read, METHOD_FAST, NULL},
    {"read1", (void *)binary_method_read1, METHOD_FAST, NULL},
    {"peek", (void *)binary_method_peek, METHOD_FAST, NULL},
    {"readline", (void *)binary_method_readline, METHOD_FAST, NULL},
    {"readlines", (void *)file_method_readlines, METHOD_FAST, NULL},
    {"write", (void *)binary_method_write, METHOD_O, NULL},
    {"writelines", (void *)file_method_writelines, METHOD_O, NULL},
    {"flush", (void *)binary_method_flush, METHOD_NOARGS, NULL},
    {"close", (void *)binary_method_close, METHOD_NOARGS, NULL},
    {"seek", (void *)binary_method_seek, METHOD_FAST, NULL},
    {"tell", (void *)binary_method_tell, METHOD_NOARGS, NULL},
    {"truncate", (void *)binary_method_truncate, METHOD_FAST, NULL},
    {"fileno", (void *)file_method_fileno, METHOD_NOARGS, NULL},
    {"isatty", (void *)file_method_isatty, METHOD_NOARGS, NULL},
    {"readable", (void *)file_method_readable, METHOD_NOARGS, NULL},
    {"writable", (void *)file_method_writable, METHOD_NOARGS, NULL},
    {"seekable", (void *)file_method_seekable, METHOD_NOARGS, NULL},
    {"__enter__", (void *)file_method_enter, METHOD_NOARGS, NULL},
    {"__exit__", (void *)file_method_exit, METHOD_FAST, NULL},
    {0},
};

static const GetSetDef binary_getsets[] = {
    {"closed", file_get_closed, NULL, NULL, NULL},
    {"name", file_get_name, NULL, NULL, NULL},
    {"mode", file_get_mode, NULL, NULL, NULL},
    {0},
};

#define BINARY_TYPE(symbol, name_)                     \
    TypeObject symbol = {                              \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),     \
        .name = name_,                                 \
        .module_name = "_io",                          \
        .flags = TF_NO_INSTANTIATION | TF_HAS_WEAKREF, \
        .basic_size = sizeof(FileObject),              \
        .dealloc = binary_dealloc,                     \
        .repr = binary_repr,                           \
        .iterate = binary_iterate,                     \
        .next = binary_next,                           \
        .methods = binary_methods,                     \
        .getsets = binary_getsets,                     \
    }
BINARY_TYPE(type_buffered_reader, "BufferedReader");
BINARY_TYPE(type_buffered_writer, "BufferedWriter");
BINARY_TYPE(type_buffered_random, "BufferedRandom");
