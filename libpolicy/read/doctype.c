/* What kind of document it is, by what it calls itself: its number, its title, and the blocks before its text. */
#include <string.h>

#include "base/ascii.h"
#include "read/metadata.h"
#include "read/scan.h"

/* Words that tell a kind, in the order in which they are asked for: what is narrower stands first. A kind holds when one of
   its lists does, and a list when all its words, parted by "+", stand in the text. */
static const struct {
  const char *type, *words;
} kinds[] = {
    {"government response", "government response|response to the committee|response of the government|government's response"},
    {"impact assessment", "impact assessment"},
    {"press release", "press release|for immediate release|news release|media release"},
    {"debate", "hansard|verbatim record|provisional record|official report of debates|parliamentary debates"},
    {"speech", "speech by|speech to|remarks by|remarks of|remarks at|address by|statement by|state of the nation address|"
               "state of the union|state of the province address|general debate|delivered by|budget speech"},
    {"audit report", "inspector general|auditor general|auditor-general|comptroller general|audit report|performance audit|"
                     "audit office|court of auditors|office of audit"},
    {"inquiry report", "inquiry+report|inquiry into|commission of inquiry|accident+investigation|investigation report|"
                       "independent review"},
    {"committee report", "committee+report|working group+report|report of the working group|select committee|standing committee"},
    {"code of practice", "code of practice|code of conduct"},
    {"memorandum", "explanatory memorandum|memorandum for|memorandum to|memorandum of|executive memorandum|explanatory notes"},
    {"white paper", "white paper|green paper|livre blanc"},
    {"working paper", "working paper|discussion paper|staff paper|occasional paper"},
    {"brief", "policy brief|issue brief|briefing paper|briefing note|policy note|in focus|policy paper|research brief"},
    {"bill", "bill+stage|a bill to|a bill for|bill+explanatory|as introduced|draft bill|in the house of representatives+bill|"
             "be it enacted|commons amendments|lords amendments|draft statutory instrument"},
    {"directive", "directive+of the european parliament|council directive|commission directive|directive (eu)|"
                  "delegated directive"},
    {"regulation", "regulation (eu)|regulation (ec)|council regulation|commission regulation|implementing regulation|"
                   "delegated regulation|statutory instrument|regulations+made under"},
    {"decision", "council decision|commission decision|implementing decision|decision (eu)|decision no|decision of the"},
    {"declaration", "declaration on|declaration of|joint declaration|political declaration"},
    {"guidance", "guidance|guidelines|guide to|handbook|manual|toolkit"},
    {"strategy", "strategy|strategic plan|nationally determined contribution|roadmap|national policy|strategic framework"},
    {"plan", "action plan|plan of action|work plan|implementation plan|national plan|business plan"},
    {"act", "an act to|act no|an act of parliament|public law|united states code|chapter+act 20|chapter+act 19"},
    {"report", "report|review|study|assessment|findings|evaluation"},
};

/* Which pairs of characters the words of a text begin with, as a set that may hold too much. */
typedef struct beginnings {
  uint64_t bits[16];
} beginnings;

static unsigned pair_of(char first, char second) {
  return ((unsigned char)first * 31u + (unsigned char)second) % 1024;
}

