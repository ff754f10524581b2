/* Which tags open and close what. */
#include <string.h>

#include "read/html_page.h"

static bool is_part(uint8_t tag) { /* of a table */
  return tag == POLICY__TAG_TBODY || tag == POLICY__TAG_TR || tag == POLICY__TAG_TD || tag == POLICY__TAG_TH ||
         tag == POLICY__TAG_CAPTION;
}

static bool is_heading(uint8_t tag) {
  return tag >= POLICY__TAG_H1 && tag <= POLICY__TAG_H6;
}

static bool is_barrier(uint8_t tag) {
  return tag == POLICY__TAG_TABLE || tag == POLICY__TAG_TD || tag == POLICY__TAG_TH || tag == POLICY__TAG_CAPTION;
}

static uint32_t innermost(const policy__html_shape *shape, uint8_t tag) {
  uint32_t n = shape->depth;
  while (n > 0 && shape->stack[n - 1] != tag) n--;
  return n;
}

/* Closes the innermost element of a tag, unless a barrier stands before it. */
static bool close(policy__html_shape *shape, uint8_t tag) {
  bool item = tag == POLICY__TAG_LI;
  for (uint32_t n = shape->depth; n > 0; n--) {
    uint8_t open = shape->stack[n - 1];
    if (open == tag || (is_heading(tag) && is_heading(open))) return shape->depth = n - 1, true;
    if (is_barrier(open) || (item && (open == POLICY__TAG_UL || open == POLICY__TAG_OL))) return false;
  }
  return false;
}

/* A new item ends the one before it, in the same list. */
static void close_item(policy__html_shape *shape, uint8_t tag) {
  bool item = tag == POLICY__TAG_LI;
  for (uint32_t n = shape->depth; n > 0; n--) {
    uint8_t open = shape->stack[n - 1];
    if (item ? open == POLICY__TAG_LI : open == POLICY__TAG_DD || open == POLICY__TAG_DT) {
      shape->depth = n - 1;
      return;
    }
    if (open != POLICY__TAG_DIV && open != POLICY__TAG_ADDRESS && open != POLICY__TAG_P) return;
  }
}

/* Cuts the stack to the part of the table that a new part belongs into, which the tree builder adds where it is not
   there. False: it stands in no table. */
static bool make_room(policy__html_shape *shape, uint8_t tag) {
  uint32_t n = innermost(shape, POLICY__TAG_TABLE);
  if (n == 0) return false;
  uint32_t parts = tag == POLICY__TAG_TR ? 1 : tag == POLICY__TAG_TD || tag == POLICY__TAG_TH ? 2 : 0;
  static const uint8_t needed[] = {POLICY__TAG_TBODY, POLICY__TAG_TR};
  if (n + parts >= shape->most) return false;
  for (uint32_t i = 0; i < parts; i++, n++)
    if (n >= shape->depth || shape->stack[n] != needed[i]) {
      shape->stack[n] = needed[i];
      shape->depth = n + 1;
    }
  shape->depth = n;
  return true;
}

static void close_table(policy__html_shape *shape) {
  for (uint32_t n = shape->depth; n > 0; n--) {
    uint8_t open = shape->stack[n - 1];
    if (open == POLICY__TAG_TD || open == POLICY__TAG_TH || open == POLICY__TAG_CAPTION) return;
    if (open == POLICY__TAG_TABLE) {
      shape->depth = n - 1;
      return;
    }
  }
}

bool policy__html_shape_start(policy__html_shape *shape, policy__tag tag) {
  uint8_t kind = tag == POLICY__TAG_FORM || tag == POLICY__TAG_NOSCRIPT ? POLICY__TAG_DIV : (uint8_t)tag;
  if (is_part(kind) && !make_room(shape, kind)) return false;
  if (kind == POLICY__TAG_LI || kind == POLICY__TAG_DD || kind == POLICY__TAG_DT) close_item(shape, kind);
  if (!is_part(kind)) (void)close(shape, POLICY__TAG_P);
  if (kind == POLICY__TAG_TABLE) close_table(shape);
  if (is_heading(kind) && shape->depth > 0 && is_heading(shape->stack[shape->depth - 1])) shape->depth--;
  if (shape->depth >= shape->most) {
    shape->ghosts++;
    return false;
  }
  shape->ghosts = 0;
  shape->stack[shape->depth++] = kind;
  return true;
}

bool policy__html_shape_end(policy__html_shape *shape, policy__tag tag) {
  uint8_t kind = tag == POLICY__TAG_FORM || tag == POLICY__TAG_NOSCRIPT ? POLICY__TAG_DIV : (uint8_t)tag;
  if (shape->ghosts > 0) {
    shape->ghosts--;
    return false;
  }
  if (kind != POLICY__TAG_TABLE && !is_part(kind)) return close(shape, kind);
  uint32_t n = innermost(shape, kind);
  if (n == 0 || (kind != POLICY__TAG_TABLE && n < innermost(shape, POLICY__TAG_TABLE))) return false;
  shape->depth = n - 1;
  return true;
}
