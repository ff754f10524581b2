/* Any bytes as a saved gazetteer, with the sum as it is and put right: what is accepted can be walked through, and
   matched, without leaving its bytes. */
#include <stdlib.h>
#include <string.h>

#include "gazetteer/shelf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static size_t use_entry(policy_entry entry) {
  size_t bytes = policy_entry_id(entry).size + policy_entry_name(entry).size + policy_entry_sector(entry).size +
                 policy_entry_name_in(entry, "de-CH").size;
  for (uint32_t n = 0; n < policy_entry_code_count(entry); n++)
    bytes += policy_entry_code_scheme(entry, n).size + policy_entry_code_value(entry, n).size;
  for (uint32_t n = 0; n < policy_entry_link_count(entry); n++)
    bytes += policy_entry_id(policy_entry_link(entry, n)).size + (size_t)policy_entry_link_kind(entry, n);
  for (uint32_t n = 0; n < policy_entry_post_count(entry); n++)
    bytes += policy_entry_post_title(entry, n).size + policy_entry_id(policy_entry_post(entry, n)).size +
             policy_entry_post_from(entry, n).size + policy_entry_post_to(entry, n).size;
  for (uint32_t n = 0; n < policy_entry_form_count(entry); n++) {
    bytes += policy_entry_form(entry, n).size + (size_t)policy_entry_form_use(entry, n);
    for (uint32_t k = 0; k < policy_entry_form_language_count(entry, n); k++)
      bytes += policy_entry_form_language(entry, n, k).size;
  }
  return bytes;
}

static void use(const policy_gazetteer *gazetteer) {
  static const char text[] = "The Norland Fund's (NF) and N.F., N\xC3\xB6rland; \xE4\xB8\xAD\xE5\x9B\xBD Sorland-X";
  size_t bytes = 0, last = 0;
  for (uint32_t i = 0; i < policy_gazetteer_entry_count(gazetteer) && i < 64; i++)
    bytes += use_entry(policy_gazetteer_entry(gazetteer, i));
  (void)policy_gazetteer_find(gazetteer, "x");
  (void)policy_gazetteer_find_code(gazetteer, "a", "b");
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  for (int i = 0; i < 2; i++, last = 0, options.languages = "en de") {
    policy_matcher *matcher = policy_matcher_new(gazetteer, text, sizeof text - 1, &options, NULL);
    for (policy_match found; policy_matcher_next(matcher, &found); last = found.end) {
      demand(found.begin >= last && found.end < sizeof text);
      while (policy_matcher_other(matcher, &found)) bytes += found.entry.id;
    }
    policy_matcher_free(matcher);
  }
  demand(bytes < SIZE_MAX / 2);
}

static policy_status read_shelf(const uint8_t *bytes, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_status status = policy__shelf_check(bytes, size, &error);
  demand(status == POLICY_OK || (status == POLICY_ERROR_FORMAT && error.code == status && error.offset <= size));
  if (status != POLICY_OK) return status;
  policy_gazetteer *gazetteer = policy_gazetteer_read(bytes, size, NULL, NULL);
  demand(gazetteer != NULL);
  use(gazetteer);
  policy_gazetteer_unref(gazetteer);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  uint8_t *bytes = malloc(size > 0 ? size : 1);
  if (bytes == NULL) return 0;
  memcpy(bytes, data, size);
  policy_status whole = read_shelf(bytes, size);
  if (size >= POLICY__SHELF_HEAD) {
    uint64_t sum = policy__shelf_sum(bytes, size);
    for (int i = 0; i < 8; i++) bytes[POLICY__SHELF_SUM + i] = (uint8_t)(sum >> 8 * i);
  }
  demand(whole != POLICY_OK || read_shelf(bytes, size) == POLICY_OK);
  if (whole != POLICY_OK) (void)read_shelf(bytes, size);
  free(bytes);
  return 0;
}
