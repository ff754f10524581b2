/* Any bytes as the network's weights, with the sum as it is and put right: what is accepted reads sentences, all
   kernels alike, into trees. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "lang/network.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS = 10, SENTENCES = 3, SUM = 8, HASHED = 16 };

#define WORD(text) {text, sizeof text - 1}
static const policy_string forms[WORDS] = {WORD("The"), WORD("Council"), WORD("shall"), WORD("not"), WORD("2031"),
                                           WORD(""),    WORD(";"),       WORD("\xC3\xBC" "ber"), WORD("the"), WORD(".")};
static const uint32_t sizes[SENTENCES] = {4, 1, 5};

static void demand(bool good) {
  if (!good) abort();
}

static void demand_tree(const policy__weights *weights, const policy__reading *readings, uint32_t count) {
  uint32_t roots = 0;
  for (uint32_t w = 0; w < count; w++) {
    uint32_t at = w + 1, steps = 0;
    demand(readings[w].head <= count && readings[w].tag < weights->tag_count);
    demand(readings[w].relation < weights->relation_count);
    demand((readings[w].relation == weights->root_relation) == (readings[w].head == 0));
    roots += readings[w].head == 0;
    while (at != 0 && steps++ <= count) at = readings[at - 1].head;
    demand(at == 0);
  }
  demand(roots == 1);
}

static void read_sentences(const policy__weights *weights, const policy__kernel *kernel, policy__reading *readings) {
  policy__network *network = policy__network_new(weights, kernel, &policy__malloc_allocator, WORDS);
  demand(network != NULL);
  policy__network_read(network, forms, sizes, SENTENCES, readings);
  policy__network_free(network);
  for (uint32_t s = 0, at = 0; s < SENTENCES; at += sizes[s++]) demand_tree(weights, readings + at, sizes[s]);
}

static void use(const policy__weights *weights) {
  const policy__kernel *kernels[POLICY__KERNELS];
  policy__reading first[WORDS], readings[WORDS];
  memset(first, 0, sizeof first);
  memset(readings, 0, sizeof readings);
  policy__kernels(kernels);
  read_sentences(weights, kernels[0], first);
  for (uint32_t k = 1; k < POLICY__KERNELS && kernels[k] != NULL; k++) {
    read_sentences(weights, kernels[k], readings);
    demand(memcmp(first, readings, sizeof first) == 0);
  }
}

static policy_status read_weights(const uint8_t *bytes, size_t size, bool check) {
  policy__weights weights;
  policy_error error = {.code = POLICY_OK};
  policy_status status = policy__weights_read(bytes, size, check, &weights, &error);
  demand(status == POLICY_OK || (status == POLICY_ERROR_FORMAT && error.code == status && error.offset <= size));
  if (status == POLICY_OK) use(&weights);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  uint8_t *bytes = malloc(size > 0 ? size : 1);
  if (bytes == NULL) return 0;
  memcpy(bytes, data, size);
  policy_status loose = read_weights(bytes, size, false);
  if (size >= HASHED) {
    uint64_t sum = policy__hash(bytes + HASHED, size - HASHED, 0);
    memcpy(bytes + SUM, &sum, sizeof sum);
  }
  policy_status strict = read_weights(bytes, size, true);
  demand(strict != POLICY_OK || loose == POLICY_OK);
  free(bytes);
  return 0;
}
