/* Who speaks in which block. */
#include "read/turn.h"

#include <string.h>

#include "model/builder.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { LOOK = 200, MOST_WORDS = 8, MOST_GROUPS = 3 };

/* ---- one line -------------------------------------------------------------------------------------------- */

static char at(policy_string line, size_t n) {
  return n < line.size ? line.data[n] : '\n';
}

/* Behind spaces and the dots of titles and initials. */
static size_t skip(policy_string line, size_t n) {
  while (at(line, n) == ' ' || at(line, n) == '.') n++;
  return n;
}

/* Behind the number of a question, "Q12" or "Q 12."; 0: there is none. */
static size_t behind_question(policy_string line) {
  size_t n = at(line, 1) == ' ' ? 2 : 1, digits = n;
  if (at(line, 0) != 'Q') return 0;
  while (at(line, n) >= '0' && at(line, n) <= '9') n++;
  size_t behind = skip(line, n);
  return n > digits && n - digits <= 4 && behind > n ? behind : 0;
}

static bool is_title(policy_string word) {
  return policy__among(word, " mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron viscount earl senator"
                             " congressman congresswoman ambassador judge justice bishop archbishop m mme mlle sr sra hon ");
}

static bool is_office(policy_string word) {
  return policy__among(word, " president vice-president chair chairman chairwoman chairperson co-chair vice-chair speaker"
                             " moderator rapporteur secretary-general clerk secretary ");
}

/* What may stand with an office. */
static bool goes_with_office(policy_string word) {
  return policy__among(word, " the madam mr madame acting deputy temporary honorary ");
}

static bool is_capital(policy_string word) {
  return (policy__classify(policy__first_point(word)) & POLICY__UPPER) != 0;
}

static bool is_particle(policy_string word) {
  return policy__among(word, " of the de la du des van von der den del al el bin ibn da dos di y e and for ");
}

typedef struct naming {
  size_t end; /* behind the last word */
  uint32_t words, titles, offices, others; /* `others`: neither offices nor what goes with them */
  bool names;                              /* every word is one that a name may have */
} naming;

static naming read_words(policy_string line, size_t from) {
  naming n = {.end = from, .names = true};
  for (size_t next = from; n.words <= MOST_WORDS;) {
    size_t behind = next;
    policy_string word = policy__next_word(line, &behind);
    if (word.size == 0 || word.data != line.data + next) break;
    bool office = is_office(word);
    n.titles += is_title(word);
    n.offices += office;
    n.others += !office && !goes_with_office(word);
    n.names = n.names && (is_capital(word) || (n.words > 0 && is_particle(word)));
    n.words++;
    n.end = behind;
    next = skip(line, behind);
  }
  return n;
}

/* Whether these words name somebody who may speak. */
static bool is_somebody(const naming *n, bool question) {
  if (n->words == 0 || n->words > MOST_WORDS || !n->names) return false;
  if (n->offices == 1 && n->others == 0) return true;
  return (n->titles > 0 && n->words > n->titles) || question;
}

/* Behind a group in brackets, with the space before it; `n` where there is none. */
static size_t behind_group(policy_string line, size_t n) {
  size_t open = skip(line, n);
  if (at(line, open) != '(') return n;
  size_t close = policy__find_in(line, open, ")");
  return close < line.size ? close + 1 : n;
}

/* Whether what was said begins behind a mark: "The Chair: ...", "MR. SPEAKER.- ...". */
static bool ends_turn(policy_string line, size_t mark) {
  char next = at(line, mark + 1);
  bool apart = next == ' ' || next == '\t' || next == '\n';
  if (at(line, mark) == ':') return apart;
  bool stopped = mark > 0 && at(line, mark - 1) == '.';
  bool dash = mark + 3 <= line.size && (memcmp(line.data + mark, "\xE2\x80\x94", 3) == 0 ||
                                        memcmp(line.data + mark, "\xE2\x80\x93", 3) == 0);
  return stopped && (dash || (at(line, mark) == '-' && apart));
}

policy_string policy__turn_of(policy_string line) {
  if (line.size > LOOK) {
    line.size = LOOK;
    while (!policy__utf8_is_boundary(line.data[line.size])) line.size--;
  }
  line = policy__piece(line, 0, policy__find_in(line, 0, "\n"));
  size_t begin = behind_question(line);
  naming n = read_words(line, begin);
  if (!is_somebody(&n, begin > 0)) return (policy_string){"", 0};
  size_t end = n.end, behind = skip(line, n.end);
  for (int i = 0; i < MOST_GROUPS; i++) {
    size_t next = behind_group(line, behind);
    if (next == behind) break;
    policy_string group = policy__piece(line, skip(line, behind) + 1, next - 1);
    if (i == 0 && is_capital(group)) end = next; /* the country, the party; not the language */
    behind = next;
  }
  return ends_turn(line, skip(line, behind)) ? policy__piece(line, begin, end) : (policy_string){"", 0};
}

/* ---- the document ---------------------------------------------------------------------------------------- */

static bool may_speak(policy_block_kind kind) {
  return kind == POLICY_BLOCK_PARAGRAPH || kind == POLICY_BLOCK_LIST_ITEM || kind == POLICY_BLOCK_QUOTE;
}

static policy_string turn_at(const policy_document *document, uint32_t n) {
  policy_block block = policy_document_block(document, n);
  policy_block_kind kind = policy_block_kind_of(block);
  if (!may_speak(kind) && kind != POLICY_BLOCK_HEADING) return (policy_string){"", 0};
  return policy__turn_of(policy_document_slice(document, policy_block_span(block)));
}

policy_status policy__turns_mark(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_block_count(document), turns = 0;
  for (uint32_t n = 0; n < count && turns < 2; n++) turns += turn_at(document, n).size > 0;
  policy_string speaker = {"", 0};
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; turns == 2 && n < count && status == POLICY_OK; n++) {
    policy_block_kind kind = policy_block_kind_of(policy_document_block(document, n));
    policy_string turn = turn_at(document, n);
    if (turn.size > 0 || kind == POLICY_BLOCK_HEADING) speaker = turn;
    if (speaker.size > 0 && (turn.size > 0 || may_speak(kind)))
      status = policy__builder_speaker(builder, n, speaker);
  }
  return policy__builder_settle(builder, status, error);
}
