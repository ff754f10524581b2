/* The table of forms, and how a row is compared with words. Own words. */
#include "extract/form.h"
#include "extract/lexicon.h"
#include "extract/search.h"

#include <string.h>

#define IMPORTANT                                                                                                       \
  "important|essential|vital|crucial|critical|necessary|imperative|urgent|advisable|desirable|indispensable|"           \
  "paramount|incumbent|time|prudent|right|appropriate"
#define USEFUL "useful|helpful|beneficial|prudent|wise|advisable|sensible|worthwhile|valuable|preferable|better|best|desirable"
#define ASKED "recommended|proposed|suggested|advised|urged|requested|agreed"
#define DUTY "duty|responsibility|obligation"
#define ADVICE "recommendation recommendations advice proposal suggestion key"
#define PLAN "solution answer remedy priority imperative forward step"
#define LAW "bill act provision provisions proposal proposals amendment amendments legislation measure rule rules draft ordinance clause"
#define CHOICE "change reform approach option alternative course response way idea solution answer remedy step compromise"

/* Items are parted by spaces. A word, or words parted by "|", stand for one of these; "*" for any adverbs and negations; "~"
   for at most three words that may stand between an article and its noun, and the article; "BE" for "be" in
   the present or behind a modal of duty or time; "MAY" for a modal of possibility; "^" for nothing, where a clause begins. */
