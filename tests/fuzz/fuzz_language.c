/* Any bytes as a text in some language: what two parts show is what the whole shows, the judgement is a tag with a
   confidence, and what was expected stands where there is nothing to see. */
#include <stdlib.h>
#include <string.h>

#include "text/language.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

/* The place of a space in the second half, where words end; or the end. */
static size_t cut_of(policy_string text) {
  const char *space = memchr(text.data + text.size / 2, ' ', text.size - text.size / 2);
  return space != NULL ? (size_t)(space - text.data) : text.size;
}

static void demand_sum(policy_string text, const policy__language_evidence *whole) {
  policy__language_evidence parts = {{0}, {0}, {{0}}};
  size_t cut = cut_of(text);
  policy__language_look((policy_string){text.data, cut}, &parts);
  policy__language_look((policy_string){text.data + cut, text.size - cut}, &parts);
  demand(memcmp(&parts, whole, sizeof parts) == 0);
}

static void demand_judgement(const policy__language_evidence *evidence, const char *expected) {
  policy_string tag = {expected, strlen(expected)};
  policy__language found = policy__language_judge(evidence, tag);
  demand(found.tag.data != NULL && found.tag.data[found.tag.size] == '\0');
  demand(found.confidence >= 0 && found.confidence <= 1);
  demand(found.tag.size == 0 || found.tag.data == expected || found.tag.size == 2 || strcmp(found.tag.data, "und") == 0);
  demand(found.tag.size == 0 || policy__language_is_same(found.tag, found.tag));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const expected[] = {"", "en", "en-GB", "fr-CA", "nb", "sr-Cyrl", "zh-Hans", "el", "und", "tlh", "x-y"};
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy__cleaning cleaning = {0};
  policy__language_evidence evidence = {{0}, {0}, {{0}}}, nothing = evidence;
  demand(policy__utf8_clean((const char *)data, size, &buffer, NULL, &cleaning) == POLICY_OK);
  policy_string text = {buffer.data != NULL ? buffer.data : "", buffer.size};
  policy__language_look(text, &evidence);
  demand_sum(text, &evidence);
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    demand_judgement(&evidence, expected[i]);
    demand(policy__language_judge(&nothing, (policy_string){expected[i], strlen(expected[i])}).confidence <= 0);
  }
  (void)policy__language_of(text);
  policy_buffer_free(&buffer);
  return 0;
}
