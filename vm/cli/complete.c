// Completion at the prompt. Read complete_line first; it decides between three kinds of words:
// names (keywords, globals, builtins), attributes of a dotted name, modules in an import statement.
//
// Nothing here may run script code, so attributes are read as the data that they are: the instance's
// shape or dict, and the dicts of the types along the mro. Functions and classes get a "(" behind
// their name and keywords a blank or colon, as rlcompleter of CPython does.
#include "vm/cli/complete.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/program/module.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "stdlib/modules.h"

// One search: which names fit, and those that did.
typedef struct Search {
    const char *prefix; // not NUL-ended
    size_t prefix_size;
    const char *hidden; // names that begin with this are left out; NULL: none are
    Object *found;      // dict: name -> word with its suffix; the first suffix of a name stays
} Search;

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

// ---- What fits ----------------------------------------------------------------------------------

static int add_name(Search *search, Object *name, const char *suffix)
{
    const char *text = str_utf8(name, NULL);
    if (!text) { // a lone surrogate: cannot be typed
        if (!error_is(&exc_unicode_encode_error))
            return -1;
        error_clear();
        return 0;
    }
    if (strncmp(text, search->prefix, search->prefix_size) != 0 ||
        (search->hidden && strncmp(text, search->hidden, strlen(search->hidden)) == 0))
        return 0;
    int is_there = dict_contains(search->found, name);
    if (is_there)
        return is_there < 0 ? -1 : 0;
    Object *word = str_format("%U%s", name, suffix);
    int status = word ? dict_set(search->found, name, word) : -1;
    xdecref(word);
    return status;
}

static int add_text(Search *search, const char *text, const char *suffix)
{
    Object *name = str_from_text(text);
    int status = name ? add_name(search, name, suffix) : -1;
    xdecref(name);
    return status;
}

static bool is_callable(Object *value)
{
    return type_of(value)->call || IS_EXACT(value, CLASSMETHOD) || IS_EXACT(value, STATICMETHOD);
}

// The str keys of a namespace.
static int add_namespace(Search *search, DictObject *namespace)
{
    size_t position = 0;
    Object *key, *value;
    while (dict_next(OBJECT(namespace), &position, &key, &value))
        if (IS_EXACT(key, STR) && add_name(search, key, is_callable(value) ? "(" : "") < 0)
            return -1;
    return 0;
}

static const char *keyword_suffix(const char *keyword)
{
    static const char *const with_colon[] = {"finally", "try"};
    static const char *const alone[] = {"False", "None", "True", "break", "continue", "pass", "else", "_"};
    for (size_t i = 0; i < sizeof with_colon / sizeof *with_colon; i++)
        if (strcmp(keyword, with_colon[i]) == 0)
            return ":";
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        if (strcmp(keyword, alone[i]) == 0)
            return "";
    return " ";
}

static int add_names(Search *search, DictObject *globals)
{
    static const char *const tokens[] = {
#define TOKEN(NAME, text) text,
#include "compiler/syntax/token.def"
#undef TOKEN
        "_", "case", "match",
    };
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++)
        if (tokens[i][0] && is_word_byte(tokens[i][0]) &&
            add_text(search, tokens[i], keyword_suffix(tokens[i])) < 0)
            return -1;
    if (add_namespace(search, globals) < 0)
        return -1;
    return add_namespace(search, state.builtins);
}

// ---- Attributes ---------------------------------------------------------------------------------

// The attributes along the mro of a type.
static int add_type(Search *search, TypeObject *type)
{
    Object *mro = type->mro;
    for (size_t i = 0; mro && i < TUPLE(mro)->count; i++) {
        DictObject *namespace = type_namespace_borrow((TypeObject *)TUPLE(mro)->items[i]);
        if (!namespace || add_namespace(search, namespace) < 0)
            return -1;
    }
    return 0;
}