static char plain_of(char c) {
  if (policy__is_white(c)) return ' ';
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static beginnings beginnings_of(policy_string text) {
  beginnings set = {{0}};
  bool inside = false; /* of a word, before the pair */
  for (size_t i = 0; i + 1 < text.size; i++) {
    char c = plain_of(text.data[i]);
    unsigned pair = pair_of(c, plain_of(text.data[i + 1]));
    if (!inside) set.bits[pair / 64] |= (uint64_t)1 << pair % 64;
    inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
  }
  return set;
}

static bool may_hold(const beginnings *set, const char *words) {
  unsigned pair = pair_of(words[0], words[1]);
  return (set->bits[pair / 64] >> pair % 64 & 1) != 0;
}

static bool holds_all(policy_string text, const beginnings *set, const char *words, size_t size) {
  char one[64];
  for (const char *at = words, *end = words + size; at < end && may_hold(set, at);) {
    const char *plus = memchr(at, '+', (size_t)(end - at));
    size_t length = (size_t)((plus != NULL ? plus : end) - at);
    if (length >= sizeof one) length = sizeof one - 1;
    memcpy(one, at, length);
    one[length] = '\0';
    if (!policy__holds(text, one)) return false;
    if (plus == NULL) return true;
    at = plus + 1;
  }
  return false;
}

static bool holds_any(policy_string text, const beginnings *set, const char *lists) {
  for (const char *at = lists;;) {
    const char *end = strchr(at, '|');
    if (holds_all(text, set, at, end != NULL ? (size_t)(end - at) : strlen(at))) return true;
    if (end == NULL) return false;
    at = end + 1;
  }
}

static const char *kind_in(policy_string text) {
  beginnings set = beginnings_of(text);
  for (size_t i = 0; text.size > 0 && i < sizeof kinds / sizeof *kinds; i++)
    if (holds_any(text, &set, kinds[i].words)) return kinds[i].type;
  return "";
}

/* A title ends with what a law is: "Night Sky Protection Act", "Climate Act 2008", "Resolution 1325 (2000)". */
static const char *kind_of_title(policy_string title) {
  static const char *const laws[] = {"act", "bill"};
  policy_string last = title;
  static const struct {
    const char *words, *type;
  } firsts[] = {{"resolution", "resolution"}, {"draft resolution", "resolution"}, {"regulation (", "regulation"},
                {"directive", "directive"},   {"decision (", "decision"}};
  for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
    if (policy__begins(title, firsts[i].words) > 0) return firsts[i].type;
  static const char *const about[] = {"analysis", "review", "report", "guide", "explaining", "understanding", "how", "why", "notes"};
  for (size_t i = 0; i < sizeof about / sizeof *about; i++)
    if (policy__begins(title, about[i]) > 0) return "";
  while (last.size > 0 && strchr("0123456789 ().,", last.data[last.size - 1]) != NULL) last.size--;
  for (size_t i = 0; i < sizeof laws / sizeof *laws; i++) {
    size_t size = strlen(laws[i]);
    bool ends = last.size > size && last.data[last.size - size - 1] == ' ';
    if (ends && policy__equals(policy__piece(last, last.size - size, last.size), laws[i])) return laws[i];
  }
  return "";
}

/* Bodies that speak in resolutions, at the beginning of their text. */
static bool is_resolving(policy_string block) {
  return policy__begins(block, "the security council,") > 0 || policy__begins(block, "the general assembly,") > 0 ||
         policy__begins(block, "the human rights council,") > 0 || policy__begins(block, "the economic and social council,") > 0;
}

/* Signed, dated and short, with the debris of a site around it: somebody's opinion. */
static bool is_opinion(const policy__finder *finder) {
  enum { LONGEST = 20000 };
  size_t debris = 0;
  for (uint32_t n = 0; n < finder->count; n++) debris += policy__finder_kind(finder, n) == POLICY_BLOCK_BOILERPLATE;
  return finder->facts.author_count > 0 && finder->facts.identifier.size == 0 && debris > 0 &&
         policy_document_text(finder->document).size < LONGEST;
}

const char *policy__find_type(const policy__finder *finder) {
  enum { FRONT = 24, LONG = 400 };
  const char *type = kind_of_title(finder->facts.title);
  if (*type == '\0' && policy__find_in(finder->facts.identifier, 0, "/RES/") < finder->facts.identifier.size) type = "resolution";
  for (uint32_t n = 0; *type == '\0' && n < finder->count && n < FRONT; n++)
    if (is_resolving(policy__finder_text(finder, n))) type = "resolution";
  if (*type == '\0') type = kind_in(finder->facts.title);
  for (uint32_t n = 0; *type == '\0' && n < finder->count && n < FRONT; n++) {
    policy_string block = policy__finder_text(finder, n);
    bool front = n <= finder->head && block.size < LONG && policy__finder_kind(finder, n) != POLICY_BLOCK_CITATION;
    const char *found = front ? kind_in(block) : "";
    if (*found != '\0' && strcmp(found, "guidance") != 0 && strcmp(found, "report") != 0) type = found;
  }
  return *type == '\0' && is_opinion(finder) ? "op-ed" : type;
}
