/* What writing and reading JSON share: bytes to jansson's trees and back, and members with their places. Only
   the json*.c files here include this, and so jansson. */
#ifndef POLICY_WRITE_JSON_H
#define POLICY_WRITE_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include <policy/limits.h>

#include "base/buffer.h"
#include "model/names.h"

/* ---- json_parse.c and json_text.c: bytes and trees ------------------------------------------------------- */

/* jansson frees and writes by recursion; no setting of limits.depth gets deeper than this. */
enum { POLICY__JSON_DEPTH = 2048 };

/* The tree of `size` bytes, one value and nothing else; members twice, NUL and nesting over `depth` are
   refused, and so is what would take more than `memory` bytes. NULL on failure. */
json_t *policy__json_load(const char *bytes, size_t size, uint32_t depth, uint64_t memory, policy_error *error);

/* Makes a message one line of UTF-8: control characters and characters cut in two become question marks. */
void policy__json_tame(char *line);

/* Appends a tree on one line, members sorted, reals with as many digits as give them back exactly; with
   `ascii`, all else is escaped. */
policy_status policy__json_canonical(const json_t *value, bool ascii, policy_buffer *buffer);

/* Where JSON goes out: as it comes, or broken into lines. Start from {.writer = {buffer, POLICY_OK}, .indent =
 * ...}. */
typedef struct policy__json_sink {
  policy__writer writer;
  bool indent;
  bool in_string, escaped;
  char opened;    /* the bracket just written, which nothing follows yet; or NUL */
  uint32_t level; /* open brackets that broke the line */
  uint32_t flat;  /* open brackets in a list of numbers, which stays on its line */
} policy__json_sink;

/* Writes a piece of JSON without white space. A failure stays in `sink->writer.status`. */
void policy__json_put(policy__json_sink *sink, const char *bytes, size_t size);

/* Writes a tree and gives its reference back; NULL stands for want of memory. */
void policy__json_put_value(policy__json_sink *sink, json_t *value);

/* The same for an object's members alone, without its brackets. */
void policy__json_put_members(policy__json_sink *sink, json_t *object);

/* ---- json_member.c: members with their places ------------------------------------------------------------ */

enum { POLICY__JSON_PATH = 16 };

/* Where reading is, and its first failure, after which every call here answers with nothing. */
typedef struct policy__json_place {
  policy_status status;
  policy_error *error;
  uint32_t depth; /* may pass POLICY__JSON_PATH; what is deeper is not kept */
  struct policy__json_step {
    const char *key; /* NULL: an item */
    size_t item;
  } path[POLICY__JSON_PATH];
} policy__json_place;

void policy__json_enter(policy__json_place *place, const char *key);
void policy__json_enter_item(policy__json_place *place, size_t item);
void policy__json_leave(policy__json_place *place);

/* Fails with POLICY_ERROR_FORMAT and "/the/path/key: " before the words; `key` may be NULL. */
void policy__json_refuse(policy__json_place *place, const char *key, const char *format, ...)
    POLICY__PRINTF(3, 4);

/* Takes a failure of another call over. A broken rule of the builder becomes POLICY_ERROR_FORMAT. */
void policy__json_fail(policy__json_place *place, policy_status status, const policy_error *error);

/* Refuses a value that is no object, and members that are not among the `known`, which end with NULL. False
   when something is wrong. */
bool policy__json_check_members(policy__json_place *place, const json_t *object, const char *const *known);

/* The member of an object, NULL when it is absent. One of another type is refused, and so is a missing one
   that is needed. */
json_t *policy__json_member(policy__json_place *place, const json_t *object, const char *key, json_type type,
                            bool needed);

/* The same as values: empty, `absent`, false, and 0 for the first word when the member is absent. */
policy_string policy__json_string(policy__json_place *place, const json_t *object, const char *key,
                                  bool needed);
uint64_t policy__json_number(policy__json_place *place, const json_t *object, const char *key, uint64_t most,
                             uint64_t absent);
bool policy__json_flag(policy__json_place *place, const json_t *object, const char *key);
int policy__json_word(policy__json_place *place, const json_t *object, const char *key,
                      policy__enumeration enumeration, bool needed);

/* A string of the tree, borrowed. */
policy_string policy__json_text(const json_t *string);

#endif