// The attributes that lie in the object itself.
static int add_own(Search *search, Object *object)
{
    DictObject *dict = object_dict_existing_borrow(object);
    if (dict)
        return add_namespace(search, dict);
    Shape **place = object_shape_slot(object);
    for (const Shape *shape = place ? *place : NULL; shape && shape->parent; shape = shape->parent) {
        Object *value = shape_slots(place)[shape->slot_count - 1];
        if (add_name(search, shape->name, value && is_callable(value) ? "(" : "") < 0)
            return -1;
    }
    return 0;
}

static int add_attributes(Search *search, Object *object)
{
    if (add_own(search, object) < 0 || (IS_TYPE(object) && add_type(search, (TypeObject *)object) < 0))
        return -1;
    return add_type(search, type_of(object));
}

// Own attributes are in no particular order of importance: names with underscores come up only when
// they are asked for, or when there is nothing else.
static int add_attributes_politely(Search *search, Object *object)
{
    bool is_one = search->prefix_size == 1 && search->prefix[0] == '_';
    static const char *const steps[] = {"_", "__", NULL};
    for (int step = search->prefix_size == 0 ? 0 : is_one ? 1 : 2; step < 3; step++) {
        search->hidden = steps[step];
        if (add_attributes(search, object) < 0)
            return -1;
        if (dict_length(search->found))
            break;
    }
    return 0;
}

// The value of an attribute that lies in the object itself: borrowed, NULL if there is none.
static Object *own_attribute_borrow(Object *object, Object *name)
{
    DictObject *dict = object_dict_existing_borrow(object);
    if (dict)
        return dict_has_only_str_keys(dict) ? dict_get_str_borrow(dict, name) : NULL;
    return object_shape_slot(object) ? shape_get_borrow(object, name) : NULL;
}

// object.name without running script code. New reference; NULL (with MemoryError or without an
// exception) if there is no such attribute or only code can tell. `name` is interned.
static Object *peek_attribute(Object *object, Object *name)
{
    Object *in_type = NULL, *own, *in_class = NULL;
    int found = type_find(type_of(object), name, &in_type);
    if (found < 0)
        return NULL;
    if (found && type_of(in_type)->descriptor_set) {
        bool is_native = IS_EXACT(in_type, GETSET_DESCRIPTOR) || IS_EXACT(in_type, MEMBER_DESCRIPTOR);
        if (!is_native)
            return NULL;
        Object *value = type_of(in_type)->descriptor_get(in_type, object, OBJECT(type_of(object)));
        if (!value && !error_is(&exc_memory_error))
            error_clear();
        return value;
    }
    if (IS_TYPE(object)) {
        if (type_find((TypeObject *)object, name, &in_class) < 0)
            return NULL;
        if (in_class)
            return new_ref(in_class);
    } else if ((own = own_attribute_borrow(object, name))) {
        return new_ref(own);
    }
    if (!found || (type_of(in_type)->descriptor_get && !is_callable(in_type)))
        return NULL;
    return new_ref(in_type);
}

// The value of a dotted name: new reference, or NULL as above.
static Object *peek_dotted(const char *text, size_t byte_size, DictObject *globals)
{
    Object *value = NULL;
    for (const char *end = text + byte_size; text <= end;) {
        const char *dot = memchr(text, '.', (size_t)(end - text));
        size_t size = (size_t)((dot ? dot : end) - text);
        Object *name = size ? intern_utf8(text, size) : NULL, *next = NULL;
        if (name && value) {
            next = peek_attribute(value, name);
        } else if (name) {
            next = dict_get_str_borrow(globals, name);
            if (!next)
                next = dict_get_str_borrow(state.builtins, name);
            xincref(next);
        }
        xdecref(name);
        ref_set_steal(&value, next);
        if (!value)
            return NULL;
        text += size + 1;
    }
    return value;
}

// ---- Modules ------------------------------------------------------------------------------------