static const policy__form forms[] = {
    {"it BE * " IMPORTANT " *", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "for of on upon", false, NULL},
    {"it BE * high time", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "for", false, NULL},
    {"it BE of importance", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "for", false, NULL},
    {"it BE of particular|great|utmost|paramount|vital|critical|key|major|crucial|special importance", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "for", false, NULL},
    {"onus|burden is *", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO, "on upon with", false, NULL},
    {"it MAY * be * " USEFUL " *", POLICY__PATTERN_EVALUATION, POLICY__SUGGESTION, POLICY__TAKES_TO | POLICY__TAKES_THAT, "for", false, NULL},
    {"it MAY be good practice", POLICY__PATTERN_EVALUATION, POLICY__SUGGESTION, POLICY__TAKES_TO, "for", false, NULL},
    {"it is good practice", POLICY__PATTERN_EVALUATION, POLICY__ADVICE, POLICY__TAKES_TO, "for", false, NULL},
    {"it BE * " ASKED, POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "", false, NULL},
    {"it was * " ASKED, POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_THAT, "", false, NULL},
    {"it BE * decided", POLICY__PATTERN_PERFORMATIVE, POLICY__OBLIGATION, POLICY__TAKES_TO | POLICY__TAKES_THAT, "", false, NULL},
    {"it BE * up", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO, "to", false, NULL},
    {"it BE *", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "for", false, NULL},
    {"it falls|fall", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "to on upon", false, NULL},
    {"it is|remains * the ~ " DUTY, POLICY__PATTERN_NEED, POLICY__OBLIGATION, POLICY__TAKES_TO, "of for", false, NULL},
    {"it is * prohibited|forbidden|unlawful|illegal", POLICY__PATTERN_ADJECTIVE, POLICY__OBLIGATION, POLICY__TAKES_TO, "for", true, NULL},
    {"time has|is * come|ripe", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO, "for", false, NULL},
    {"now is the ~ time|moment", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO, "for", false, NULL},
    {"BE *", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_THAT, "", false, ADVICE},
    {"BE *", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, POLICY__TAKES_TO, "for", false, ADVICE " " PLAN},
    {"MAY * be *", POLICY__PATTERN_EVALUATION, POLICY__SUGGESTION, POLICY__TAKES_TO, "for", false, CHOICE},
    {"we|i would|'d|\xE2\x80\x99""d * like|want|wish * to see", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_BARE, "", false, NULL},
    {"we|i would|'d|\xE2\x80\x99""d * like|want|wish", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "", false, NULL},
    {"we|i would|'d|\xE2\x80\x99""d * like|want|wish to ask|urge|invite|encourage|request", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "", false, NULL},
    {"we|i * challenge|challenges|implore|beg", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "", false, NULL},
    {"would * require|oblige|compel|direct|mandate", POLICY__PATTERN_PERFORMATIVE, POLICY__OBLIGATION, POLICY__TAKES_TO | POLICY__TAKES_NAME, "", false, LAW},
    {"we|i * want|wish to see", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_BARE, "", false, NULL},
    {"we|i|committee * want|wants|expect|expects", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "", false, NULL},
    {"we|i|committee * ask|asks|propose|proposes|suggest|suggests", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_THAT, "", false, NULL},
    {"we|i|committee * look|looks", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, POLICY__TAKES_TO | POLICY__TAKES_NAME, "to", false, NULL},
    {"please", POLICY__PATTERN_IMPERATIVE, POLICY__ADVICE, POLICY__TAKES_BARE, "", false, NULL},
    {"please do not|n't", POLICY__PATTERN_IMPERATIVE, POLICY__ADVICE, POLICY__TAKES_BARE, "", true, NULL},
    {"^ let us|'s|\xE2\x80\x99s", POLICY__PATTERN_IMPERATIVE, POLICY__ADVICE, POLICY__TAKES_BARE, "", false, NULL},
    {"has|have * ~ " DUTY, POLICY__PATTERN_NEED, POLICY__OBLIGATION, POLICY__TAKES_TO, NULL, false, NULL},
    {"is|are|remains|remain * under ~ " DUTY, POLICY__PATTERN_NEED, POLICY__OBLIGATION, POLICY__TAKES_TO, NULL, false, NULL},
    {"there is|remains * ~ " DUTY, POLICY__PATTERN_NEED, POLICY__OBLIGATION, POLICY__TAKES_TO, "on upon for of", false, NULL},
    {"would do well", POLICY__PATTERN_EVALUATION, POLICY__ADVICE, POLICY__TAKES_TO, NULL, false, NULL},
    {"would be * advised|wise|smart|prudent", POLICY__PATTERN_EVALUATION, POLICY__ADVICE, POLICY__TAKES_TO, NULL, false, NULL},
    {"can not|n't afford", POLICY__PATTERN_SEMIMODAL, POLICY__ADVICE, POLICY__TAKES_TO, NULL, true, NULL},
    {"cannot afford", POLICY__PATTERN_SEMIMODAL, POLICY__ADVICE, POLICY__TAKES_TO, NULL, true, NULL},
    {"had better", POLICY__PATTERN_SEMIMODAL, POLICY__ADVICE, POLICY__TAKES_BARE, NULL, false, NULL},
    {"is|are * prohibited|forbidden|barred|banned|prevented from", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, POLICY__TAKES_GERUND, NULL, true, NULL},
    {"commits|commit ~ offence|crime if", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, POLICY__TAKES_FINITE, NULL, true, NULL},
    {"commits|commit ~ offence|crime by", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, POLICY__TAKES_GERUND, NULL, true, NULL},
    {"should * be * responsible|accountable for", POLICY__PATTERN_MODAL, POLICY__ADVICE, POLICY__TAKES_GERUND, NULL, false, NULL},
    {"must|shall * be * responsible|accountable for", POLICY__PATTERN_MODAL, POLICY__OBLIGATION, POLICY__TAKES_GERUND, NULL, false, NULL},
    {"is|are * authorized|authorised|empowered|entitled", POLICY__PATTERN_SEMIMODAL, POLICY__PERMISSION, POLICY__TAKES_TO, NULL, false, NULL},
    {"is|are not permitted|allowed", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, POLICY__TAKES_TO, NULL, true, NULL},
};

/* Whether a word is one of those that "|" parts in an item, which a space ends. */
static bool is_among(policy_string word, const char *item) {
  const char first = (char)(*word.data | ' ');
  for (const char *at = item;; at++) {
    if (*at == first) {
      size_t i = 1;
      while (i < word.size && at[i] == word.data[i]) i++;
      if (i == word.size && (at[i] == '|' || at[i] == ' ' || at[i] == '\0')) return true;
    }
    while (*at != '|' && *at != ' ' && *at != '\0') at++;
    if (*at != '|') return false;
  }
}

