/* Lemmas and features of tagged words: reads lines of FORM UPOS XPOS FIRST RELATION ABOVE BEHIND CORE, divided by
   tabs, and prints LEMMA and FEATURES; lemma_scores.py counts. "-" stands for no relations at all. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/features.h"
#include "lang/lemma.h"

static policy_upos upos_of(policy_string name) {
  for (int upos = POLICY_UPOS_ADJ; upos <= POLICY_UPOS_X; upos++) {
    const char *known = policy_upos_name((policy_upos)upos);
    if (strlen(known) == name.size && memcmp(known, name.data, name.size) == 0) return (policy_upos)upos;
  }
  return POLICY_UPOS_NONE;
}

int main(void) {
  enum { COLUMNS = 8 };
  static char line[1 << 16];
  policy_buffer lemma = POLICY_BUFFER_INIT, features = POLICY_BUFFER_INIT;
  while (fgets(line, sizeof line, stdin) != NULL) {
    policy_string cell[COLUMNS];
    char *at = line;
    for (int i = 0; i < COLUMNS; i++) {
      size_t size = strcspn(at, "\t\n");
      cell[i] = (policy_string){at, size};
      at += size + (at[size] == '\t');
    }
    policy_upos upos = upos_of(cell[1]);
    policy__xpos xpos = policy__xpos_of(cell[2]);
    bool known = cell[4].size != 1 || cell[4].data[0] != '-';
    unsigned place = known ? policy__place_of(cell[4], cell[5], cell[6].data[0] == '1') : POLICY__PLACE_UNKNOWN;
    lemma.size = features.size = 0;
    if (policy__lemma(cell[0], upos, xpos, cell[3].data[0] == '1', &lemma) != POLICY_OK ||
        policy__features(cell[0], upos, xpos, place, cell[7], &features) != POLICY_OK)
      return EXIT_FAILURE;
    printf("%.*s\t%.*s\n", (int)lemma.size, lemma.size > 0 ? lemma.data : "", (int)features.size,
           features.size > 0 ? features.data : "");
  }
  policy_buffer_free(&lemma);
  policy_buffer_free(&features);
  return EXIT_SUCCESS;
}