// The modules and packages in one folder.
static int add_folder(Search *search, const char *folder)
{
    DIR *directory = opendir(folder);
    int status = 0;
    struct dirent *entry;
    while (directory && status == 0 && (entry = readdir(directory))) {
        char name[NAME_MAX + 1], path[PATH_MAX];
        snprintf(name, sizeof name, "%s", entry->d_name);
        char *dot = strchr(name, '.');
        if (dot && strcmp(dot, ".py") != 0)
            continue;
        if (!dot) { // a package, if there is an __init__.py in it
            struct stat info;
            int length = snprintf(path, sizeof path, "%s/%s/__init__.py", folder, name);
            if (length >= (int)sizeof path || stat(path, &info) != 0)
                continue;
        } else {
            *dot = 0;
        }
        size_t size = strlen(name), word = 0;
        while (word < size && is_word_byte(name[word]))
            word++;
        if (size && word == size && !isdigit((unsigned char)name[0]) && strcmp(name, "__init__") != 0)
            status = add_text(search, name, "");
    }
    if (directory)
        closedir(directory);
    return status;
}

// Of a module's full name the part behind `package.` up to the next dot, if it is in that package.
static int add_module(Search *search, const char *full_name, const char *package, size_t package_size)
{
    char part[256];
    if (package_size) {
        if (strncmp(full_name, package, package_size) != 0 || full_name[package_size] != '.')
            return 0;
        full_name += package_size + 1;
    }
    size_t size = strcspn(full_name, ".");
    if (size == 0 || size >= sizeof part)
        return 0;
    memcpy(part, full_name, size);
    part[size] = 0;
    return add_text(search, part, "");
}

// The modules of a package; package_size 0: top-level modules.
static int add_modules(Search *search, const char *package, size_t package_size)
{
    for (const ModuleDef *const *def = stdlib_modules(); *def; def++)
        if (add_module(search, (*def)->name, package, package_size) < 0)
            return -1;
    size_t position = 0;
    Object *key, *value;
    while (dict_next(state.modules, &position, &key, &value)) {
        const char *name = IS_EXACT(key, STR) && str_is_ascii(key) ? str_utf8(key, NULL) : NULL;
        if (name && add_module(search, name, package, package_size) < 0)
            return -1;
    }
    Object *path = dict_get_str_borrow(state.sys_dict, NAME(plain_path));
    for (size_t i = 0; path && IS_LIST(path) && i < LIST(path)->count; i++) {
        Object *entry = LIST(path)->items[i];
        const char *folder = IS_STR(entry) && str_is_ascii(entry) ? str_utf8(entry, NULL) : NULL;
        char full[PATH_MAX];
        if (!folder || snprintf(full, sizeof full, "%s/%.*s", *folder ? folder : ".", (int)package_size,
                                package) >= (int)sizeof full)
            continue;
        for (char *c = full + strlen(full) - package_size; *c; c++)
            if (*c == '.')
                *c = '/';
        if (add_folder(search, full) < 0)
            return -1;
    }
    return 0;
}

// What `from package import` can name: what the module holds if it was imported, and its modules.
static int add_members(Search *search, const char *package, size_t package_size)
{
    Object *name = str_from_utf8(package, package_size);
    Object *module = name ? dict_get_borrow(state.modules, name) : NULL;
    int status = name ? 0 : -1;
    xdecref(name);
    if (status == 0 && module && IS_EXACT(module, MODULE)) {
        Object *found = search->found;
        status = add_namespace(search, MODULE(module)->dict);
        size_t position = 0; // names without "(": they are not called here
        Object *key, *value;
        while (status == 0 && dict_next(found, &position, &key, &value))
            status = dict_set(found, key, key);
    }
    return status < 0 ? -1 : add_modules(search, package, package_size);
}

// ---- The line -----------------------------------------------------------------------------------

// Whether the end of the line lies in a string or a comment that begins in it.
static bool is_in_literal(const char *line, size_t byte_size)
{
    char quote = 0;
    for (size_t i = 0; i < byte_size; i++) {
        char c = line[i];
        if (c == '\\' && quote)
            i++;
        else if (c == quote)
            quote = 0;
        else if (!quote && (c == '"' || c == '\''))
            quote = c;
        else if (!quote && c == '#')
            return true;
    }
    return quote != 0;
}

