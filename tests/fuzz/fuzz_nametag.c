/* Any text, as one sentence: the names of the tagger stand in it, in order, and are the same twice. */
#include <policy/builder.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "extract/nametag.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static void tag(policy_string text, const policy__array *words, policy__array *names) {
  unsigned char small[128];
  for (size_t i = 0; i < sizeof small; i++) small[i] = i < text.size ? (unsigned char)text.data[i] : 0;
  policy__name_place place = {text, words->items, small, sizeof small * 8 - 1};
  uint32_t count = (uint32_t)words->count, before = 0;
  policy__array_init(names, &policy__malloc_allocator, sizeof(policy__name_span), UINT32_MAX - 1);
  demand(policy__nametag_find(&place, 0, count, names) == POLICY_OK);
  for (int round = 0; round < 2; round++, before = 0) {
    for (size_t i = 0; i < names->count; i++) {
      const policy__name_span *name = POLICY__AT(names, policy__name_span, i);
      demand(name->first >= before && name->end > name->first && name->end <= count);
      demand(name->type < POLICY__NAME_TYPES);
      before = name->end;
    }
    demand(policy__nametag_agree(&place, count, &policy__malloc_allocator, names) == POLICY_OK);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = policy_builder_new(data, size, NULL, NULL, &error);
  demand(builder != NULL);
  policy_string text = policy_document_text(policy_builder_document(builder));
  policy__array words, first, second;
  policy__array_init(&words, &policy__malloc_allocator, sizeof(policy__term), UINT32_MAX - 1);
  demand(policy__terms_find(text, (policy_span){0, (uint32_t)text.size}, &words) == POLICY_OK);
  tag(text, &words, &first);
  tag(text, &words, &second);
  demand(first.count == second.count);
  for (size_t i = 0; i < first.count; i++) {
    const policy__name_span *a = POLICY__AT(&first, policy__name_span, i);
    const policy__name_span *b = POLICY__AT(&second, policy__name_span, i);
    demand(a->first == b->first && a->end == b->end && a->type == b->type && a->score == b->score);
  }
  policy__array_free(&first);
  policy__array_free(&second);
  policy__array_free(&words);
  policy_builder_free(builder);
  return 0;
}
