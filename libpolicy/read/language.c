/* Whether a text is English. */
#include "read/language.h"

#include "read/scan.h"
#include "text/utf8.h"

const char *policy__language_of(policy_string text) {
  /* Words that are common in English and are no words of its neighbours. */
  static const char english[] =
      " the of and to that for with by this from which are it its as be have has not been their they these"
      " those would should shall will can may must was were you your our we he she his her an or if when what"
      " who how than then there into other such any all between under about also more ";
  enum { LOOK = 65536, FEWEST = 3, SHARE = 5 };
  size_t words = 0, hits = 0, at = 0;
  if (text.size > LOOK) {
    text.size = LOOK;
    while (!policy__utf8_is_boundary(text.data[text.size])) text.size--;
  }
  for (policy_string word = policy__next_word(text, &at); word.size > 0; word = policy__next_word(text, &at)) {
    words++;
    if (policy__among(word, english)) hits++;
  }
  return hits >= FEWEST && hits * SHARE >= words ? "en" : "";
}