// Behind the word at *text and the blanks that follow it, if it is `word`.
static bool skip_word(const char **text, const char *end, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(end - *text) <= size || memcmp(*text, word, size) != 0 || !is_space((*text)[size]))
        return false;
    for (*text += size; *text < end && is_space(**text);)
        ++*text;
    return true;
}

// import statements. 1: it is one, and its words were added; 0: it is none; -1 with MemoryError.
// *word is the part of a dotted name that is being typed.
static int complete_import(Search *search, const char *line, const char *end, const char **word)
{
    while (line < end && is_space(*line))
        line++;
    const char *dotted = end; // the dotted name before the cursor
    while (dotted > line && (is_word_byte(dotted[-1]) || dotted[-1] == '.'))
        dotted--;
    *word = end;
    while (*word > dotted && (*word)[-1] != '.')
        --*word;
    search->prefix = *word;
    search->prefix_size = (size_t)(end - *word);
    size_t package_size = *word > dotted ? (size_t)(*word - dotted) - 1 : 0;
    if (skip_word(&line, end, "import")) {
        const char *before = dotted;
        while (before > line && is_space(before[-1]))
            before--;
        if (before == line || before[-1] == ',')
            return add_modules(search, dotted, package_size) < 0 ? -1 : 1;
        return 1; // behind "import x as"
    }
    if (!skip_word(&line, end, "from"))
        return 0;
    if (dotted == line)
        return *dotted == '.' ? 1 : add_modules(search, dotted, package_size) < 0 ? -1 : 1;
    const char *package = line;
    while (line < end && (is_word_byte(*line) || *line == '.'))
        line++;
    size_t size = (size_t)(line - package);
    while (line < end && is_space(*line))
        line++;
    if (skip_word(&line, end, "import"))
        return add_members(search, package, size) < 0 ? -1 : 1;
    return line == dotted ? (add_text(search, "import", " ") < 0 ? -1 : 1) : 1;
}

// Names and attributes. 0 / -1 with MemoryError.
static int complete_expression(Search *search, const char *line, const char *end, const char **word,
                               DictObject *globals)
{
    const char *dotted = end;
    while (dotted > line && (is_word_byte(dotted[-1]) || dotted[-1] == '.'))
        dotted--;
    *word = end;
    while (*word > dotted && (*word)[-1] != '.')
        --*word;
    search->prefix = *word;
    search->prefix_size = (size_t)(end - *word);
    if (dotted == end || isdigit((unsigned char)*dotted))
        return 0;
    if (*word == dotted)
        return add_names(search, globals);
    Object *object = peek_dotted(dotted, (size_t)(*word - dotted) - 1, globals);
    if (!object)
        return error_occurred() ? -1 : 0;
    int status = add_attributes_politely(search, object);
    decref(object);
    return status;
}

// The words of a search as a sorted list.
static Object *sorted_words(Object *found)
{
    Object *words = list_new(0), *key, *value;
    size_t position = 0;
    while (words && dict_next(found, &position, &key, &value))
        if (list_append(words, value) < 0)
            ref_clear(&words);
    if (words && list_sort(words, NULL, false) < 0)
        ref_clear(&words);
    return words;
}

int complete_line(const char *line, size_t byte_size, DictObject *globals, Completion *completion)
{
    const char *end = line + byte_size, *word = end;
    Search search = {.prefix = end, .found = dict_new()};
    *completion = (Completion){0};
    if (!search.found)
        return -1;
    int status = 0;
    if (!is_in_literal(line, byte_size)) {
        status = complete_import(&search, line, end, &word);
        if (status == 0)
            status = complete_expression(&search, line, end, &word, globals);
    }
    if (status >= 0) {
        completion->words = sorted_words(search.found);
        completion->word_size = (size_t)(end - word);
    }
    decref(search.found);
    return completion->words ? 0 : -1;
}
