/* Hashing: a fast hash of bytes, a table from strings to numbers, and SHA-256. */
#ifndef POLICY_BASE_HASH_H
#define POLICY_BASE_HASH_H

#include <policy/status.h>
#include <policy/text.h>

#include "base/memory.h"

/* A 64-bit hash, good in all bits (after Wang Yi's wyhash: multiply and fold). The same on every machine
   of one byte order. */
uint64_t policy__hash(const void *bytes, size_t size, uint64_t seed);

/* Numbers by string. Keys are borrowed and must outlive the table. Seeded by the table's own address, so
   that nobody can prepare colliding keys; therefore never walk a table. */
typedef struct policy__table {
  struct policy__slot *slots;
  size_t count, capacity; /* capacity: a power of two, or 0 */
  const policy_allocator *allocator;
} policy__table;

void policy__table_init(policy__table *table, const policy_allocator *allocator);
void policy__table_free(policy__table *table);

/* The number under `key`, or POLICY_NONE. */
uint32_t policy__table_find(const policy__table *table, policy_string key);

/* Puts a number under a key that is not there yet. */
policy_status policy__table_add(policy__table *table, policy_string key, uint32_t number);

enum { POLICY__SHA256_HEX = 64 };

/* The SHA-256 digest (FIPS 180-4) in lower-case hexadecimal, without a NUL. */
void policy__sha256(const void *bytes, size_t size, char hex[POLICY__SHA256_HEX]);

#endif
