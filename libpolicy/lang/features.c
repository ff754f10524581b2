/* Features: those of the tagger and those that hang on the word, merged. */
#include "lang/features.h"

#include <string.h>

#include "data/feature_table.h"
#include "lang/ending.h"
#include "text/utf8.h"

/* As in tools/train/features.py. */
enum { PLACES = 13, CAPITALS = 1 };

/* Whether a relation is the one named, subtypes aside. */
static bool is_relation(policy_string relation, const char *name) {
  size_t size = strlen(name);
  return relation.size >= size && memcmp(relation.data, name, size) == 0 &&
         (relation.size == size || relation.data[size] == ':');
}

unsigned policy__place_of(policy_string relation, policy_string above, bool behind) {
  bool subject = is_relation(relation, "nsubj") || is_relation(relation, "csubj");
  subject |= is_relation(relation, "expl");
  bool relative = above.size == 9 && memcmp(above.data, "acl:relcl", 9) == 0;
  int clause = relative ? 1 : is_relation(above, "ccomp") || is_relation(above, "csubj") ? 2 : 0;
  return (unsigned)(1 + 6 * subject + 2 * clause + behind);
}

/* The features that hang on the word. */
static const char *label_of(policy_string form, policy_upos upos, policy__xpos xpos, unsigned place) {
  if (form.size == 0) return "";
  policy__letters letters;
  policy__letters_read(form, false, &letters);
  enum { RING = sizeof letters.ring / sizeof *letters.ring };
  for (size_t i = 0; i < letters.count && i < RING; i++)
    if (policy__classify(letters.ring[i]) & POLICY__DIGIT) letters.ring[i] = '0';
  bool capitals = letters.shape == POLICY__SHAPE_UPPER || letters.shape == POLICY__SHAPE_INITIAL;
  if (capitals && (upos == POLICY_UPOS_NOUN || upos == POLICY_UPOS_NUM || upos == POLICY_UPOS_PROPN))
    letters.ring[letters.count++ % RING] = CAPITALS;
  uint32_t group = policy__ending_group(&policy__feature_groups, upos, xpos) * PLACES;
  uint16_t found = POLICY__ENDING_NONE;
  if (place > 0 && place < PLACES)
    found = policy__ending_find_whole(&policy__feature_endings, group + place, &letters);
  if (found == POLICY__ENDING_NONE) found = policy__ending_find(&policy__feature_endings, group, &letters);
  return found == POLICY__ENDING_NONE ? "" : policy__feature_labels[found];
}

static char lower_ascii(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

/* Whether feature `a` comes before `b`: by their names, without regard to case. */
static bool is_before(policy_string a, policy_string b) {
  for (size_t i = 0;; i++) {
    char x = i < a.size && a.data[i] != '=' ? lower_ascii(a.data[i]) : '\0';
    char y = i < b.size && b.data[i] != '=' ? lower_ascii(b.data[i]) : '\0';
    if (x != y) return (unsigned char)x < (unsigned char)y;
    if (x == '\0') return true;
  }
}

/* Takes the first feature off a list of them. */
static policy_string take(policy_string *list) {
  if (list->size == 0) return (policy_string){"", 0};
  const char *bar = memchr(list->data, '|', list->size);
  policy_string feature = {list->data, bar != NULL ? (size_t)(bar - list->data) : list->size};
  size_t taken = feature.size + (bar != NULL);
  *list = (policy_string){list->data + taken, list->size - taken};
  return feature;
}

policy_status policy__features(policy_string form, policy_upos upos, policy__xpos xpos, unsigned place,
                               policy_string core, policy_buffer *features) {
  const char *label = label_of(form, upos, xpos, place);
  policy_string lexical = {label, strlen(label)}, a, b;
  if (core.size == 1 && core.data[0] == '_') core.size = 0;
  size_t begin = features->size;
  a = take(&core);
  b = take(&lexical);
  while (a.size > 0 || b.size > 0) {
    bool first = b.size == 0 || (a.size > 0 && is_before(a, b));
    policy_status status = features->size > begin ? policy_buffer_append(features, "|", 1) : POLICY_OK;
    if (status == POLICY_OK)
      status = policy_buffer_append(features, first ? a.data : b.data, first ? a.size : b.size);
    if (status != POLICY_OK) return status;
    if (first) a = take(&core);
    else b = take(&lexical);
  }
  return POLICY_OK;
}
