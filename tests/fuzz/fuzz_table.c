/* Any bytes as a table of actors: what is accepted is found in the table's own text, comes back the same when it is saved
   and read, and when it is the base of an empty table. */
#include <policy/gazetteer.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static policy_gazetteer *read_again(const policy_buffer *bytes, const policy_gazetteer *base) {
  policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  options.base = base;
  return base != NULL ? policy_gazetteer_read("", 0, &options, NULL)
                      : policy_gazetteer_read(bytes->data, bytes->size, NULL, NULL);
}

static void demand_same(const policy_buffer *bytes, policy_gazetteer *gazetteer) {
  policy_buffer again = POLICY_BUFFER_INIT;
  demand(gazetteer != NULL && policy_gazetteer_save(gazetteer, &again, NULL) == POLICY_OK);
  demand(again.size == bytes->size && memcmp(again.data, bytes->data, again.size) == 0);
  policy_buffer_free(&again);
  policy_gazetteer_unref(gazetteer);
}

static void match(const policy_gazetteer *gazetteer, const char *text, size_t size, const char *languages) {
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  options.languages = languages;
  options.longer = true;
  policy_matcher *matcher = policy_matcher_new(gazetteer, text, size, &options, NULL);
  size_t last = 0;
  demand(matcher != NULL);
  for (policy_match found; policy_matcher_next(matcher, &found); last = found.end) {
    demand(found.begin >= last && found.begin < found.end && found.end <= size);
    demand(policy_entry_id(found.entry).size > 0);
    for (policy_match other = found; policy_matcher_other(matcher, &other);)
      demand(other.begin == found.begin && other.end == found.end && policy_entry_id(other.entry).size > 0);
  }
  policy_matcher_free(matcher);
}

/* Every form that is not longer than others around it is found alone, in just its own words. */
static void find_forms(const policy_gazetteer *gazetteer) {
  uint32_t entries = policy_gazetteer_entry_count(gazetteer);
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  options.longer = true;
  for (uint32_t i = 0; i < entries && i < 8; i++) {
    policy_entry entry = policy_gazetteer_entry(gazetteer, i);
    uint32_t forms = policy_entry_form_count(entry);
    for (uint32_t n = 0; n < forms && n < 8; n++) {
      policy_string form = policy_entry_form(entry, n);
      policy_matcher *matcher = policy_matcher_new(gazetteer, form.data, form.size, &options, NULL);
      policy_match found;
      demand(matcher != NULL && policy_matcher_next(matcher, &found));
      bool is_there = found.entry.id == i;
      while (!is_there && policy_matcher_other(matcher, &found)) is_there = found.entry.id == i;
      demand(is_there);
      policy_matcher_free(matcher);
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_gazetteer *gazetteer = policy_gazetteer_read(data, size, NULL, &error);
  demand((gazetteer != NULL) == (error.code == POLICY_OK) && error.offset <= size);
  if (gazetteer == NULL) return 0;
  policy_buffer bytes = POLICY_BUFFER_INIT;
  demand(policy_gazetteer_save(gazetteer, &bytes, NULL) == POLICY_OK);
  demand_same(&bytes, read_again(&bytes, NULL));
  demand_same(&bytes, read_again(&bytes, gazetteer));
  match(gazetteer, (const char *)data, size, NULL);
  match(gazetteer, (const char *)data, size, "en");
  find_forms(gazetteer);
  policy_gazetteer_unref(gazetteer);
  policy_buffer_free(&bytes);
  return 0;
}
