// Open files: descriptors with a buffer for each direction. Text files (textio.c) stand on this.
#ifndef ADDER_STDLIB_HOST_FILEIO_H
#define ADDER_STDLIB_HOST_FILEIO_H

#include "runtime/type.h"

#define FILE_CHUNK ((size_t)8192) // CPython's buffer size: where its output is cut shows in pipes
#define FILE_SLACK ((size_t)16)   // room for what the last chunk left undecoded

// in_used <= in_size <= FILE_CHUNK + FILE_SLACK; out_size <= FILE_CHUNK. Bytes wait in at most one of
// the two buffers. Files hold only strs, bytes and ints: they are no part of cycles.
typedef struct FileObject {
    Object header;
    int fd;             // -1: closed
    bool owns, can_read, can_write;
    char mode[6];       // as .mode shows it
    Object *name;       // owned: str, bytes or int
    char *out;          // written, not yet given to the system; NULL until needed
    size_t out_size;
    char *in;           // read from the system, in[in_used .. in_size) not yet consumed
    size_t in_used, in_size;
    struct FileObject *next, *previous; // all files that are not closed
} FileObject;
#define FILE_OBJECT(o) ((FileObject *)(o))

extern TypeObject type_buffered_reader, type_buffered_writer, type_buffered_random;

// Parts of open(): what a mode string says.
typedef struct FileMode {
    int flags; // of open(2)
    bool can_read, can_write, is_binary;
    char raw[6]; // mode of the binary layer: "rb+"
} FileMode;

// Initialises the file part of a new object and enters it into the list. `mode` is copied.
void file_init(FileObject *file, int fd, Object *name, const char *mode, bool owns);
// New binary file.
Object *file_new(int fd, Object *name, const FileMode *mode, bool owns);
// Gives bytes to the file, through its buffer. 0 / -1 with OSError or KeyboardInterrupt.
int file_write(FileObject *file, const void *bytes, size_t size);
int file_flush(FileObject *file);
// Reads at most FILE_CHUNK bytes behind those that wait. 1 got some, 0 end of file, -1.
int file_fill(FileObject *file);
// Reads up to the end into a Buffer (bytes that wait included). 0 / -1.
struct Buffer;
int file_read_rest(FileObject *file, struct Buffer *buffer);
// Position of the next byte to be consumed; -1 with exception.
int64_t file_tell(FileObject *file);
// lseek with the buffers emptied. The new position; -1 with exception.
int64_t file_seek(FileObject *file, int64_t offset, int whence);
int file_truncate(FileObject *file, int64_t size);
// Flushes and closes; closed in any case. 0 / -1 with the flush's or close's exception.
int file_close(FileObject *file);
// Last act of dealloc: flushes silently, closes, frees buffers and the name.
void file_release(FileObject *file);
bool file_is_seekable(const FileObject *file);
// io.UnsupportedOperation(text). NULL, -1.
void *file_unsupported(const char *text);
// The class io.UnsupportedOperation (borrowed), made at first use. NULL with MemoryError.
Object *file_unsupported_class_borrow(void);
// First open file (borrowed); follow `next`.
FileObject *file_first_borrow(void);
// Optional size argument: None or absent -1. 0 / -1 with TypeError.
int file_size_argument(Object *const *args, size_t nargs, int64_t *size);
void file_stop(void);

// Methods that text and binary files share.
Object *file_method_fileno(Object *self);
Object *file_method_isatty(Object *self);
Object *file_method_readable(Object *self);
Object *file_method_writable(Object *self);
Object *file_method_seekable(Object *self);
Object *file_method_readlines(Object *self, Object *const *args, size_t nargs);
Object *file_method_writelines(Object *self, Object *lines);
Object *file_method_enter(Object *self);
Object *file_method_exit(Object *self, Object *const *args, size_t nargs);
Object *file_get_closed(Object *self, void *closure);
Object *file_get_name(Object *self, void *closure);
Object *file_get_mode(Object *self, void *closure);

#endif