#define NOW "is are remains remain becomes"
#define TO_COME "should must will would shall"
#define POSSIBLE "would could might may"

/* The word behind a form of "be" that speaks of now or of what is to come; `at` when there is none. */
static uint32_t behind_be(const policy__clause *clause, uint32_t at, bool *negated) {
  if (policy__word_in(clause, at, NOW)) return at + 1;
  if (!policy__word_in(clause, at, TO_COME)) return at;
  uint32_t be = policy__behind_adverbs(clause, at + 1, negated);
  return policy__word_in(clause, be, "be remain") ? be + 1 : at;
}

/* The word behind what an item stands for; `at` itself where nothing need stand; POLICY_NONE where it does not fit. */
static uint32_t behind_item(const policy__clause *clause, uint32_t at, const char *item, bool *negated) {
  const unsigned loose = POLICY__DETERMINER | POLICY__ADVERB;
  switch (*item) {
    case '*': return policy__behind_adverbs(clause, at, negated);
    case 'B': { /* BE */
      uint32_t next = behind_be(clause, at, negated);
      return next > at ? next : POLICY_NONE;
    }
    case '^':
      return at == 0 || policy__has_class(clause, at - 1, POLICY__STOP | POLICY__QUOTE) ? at : POLICY_NONE;
    case 'M': return policy__word_in(clause, at, POSSIBLE) ? at + 1 : POLICY_NONE; /* MAY */
    case '~':
      for (uint32_t end = at + 3; at < end; at++)
        if (!policy__has_class(clause, at, loose) && !policy__can_be(clause, at, POLICY__CAN_ADJECTIVE)) break;
      return at;
    default: return at < clause->count && is_among(policy__word_at(clause, at), item) ? at + 1 : POLICY_NONE;
  }
}

/* The word behind a form that begins at `n`, or POLICY_NONE. */
static uint32_t behind_form(const policy__clause *clause, uint32_t n, const char *words, bool *negated) {
  for (const char *item = words; *item != '\0' && n != POLICY_NONE;) {
    n = behind_item(clause, n, item, negated);
    while (*item != ' ' && *item != '\0') item++;
    item += *item == ' ';
  }
  return n;
}

/* ---- which rows may begin with a word ----------------------------------------------------------------- */

/* The bit of a letter in any case, and that of all else. */
static uint32_t bit_of(char c) {
  unsigned letter = (unsigned char)(c | ' ') - 'a';
  return 1u << (letter < 26 ? letter : 26);
}

/* Letters that words of a list begin with, which `part` parts, and a space ends if it is not that. */
static uint32_t letters_of(const char *list, char part) {
  uint32_t letters = bit_of(*list);
  for (; *list != '\0' && (*list != ' ' || part == ' '); list++)
    if (*list == part) letters |= bit_of(list[1]);
  return letters;
}

static uint32_t first_letters(const char *words) {
  switch (*words) {
    case 'B': return letters_of(NOW " " TO_COME, ' ');
    case 'M': return letters_of(POSSIBLE, ' ');
    case '^':
    case '*':
    case '~': return UINT32_MAX;
    default: return letters_of(words, '|');
  }
}

enum { FORMS = sizeof forms / sizeof *forms };

_Static_assert(sizeof forms / sizeof *forms <= POLICY__FORMS_MOST, "every row has its letters");

void policy__form_letters_init(policy__form_letters *letters) {
  for (size_t i = 0; i < FORMS; i++) letters->rows[i] = first_letters(forms[i].words);
}

const policy__form *policy__form_next(const policy__clause *clause, const policy__form_letters *letters,
                                      uint32_t n, size_t *row, uint32_t *at, bool *negated) {
  uint32_t bit = bit_of(*policy__word_at(clause, n).data);
  while (*row < FORMS) {
    const policy__form *form = &forms[*row];
    if (!(letters->rows[(*row)++] & bit)) continue;
    *negated = form->negated;
    *at = behind_form(clause, n, form->words, negated);
    if (*at != POLICY_NONE) return form;
  }
  return NULL;
}
