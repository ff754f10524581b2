/* Any text, as one block: what the actor step finds must make a good document, and the same one twice. */
#include "one_block.h"

#include <string.h>

#include "extract/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static policy_document *analyse(const uint8_t *data, size_t size, const policy_gazetteer *own) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = one_block(data, size);
  demand(policy__extract_actors(builder, own, &policy__malloc_allocator, &error) == POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  demand(document != NULL);
  return document;
}

static bool is_same(policy_string a, policy_string b) {
  return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_document *first = analyse(data, size, NULL), *second = analyse(data, size, NULL);
  policy_document_unref(analyse(data, size, policy_gazetteer_builtin()));
  uint32_t count = policy_document_actor_count(first), before = 0;
  demand(count == policy_document_actor_count(second));
  for (uint32_t i = 0; i < count; i++) {
    policy_actor a = policy_document_actor(first, i), b = policy_document_actor(second, i);
    demand(policy_actor_mention_count(a) > 0 && policy_actor_mention_count(a) == policy_actor_mention_count(b));
    demand(is_same(policy_actor_name(a), policy_actor_name(b)));
    uint32_t begin = policy_actor_mention_span(a, 0).begin;
    demand(begin >= before); /* in the order of first mention */
    before = begin;
  }
  policy_document_unref(first);
  policy_document_unref(second);
  return 0;
}
