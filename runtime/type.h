// The type: what the runtime knows about a kind of object, as slots in named groups.
//
// Built-in types are static and immortal; classes made by scripts are objects of the heap. A slot
// that is NULL is "does not have it"; type_ready() fills inherited slots, so callers look only at
// the object's own type. Slots of script classes point at slot_* functions (model/slots.c) that
// look the dunder up; slots.def ties dunder and slot.
//
// Results: pointer slots return a new reference or NULL with an exception set; int slots 0 or -1
// (three-way ones 1, 0, -1). Arguments are borrowed. Anything may run script code unless it says
// otherwise: hold what you need.
#ifndef ADDER_RUNTIME_TYPE_H
#define ADDER_RUNTIME_TYPE_H

#include "runtime/object.h"

typedef int (*VisitFn)(Object *referent, void *context);
typedef Object *(*UnaryFn)(Object *self);
typedef Object *(*BinaryFn)(Object *left, Object *right);
typedef Object *(*TernaryFn)(Object *a, Object *b, Object *c);

// The calling convention of everything: `args` holds nargs positional values and then one value
// for each name in the tuple kwnames (NULL: none). All borrowed.
typedef Object *(*CallFn)(Object *callable, Object *const *args, size_t nargs, Object *kwnames);

typedef enum CompareOp { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE } CompareOp;

// Order shared with the opcodes ADD.. and the tables of dunder names.
typedef enum BinaryOp {
    BINARY_ADD, BINARY_SUBTRACT, BINARY_MULTIPLY, BINARY_TRUE_DIVIDE, BINARY_FLOOR_DIVIDE,
    BINARY_REMAINDER, BINARY_POWER, BINARY_LSHIFT, BINARY_RSHIFT, BINARY_AND, BINARY_OR,
    BINARY_XOR, BINARY_MATMUL, BINARY_DIVMOD, BINARY_OP_COUNT
} BinaryOp;
typedef enum UnaryOp { UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT, UNARY_ABSOLUTE, UNARY_OP_COUNT } UnaryOp;

enum {
    // TF_: flags of a type (TYPE_ is taken by the indices)
    TF_HEAP = 1 << 0,            // made by a class statement or type(); dealloc drops a reference to it
    TF_BASE = 1 << 1,            // may be subclassed
    TF_TRACKED = 1 << 2,         // instances live in tracked memory and have traverse
    TF_HAS_DICT = 1 << 3,        // instances have a __dict__
    TF_HAS_WEAKREF = 1 << 4,     // instances can be weakly referenced
    TF_SHAPED = 1 << 5,          // plain instance layout: FLAG_HAS_SHAPE set on instances
    TF_READY = 1 << 6,
    TF_DICT_FILLED = 1 << 7,     // static types: dict filled from the tables
    TF_IMMUTABLE = 1 << 8,       // attributes cannot be set (builtin types)
    TF_HAS_FINALIZER = 1 << 9,   // __del__ in the mro
    TF_CUSTOM_GETATTR = 1 << 10, // __getattribute__ or __getattr__ in the mro: no inline caches
    TF_CUSTOM_SETATTR = 1 << 11, // __setattr__ or __delattr__ in the mro
    TF_IS_ABSTRACT = 1 << 12,    // __abstractmethods__ is not empty
    TF_NO_INSTANTIATION = 1 << 13, // "cannot create 'x' instances"
    TF_METHOD_DESCRIPTOR = 1 << 14, // instances are functions for LOAD_METHOD: function, method_descriptor
    TF_CACHED = 1 << 15, // an answer of this type or a subclass may be cached (see model/class.c)
    // fast subclass tests, inherited
    TF_COUNTS_CALL = 1 << 16, // calls of instances count themselves towards the recursion limit, if at all
    TF_SUBCLASS_INT = 1 << 20,
    TF_SUBCLASS_LIST = 1 << 21,
    TF_SUBCLASS_TUPLE = 1 << 22,
    TF_SUBCLASS_BYTES = 1 << 23,
    TF_SUBCLASS_STR = 1 << 24,
    TF_SUBCLASS_DICT = 1 << 25,
    TF_SUBCLASS_EXCEPTION = 1 << 26,
    TF_SUBCLASS_TYPE = 1 << 27,
    TF_SUBCLASS_FLOAT = 1 << 28,
    TF_SUBCLASS_SET = 1 << 29, // set and frozenset
    TF_SUBCLASS_MASK = 0x3ff << 20,
};

