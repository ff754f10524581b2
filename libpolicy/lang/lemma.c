/* Lemmas: the edit and the case that the decision lists know for the form's end. */
#include "lang/lemma.h"

#include <string.h>

#include "data/lemma_table.h"
#include "lang/ending.h"
#include "text/utf8.h"

/* As in tools/train/lemma.py. */
typedef enum letter_case { LOWER, KEEP, TITLE, UPPER } letter_case;
enum { SHAPES = 16, ANY_SHAPE = 15 };

static char upper_ascii(char byte) {
  return byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
}

/* Appends one letter of the form, [at, next), in the case that it shall have. */
static policy_status put_letter(const char *at, const char *next, uint32_t letter, letter_case as,
                                policy_buffer *lemma) {
  uint32_t lower = policy__letter_lower(letter);
  if (lower == '\'') return policy_buffer_append(lemma, "'", 1);
  if (as == LOWER && lower != letter)
    return policy__append_lower(lemma, (policy_string){at, (size_t)(next - at)});
  if (as == UPPER && letter < 0x80) {
    char capital = upper_ascii((char)letter);
    return policy_buffer_append(lemma, &capital, 1);
  }
  return policy_buffer_append(lemma, at, (size_t)(next - at));
}

/* Appends the first `count` letters of the form. */
static policy_status put_letters(policy_string form, bool plain, size_t count, letter_case as,
                                 policy_buffer *lemma) {
  policy_status status = POLICY_OK;
  const char *at = form.data, *end = at + form.size;
  for (size_t i = 0; i < count && status == POLICY_OK;) {
    const char *next = at;
    if (plain && policy__letter_is_grouping(form, at)) {
      at++;
      continue;
    }
    uint32_t letter = policy__letter_next(&next, end);
    letter_case here = as != TITLE ? as : i == 0 ? UPPER : LOWER;
    status = put_letter(at, next, letter, here, lemma);
    at = next;
    i++;
  }
  return status;
}

/* Appends the end of a lemma. */
static policy_status put_ending(const char *ending, bool capital, bool capitals, policy_buffer *lemma) {
  char bytes[sizeof policy__edits->append];
  size_t size = strlen(ending);
  for (size_t i = 0; i < size; i++)
    bytes[i] = capitals || (capital && i == 0) ? upper_ascii(ending[i]) : ending[i];
  return policy_buffer_append(lemma, bytes, size);
}

static letter_case case_of(const policy__letters *letters, uint32_t group, bool first) {
  uint16_t found = policy__ending_find_whole(&policy__case_endings, group * SHAPES + ANY_SHAPE, letters);
  uint32_t shape = 2 * (uint32_t)letters->shape + first;
  if (found == POLICY__ENDING_NONE)
    found = policy__ending_find(&policy__case_endings, group * SHAPES + shape, letters);
  return found == POLICY__ENDING_NONE ? KEEP : (letter_case)found;
}

policy_status policy__lemma(policy_string form, policy_upos upos, policy__xpos xpos, bool first,
                            policy_buffer *lemma) {
  if (form.size == 0) return POLICY_OK;
  policy__letters letters;
  bool plain = xpos == POLICY__XPOS_CD;
  policy__letters_read(form, plain, &letters);
  uint32_t group = policy__ending_group(&policy__lemma_groups, upos, xpos);
  uint16_t found = policy__ending_find(&policy__edit_endings, group, &letters);
  static const policy__edit none = {0, ""};
  const policy__edit *edit = found == POLICY__ENDING_NONE ? &none : &policy__edits[found];
  if (edit->strip > letters.count || (edit->strip == letters.count && edit->append[0] == '\0')) edit = &none;
  letter_case as = case_of(&letters, group, first);
  size_t kept = letters.count - edit->strip;
  policy_status status = put_letters(form, plain, kept, as, lemma);
  if (status != POLICY_OK) return status;
  const char *at = form.data;
  bool capital = (policy__classify(policy__letter_next(&at, at + form.size)) & POLICY__UPPER) != 0;
  capital = kept == 0 && (as == TITLE || (as == KEEP && capital));
  return put_ending(edit->append, capital, as == UPPER, lemma);
}
