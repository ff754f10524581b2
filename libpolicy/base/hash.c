/* The hash and the table. */
#include "base/hash.h"

#include <string.h>

#include "base/checked.h"

/* The two halves of the 128-bit product, one over the other. */
static uint64_t fold(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
  uint64_t middle = ah * bl + (al * bl >> 32), other = al * bh + (uint32_t)middle;
  return (a * b) ^ (ah * bh + (middle >> 32) + (other >> 32));
#endif
}

static uint64_t load(const unsigned char *bytes, size_t size) {
  uint64_t word = 0;
  memcpy(&word, bytes, size);
  return word;
}

uint64_t policy__hash(const void *bytes, size_t size, uint64_t seed) {
  static const uint64_t k0 = 0xa0761d6478bd642fu, k1 = 0xe7037ed1a0b428dbu;
  const unsigned char *at = bytes;
  uint64_t state = seed ^ k0;
  size_t left = size;
  for (; left > 16; at += 16, left -= 16) state = fold(load(at, 8) ^ k1, load(at + 8, 8) ^ state);
  uint64_t a = left > 0 ? load(at, left < 8 ? left : 8) : 0;
  uint64_t b = left > 8 ? load(at + 8, left - 8) : 0;
  return fold(k1 ^ size, fold(a ^ k1, b ^ state));
}

/* ---- the table: open addressing, linear probing, at most three quarters full ------------------------ */

struct policy__slot {
  policy_string key; /* data NULL: free */
  uint64_t hash;
  uint32_t number;
};

void policy__table_init(policy__table *table, const policy_allocator *allocator) {
  *table = (policy__table){.allocator = allocator};
}

void policy__table_free(policy__table *table) {
  policy__release(table->allocator, table->slots, table->capacity * sizeof *table->slots);
  *table = (policy__table){.allocator = table->allocator};
}

static uint64_t hash_of(const policy__table *table, policy_string key) {
  return policy__hash(key.data, key.size, (uint64_t)(uintptr_t)table);
}

/* The slot that holds the key, or the free one where it would go. */
static struct policy__slot *slot_of(const policy__table *table, policy_string key, uint64_t hash) {
  size_t mask = table->capacity - 1;
  for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
    struct policy__slot *slot = &table->slots[i];
    if (slot->key.data == NULL) return slot;
    if (slot->hash == hash && slot->key.size == key.size && memcmp(slot->key.data, key.data, key.size) == 0)
      return slot;
  }
}

uint32_t policy__table_find(const policy__table *table, policy_string key) {
  if (table->count == 0) return POLICY_NONE;
  const struct policy__slot *slot = slot_of(table, key, hash_of(table, key));
  return slot->key.data != NULL ? slot->number : POLICY_NONE;
}

static policy_status rehash(policy__table *table) {
  policy__table larger = *table;
  size_t bytes;
  larger.capacity = table->capacity > 0 ? table->capacity : 16;
  if (table->capacity > 0 && !policy__multiply(table->capacity, 2, &larger.capacity)) return POLICY_ERROR_LIMIT;
  if (!policy__multiply(larger.capacity, sizeof *table->slots, &bytes)) return POLICY_ERROR_LIMIT;
  larger.slots = policy__allocate(table->allocator, bytes);
  if (larger.slots == NULL) return POLICY_ERROR_NO_MEMORY;
  memset(larger.slots, 0, bytes);
  for (size_t i = 0; i < table->capacity; i++) {
    const struct policy__slot *slot = &table->slots[i];
    if (slot->key.data != NULL) *slot_of(&larger, slot->key, slot->hash) = *slot;
  }
  policy__release(table->allocator, table->slots, table->capacity * sizeof *table->slots);
  *table = larger;
  return POLICY_OK;
}

policy_status policy__table_add(policy__table *table, policy_string key, uint32_t number) {
  if (table->count >= table->capacity / 4 * 3) {
    policy_status status = rehash(table);
    if (status != POLICY_OK) return status;
  }
  uint64_t hash = hash_of(table, key);
  struct policy__slot *slot = slot_of(table, key, hash);
  *slot = (struct policy__slot){key, hash, number};
  table->count++;
  return POLICY_OK;
}