// How a C function that scripts see wants its arguments.
typedef enum MethodKind {
    METHOD_NOARGS, // Object *f(Object *self)
    METHOD_O,      // Object *f(Object *self, Object *argument)
    METHOD_FAST,   // Object *f(Object *self, Object *const *args, size_t nargs)
    METHOD_KEYWORDS, // Object *f(Object *self, Object *const *args, size_t nargs, Object *kwnames)
    METHOD_KIND_MASK = 7,
    METHOD_CLASS = 8,   // classmethod: self is the class
    METHOD_STATIC = 16, // staticmethod: self is NULL
    METHOD_COUNTS = 64, // counts itself towards the recursion limit, as METHOD_O called by the loop does not
    METHOD_BARE = 32,   // "f() takes no keyword arguments" without the module (CPython's METH_VARARGS)
} MethodKind;

typedef struct MethodDef {
    const char *name;
    void *function; // as `kind` says
    int kind;
    const char *doc; // CPython's docstring, with its "name($self, ...)\n--\n\n" signature line; may be NULL
} MethodDef;

typedef struct GetSetDef {
    const char *name;
    Object *(*get)(Object *self, void *closure);
    int (*set)(Object *self, Object *value_or_null, void *closure); // NULL: read-only
    const char *doc;
    void *closure;
} GetSetDef;

typedef enum MemberKind { MEMBER_OBJECT, MEMBER_OBJECT_EX, MEMBER_INT32, MEMBER_INT64, MEMBER_UINT32, MEMBER_BOOL8 } MemberKind;
typedef struct MemberDef {
    const char *name;
    MemberKind kind; // OBJECT: NULL reads as None; OBJECT_EX: NULL raises AttributeError
    size_t offset;
    bool is_read_only;
    const char *doc;
} MemberDef;

typedef struct SequenceSlots { // the parts of CPython's sq_ group that differ from nb_ and mp_
    BinaryFn concat;           // tried after both operands' ADD
    Object *(*repeat)(Object *self, int64_t count); // tried after both operands' MULTIPLY
    BinaryFn inplace_concat;
    Object *(*inplace_repeat)(Object *self, int64_t count);
    Object *(*item)(Object *self, int64_t index); // for the old iteration protocol and reversed()
} SequenceSlots;

typedef struct Shape Shape;
typedef struct DictObject DictObject;

