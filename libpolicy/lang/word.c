/* Small word lists of the tokenizer: our own, in agreement with what UD English EWT and GUM do. */
#include "lang/word.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 16 };

typedef char entry[LONGEST];

/* Each in the order of strcmp. */
static const entry prefixes[] = {
    "anti",  "arch",  "bi",    "co",   "counter", "cross", "de",  "e",     "ex",     "extra",  "hyper",
    "inter", "intra", "macro", "mega", "meta",    "micro", "mid", "mini",  "mis",    "multi",  "neo",
    "non",   "over",  "para",  "poly", "post",    "pre",   "pro", "proto", "pseudo", "psycho", "quasi",
    "re",    "semi",  "socio", "sub",  "super",   "trans", "tri", "ultra", "un",     "under"};
static const entry suffixes[] = {"e", "esque", "fold", "ish", "wise"};
static const entry compounds[] = {
    "all",    "anglo",   "better", "broad",  "child",  "cost",   "cutting", "day",     "decision", "deep",
    "eco",    "eight",   "energy", "ever",   "far",    "fast",   "first",   "five",    "follow",   "four",
    "free",   "full",    "fund",   "global", "good",   "half",   "hard",    "high",    "higher",   "home",
    "income", "in",      "job",    "land",   "large",  "law",    "less",    "life",    "light",    "little",
    "long",   "longer",  "low",    "lower",  "market", "medium", "middle",  "much",    "near",     "new",
    "nine",   "off",     "old",    "on",     "one",    "open",   "out",     "part",    "peace",    "people",
    "policy", "problem", "public", "real",   "right",  "rule",   "second",  "self",    "seven",    "short",
    "single", "six",     "small",  "so",     "state",  "take",   "ten",     "third",   "thirty",   "three",
    "time",   "twenty",  "two",    "up",     "user",   "value",  "vice",    "water",   "well",     "wide",
    "work",   "world",   "year"};
/* For policy__word_is_starter. */
static const entry starters[] = {
    "a", "according", "accordingly", "additionally", "after", "again", "against", "all", "also", "although",
    "am", "among", "an", "and", "another", "any", "anyone", "anything", "are", "as", "at", "because", "before",
    "being", "besides", "between", "both", "but", "by", "can", "consequently", "could", "despite", "did", "do",
    "does", "due", "during", "each", "either", "even", "every", "everyone", "everything", "finally", "first",
    "for", "from", "further", "furthermore", "given", "had", "has", "have", "he", "hence", "her", "here", "his",
    "how", "however", "i", "if", "in", "indeed", "instead", "into", "is", "it", "its", "just", "last", "lastly",
    "later", "let", "many", "may", "maybe", "meanwhile", "more", "moreover", "most", "much", "must", "my",
    "neither", "never", "nevertheless", "next", "no", "nobody", "none", "nonetheless", "nor", "not", "nothing",
    "now", "of", "often", "on", "once", "one", "only", "or", "other", "others", "otherwise", "our", "over",
    "overall", "per", "perhaps", "please", "rather", "second", "secondly", "see", "several", "shall", "she",
    "should", "similarly", "since", "so", "some", "sometimes", "soon", "specifically", "still", "subsequently",
    "such", "thank", "thanks", "that", "the", "their", "then", "there", "thereafter", "therefore", "these",
    "they", "third", "this", "those", "though", "through", "throughout", "thus", "to", "today", "together",
    "two", "under", "unless", "unlike", "until", "upon", "very", "was", "we", "well", "were", "what",
    "whatever", "when", "whenever", "where", "whereas", "whether", "which", "while", "who", "whoever", "whose",
    "why", "will", "with", "within", "without", "would", "yes", "yet", "you", "your"};
static const entry hyphened[] = {"anti", "e", "ex", "mid", "neo", "non", "pan", "post", "pro", "quasi", "semi"};
static const entry clitics[] = {"d", "ll", "m", "re", "s", "ve"};
static const entry clipped[] = {"bout", "cause", "cuz", "em",   "im",  "n",
                                "nuff", "round", "til", "till", "tis", "twas"};
static const entry units[] = {"am", "b",  "bn", "c",  "cm",  "f",   "ft", "g",  "gb", "gw", "ha",  "hh", "hz",
                             "k",  "kb", "kg", "km", "kw",  "kwh", "lb", "m",  "mb", "mg", "min", "ml", "mm",
                             "mn", "mph", "mw", "mwh", "p", "pm",  "sq", "tn", "x"};
static const entry domains[] = {"biz", "com", "edu", "eu", "gov", "info", "int", "mil", "net", "org", "uk"};
static const entry files[] = {"csv", "doc", "docx", "gif", "htm",  "html", "jpeg", "jpg", "json", "mp3", "mp4",
                              "odt", "pdf", "png",  "ppt", "pptx", "rtf",  "txt",  "xls", "xlsx", "xml", "zip"};

static const struct split {
  entry word;
  size_t at;
} splits[] = {{"aint", 2},    {"alot", 1},   {"arent", 3}, {"cannot", 3},   {"cant", 2},  {"couldnt", 5},
              {"didnt", 3},   {"doesnt", 4}, {"dont", 2},  {"dunno", 2},    {"gimme", 3}, {"gonna", 3},
              {"gotta", 3},   {"hadnt", 3},  {"hasnt", 3}, {"havent", 4},   {"im", 1},    {"isnt", 2},
              {"ive", 1},     {"lemme", 3},  {"outta", 3}, {"shouldnt", 6}, {"thats", 4}, {"theres", 5},
              {"theyre", 4},  {"wanna", 3},  {"wasnt", 3}, {"werent", 4},   {"whats", 4}, {"wont", 2},
              {"wouldnt", 5}, {"youll", 3},  {"youre", 3}, {"youve", 3}};

static int compare(const void *key, const void *item) {
  return strcmp(key, item);
}

/* The item that begins with the word, in lower case; NULL when there is none. */
static const void *find(policy_string key, const void *items, size_t count, size_t size) {
  entry lower;
  if (key.size == 0 || key.size >= LONGEST) return NULL;
  for (size_t i = 0; i < key.size; i++) {
    char c = key.data[i];
    lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  lower[key.size] = 0;
  return bsearch(lower, items, count, size, compare);
}

#define IS_IN(list) (find(word, list, sizeof list / sizeof *list, sizeof *list) != NULL)

bool policy__word_is_prefix(policy_string word) { return IS_IN(prefixes); }
bool policy__word_is_suffix(policy_string word) { return IS_IN(suffixes); }
bool policy__word_is_compound(policy_string word) { return IS_IN(compounds); }
bool policy__word_keeps_hyphen(policy_string word) { return IS_IN(hyphened); }
bool policy__word_is_clitic(policy_string word) { return IS_IN(clitics); }
bool policy__word_is_clipped(policy_string word) { return IS_IN(clipped); }
bool policy__word_is_unit(policy_string word) { return IS_IN(units); }
bool policy__word_is_domain(policy_string word) { return IS_IN(domains); }
bool policy__word_is_file(policy_string word) { return IS_IN(files); }

bool policy__word_is_starter(policy_string word) {
  size_t size = 0;
  if (word.size == 0 || word.data[0] < 'A' || word.data[0] > 'Z') return false;
  while (size < word.size && word.data[size] != '\'' && word.data[size] != (char)0xE2 && word.data[size] != ',')
    size++;
  word.size = size;
  return IS_IN(starters);
}

size_t policy__word_split(policy_string word) {
  const struct split *found = find(word, splits, sizeof splits / sizeof *splits, sizeof *splits);
  return found != NULL ? found->at : 0;
}
