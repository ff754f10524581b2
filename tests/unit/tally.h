/* An allocator for tests: it fails when told to, counts what lives, and sees to it that blocks come back with
   the size that they went out with. */
#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <policy/memory.h>

typedef struct tally {
  policy_allocator allocator;
  size_t calls;   /* allocations and reallocations asked for */
  size_t fail_at; /* the call that fails, from 1; 0: none */
  bool sticky;    /* all later calls fail too */
  size_t blocks, bytes, peak;
  size_t wrong; /* blocks that came back with another size */
} tally;

enum { TALLY_HEADER = 32 };

static inline bool tally_refuses(tally *t) {
  t->calls++;
  return t->fail_at > 0 && (t->sticky ? t->calls >= t->fail_at : t->calls == t->fail_at);
}

static inline void *tally_allocate(void *context, size_t size) {
  tally *t = (tally *)context;
  if (tally_refuses(t)) return NULL;
  char *block = (char *)malloc(size + TALLY_HEADER);
  if (block == NULL) return NULL;
  memcpy(block, &size, sizeof size);
  memset(block + TALLY_HEADER, 0xA5, size); /* whoever forgets to initialise finds rubbish */
  t->blocks++;
  t->bytes += size;
  if (t->bytes > t->peak) t->peak = t->bytes;
  return block + TALLY_HEADER;
}

static inline size_t tally_size(void *block) {
  size_t size;
  memcpy(&size, (char *)block - TALLY_HEADER, sizeof size);
  return size;
}

static inline void tally_release(void *context, void *block, size_t size) {
  tally *t = (tally *)context;
  if (tally_size(block) != size) t->wrong++;
  t->blocks--;
  t->bytes -= tally_size(block);
  free((char *)block - TALLY_HEADER);
}

/* Always moves, so that stale pointers show. */
static inline void *tally_reallocate(void *context, void *block, size_t old_size, size_t size) {
  void *moved = tally_allocate(context, size);
  if (moved == NULL) return NULL;
  size_t kept = tally_size(block);
  memcpy(moved, block, kept < size ? kept : size);
  tally_release(context, block, old_size);
  return moved;
}

static inline void tally_init(tally *t) {
  memset(t, 0, sizeof *t);
  t->allocator.allocate = tally_allocate;
  t->allocator.reallocate = tally_reallocate;
  t->allocator.release = tally_release;
  t->allocator.context = t;
}

/* Whether everything came back, as it should. */
static inline bool tally_is_clean(const tally *t) {
  return t->blocks == 0 && t->bytes == 0 && t->wrong == 0;
}

#endif