struct TypeObject {
    Object header;
    // identity
    const char *name;    // as repr shows it without module: "int"; heap types: points into name_object
    const char *doc;     // static types
    Object *name_object; // heap types: str __name__; NULL for static types until asked
    Object *qualname;    // heap types
    uint32_t flags;      // TF_*
    uint16_t index;      // in type_table
    uint16_t slot_count; // heap types: number of __slots__ members of this class alone
    uint32_t basic_size; // bytes of the fixed part
    uint32_t item_size;  // bytes of each further item (tuple, type-made variable objects)
    uint32_t shape_offset; // where Shape* lies in instances (8 when TF_SHAPED); 0: instances have none
    uint32_t dict_offset; // builtin types that hold their __dict__ themselves (exception, module): where; else 0
    uint32_t version;    // counts changes of this type, for caches that need it
    TypeObject *base;    // the layout base; NULL for object
    Object *bases;       // tuple
    Object *mro;         // tuple of types, self first; NULL until ready
    DictObject *dict;    // the namespace; static types fill it at first use (type_namespace())
    Object *subclasses;  // private to model/class.c (a vector, not an object)
    Shape *root_shape;   // shape of an instance without attributes
    uint32_t shape_count;
    uint32_t inline_capacity; // slots that a new instance gets; learnt from earlier instances
    Object *module;      // heap types: __module__ is in dict; static types: NULL = builtins
    const char *module_name; // static types outside builtins
    // tables of a static type
    const MethodDef *methods;
    const GetSetDef *getsets;
    const MemberDef *members;
    // life
    void (*dealloc)(Object *self);  // count is 0; TRACKED already cleared by object_dealloc
    int (*traverse)(Object *self, VisitFn visit, void *context);
    int (*clear)(Object *self);     // drop references that can form cycles; the object stays valid
    void (*finalize)(Object *self); // __del__; keeps the current exception; may resurrect
    // making
    Object *(*make)(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames); // __new__
    int (*init)(Object *self, Object *const *args, size_t nargs, Object *kwnames);         // __init__
    CallFn construct; // static types: whole of type(...) at once, exact type only; NULL: make then init
    // Heap classes that are made by type.__call__ from object.__new__ (plain layout, not abstract) and
    // whose __init__ is a script function: that function (borrowed); else NULL. Kept by slots_update.
    Object *init_function;
    // being used
    CallFn call;
    UnaryFn repr;
    UnaryFn str;
    int64_t (*hash)(Object *self); // -1 with exception; NULL or hash_not_implemented: unhashable
    Object *(*compare)(Object *self, Object *other, CompareOp op); // may return NotImplemented
    Object *(*get_attribute)(Object *self, Object *name); // full lookup, name is a str
    int (*set_attribute)(Object *self, Object *name, Object *value_or_null);
    Object *(*descriptor_get)(Object *self, Object *instance_or_null, Object *owner);
    int (*descriptor_set)(Object *self, Object *instance, Object *value_or_null);
    UnaryFn iterate;
    UnaryFn next; // NULL without exception: exhausted
    // numbers
    BinaryFn binary[BINARY_OP_COUNT];  // called with operands in order; either may be the instance
    BinaryFn inplace[BINARY_OP_COUNT];
    TernaryFn power3;                  // pow(a, b, m)
    UnaryFn unary[UNARY_OP_COUNT];
    int (*truth)(Object *self);        // 1, 0, -1
    UnaryFn to_int, to_float, to_index;
    // containers
    int64_t (*length)(Object *self);   // -1 with exception
    BinaryFn subscript;
    int (*set_subscript)(Object *self, Object *key, Object *value_or_null);
    int (*contains)(Object *self, Object *value); // 1, 0, -1
    SequenceSlots sequence;
};

static inline bool type_has(const TypeObject *type, uint32_t flag)
{
    return (type->flags & flag) != 0;
}

static inline bool object_has(const Object *object, uint32_t type_flag)
{
    return (type_of(object)->flags & type_flag) != 0;
}

#define IS_INT(o) object_has(OBJECT(o), TF_SUBCLASS_INT) // int or subclass; bool too
#define IS_FLOAT(o) object_has(OBJECT(o), TF_SUBCLASS_FLOAT)
#define IS_STR(o) object_has(OBJECT(o), TF_SUBCLASS_STR)
#define IS_BYTES(o) object_has(OBJECT(o), TF_SUBCLASS_BYTES)
#define IS_LIST(o) object_has(OBJECT(o), TF_SUBCLASS_LIST)
#define IS_TUPLE(o) object_has(OBJECT(o), TF_SUBCLASS_TUPLE)
#define IS_DICT(o) object_has(OBJECT(o), TF_SUBCLASS_DICT)
#define IS_ANY_SET(o) object_has(OBJECT(o), TF_SUBCLASS_SET)
#define IS_TYPE(o) object_has(OBJECT(o), TF_SUBCLASS_TYPE)
#define IS_EXCEPTION(o) object_has(OBJECT(o), TF_SUBCLASS_EXCEPTION)
// Exact type, by index alone.
#define IS_EXACT(o, NAME) (OBJECT(o)->type_index == TYPE_##NAME)
#define IS_EXACT_INT(o) (type_of(OBJECT(o)) == &type_int)

// All builtin type objects.
#define TYPE(NAME, symbol) extern TypeObject symbol;
#include "runtime/types.def"
#undef TYPE
extern TypeObject *type_table[TYPE_INDEX_LIMIT];

#endif
