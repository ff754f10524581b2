/* What a recommendation is about: the major topics of the Comparative Agendas Project (master codebook of 2019; their
   numbers have gaps), by words that belong to one topic nearly always: our own list. */
#include <string.h>

#include "extract/recommend.h"

enum { MOST = 24, STRONG = 3 }; /* topics are below MOST; words of a whole document that settle its topic */

static const char *const labels[MOST] = {
    [1] = "1 Macroeconomics",      [2] = "2 Civil Rights",  [3] = "3 Health",        [4] = "4 Agriculture",
    [5] = "5 Labor",               [6] = "6 Education",     [7] = "7 Environment",   [8] = "8 Energy",
    [9] = "9 Immigration",         [10] = "10 Transportation", [12] = "12 Law and Crime", [13] = "13 Social Welfare",
    [14] = "14 Housing",           [15] = "15 Domestic Commerce", [16] = "16 Defense", [17] = "17 Technology",
    [18] = "18 Foreign Trade",     [19] = "19 International Affairs", [20] = "20 Government Operations",
    [21] = "21 Public Lands",      [23] = "23 Culture"};

/* In the order of their bytes. */
static const struct {
  char word[20];
  uint8_t topic;
} words[] = {
    {"abuse", 12}, {"academic", 6}, {"accession", 19}, {"agency", 20}, {"agricultural", 4}, {"agriculture", 4},
    {"aid", 19}, {"aids", 3}, {"airline", 10}, {"airport", 10}, {"alcohol", 3}, {"algorithm", 17}, {"alliance", 16},
    {"antitrust", 15}, {"apprenticeship", 5}, {"archive", 23}, {"arms", 16}, {"army", 16}, {"art", 23},
    {"artificial", 17}, {"artist", 23}, {"assembly", 2}, {"asylum", 9}, {"audit", 20}, {"auditor", 20},
    {"austerity", 1}, {"aviation", 10}, {"ballistic", 16}, {"bank", 15}, {"banking", 15}, {"bankruptcy", 15},
    {"benefit", 13}, {"bilateral", 19}, {"biodiversity", 7}, {"blasphemy", 2}, {"border", 9}, {"broadband", 17},
    {"broadcasting", 17}, {"budget", 1}, {"bureaucracy", 20}, {"bus", 10}, {"business", 15}, {"carbon", 7},
    {"cattle", 4}, {"censorship", 2}, {"census", 20}, {"charity", 13}, {"childcare", 13}, {"citizenship", 9},
    {"civil", 2}, {"civil-service", 20}, {"classroom", 6}, {"climate", 7}, {"clinical", 3}, {"clinician", 3},
    {"coal", 8}, {"college", 6}, {"committee", 20}, {"company", 15}, {"competition", 15}, {"computer", 17},
    {"conservation", 7}, {"constitution", 20}, {"constitutional", 20}, {"consumer", 15}, {"convention", 19},
    {"corporate", 15}, {"corruption", 12}, {"court", 12}, {"crime", 12}, {"criminal", 12}, {"crop", 4},
    {"cultural", 23}, {"culture", 23}, {"currency", 1}, {"curriculum", 6}, {"customs", 18}, {"cyber", 17},
    {"cybersecurity", 17}, {"data", 17}, {"death", 12}, {"debt", 1}, {"decentralisation", 20},
    {"decentralization", 20}, {"defamation", 2}, {"defence", 16}, {"defense", 16}, {"deficit", 1},
    {"deforestation", 7}, {"denuclearisation", 19}, {"denuclearization", 19}, {"deportation", 9}, {"detainee", 12},
    {"detention", 12}, {"deterrence", 16}, {"digital", 17}, {"diplomacy", 19}, {"diplomatic", 19}, {"disability", 2},
    {"disarmament", 16}, {"discrimination", 2}, {"disease", 3}, {"doctor", 3}, {"drinking", 7}, {"driver", 10},
    {"drought", 7}, {"drug", 3}, {"dumping", 18}, {"dwelling", 14}, {"ecosystem", 7}, {"education", 6},
    {"elderly", 13}, {"election", 20}, {"electoral", 20}, {"electric", 8}, {"electricity", 8}, {"embassy", 19},
    {"emission", 7}, {"employee", 5}, {"employer", 5}, {"employment", 5}, {"energy", 8}, {"enterprise", 15},
    {"environment", 7}, {"environmental", 7}, {"epidemic", 3}, {"equality", 2}, {"estate", 14}, {"execution", 12},
    {"export", 18}, {"exporter", 18}, {"expression", 2}, {"family", 13}, {"farm", 4}, {"farmer", 4}, {"farming", 4},
    {"ferry", 10}, {"fertiliser", 4}, {"fertilizer", 4}, {"film", 23}, {"fiscal", 1}, {"fish", 4}, {"fisherman", 4},
    {"fishery", 4}, {"fishing", 4}, {"flood", 7}, {"food", 4}, {"foreign", 19}, {"forest", 21}, {"freedom", 2},
    {"fuel", 8}, {"gambling", 15}, {"gas", 8}, {"gdp", 1}, {"gender", 2}, {"geopolitical", 19}, {"glacier", 7},
    {"grain", 4}, {"greenhouse", 7}, {"grid", 8}, {"growth", 1}, {"harvest", 4}, {"hazardous", 7}, {"health", 3},
    {"heritage", 23}, {"highway", 10}, {"hiv", 3}, {"homeless", 13}, {"homelessness", 14}, {"homeowner", 14},
    {"homophobia", 2}, {"hospital", 3}, {"housing", 14}, {"humanitarian", 19}, {"hydrogen", 8}, {"immigrant", 9},
    {"immigration", 9}, {"import", 18}, {"importer", 18}, {"impunity", 12}, {"indigenous", 2},
    {"indigenous-land", 21}, {"inflation", 1}, {"innovation", 17}, {"inspector", 20}, {"insurance", 15},
    {"intelligence", 16}, {"international", 19}, {"internet", 17}, {"investor", 15}, {"irrigation", 4}, {"job", 5},
    {"journalist", 2}, {"judge", 12}, {"justice", 12}, {"juvenile", 12}, {"kindergarten", 6}, {"labor", 5},
    {"labour", 5}, {"land", 21}, {"landlord", 14}, {"landmine", 16}, {"leaseholder", 14}, {"legislature", 20},
    {"lgbt", 2}, {"lgbti", 2}, {"liberty", 2}, {"library", 23}, {"literacy", 6}, {"livestock", 4},
    {"macroeconomic", 1}, {"malaria", 3}, {"maritime", 10}, {"market", 15}, {"maternal", 3}, {"medicaid", 3},
    {"medical", 3}, {"medicare", 3}, {"medicine", 3}, {"mental", 3}, {"merger", 15}, {"migrant", 9}, {"migration", 9},
    {"military", 16}, {"mine", 16}, {"mining", 21}, {"minister", 20}, {"ministry", 20}, {"minority", 2},
    {"missile", 16}, {"monetary", 1}, {"monopoly", 15}, {"monument", 21}, {"mortality", 3}, {"mortgage", 14},
    {"multilateral", 19}, {"municipality", 20}, {"murder", 12}, {"museum", 23}, {"music", 23}, {"narcotic", 12},
    {"nations", 19}, {"naturalisation", 9}, {"naturalization", 9}, {"navy", 16}, {"neighborhood", 14},
    {"neighbourhood", 14}, {"nhs", 3}, {"nuclear", 8}, {"nuclear-weapon", 16}, {"nurse", 3}, {"nutrition", 3},
    {"obesity", 3}, {"occupational", 5}, {"ocean", 7}, {"offender", 12}, {"oil", 8}, {"ombudsman", 20},
    {"orphan", 13}, {"oversight", 20}, {"overtime", 5}, {"pandemic", 3}, {"park", 21}, {"parliament", 20},
    {"parliamentary", 20}, {"patient", 3}, {"peace", 19}, {"peacekeeping", 19}, {"penalty", 12}, {"pension", 5},
    {"pensioner", 13}, {"pesticide", 4}, {"petroleum", 8}, {"pharmaceutical", 3}, {"pipeline", 8}, {"police", 12},
    {"pollution", 7}, {"poor", 13}, {"port", 10}, {"poverty", 13}, {"power", 8}, {"prison", 12}, {"prisoner", 12},
    {"privacy", 2}, {"procurement", 20}, {"prosecution", 12}, {"prosecutor", 12}, {"protocol", 19}, {"pupil", 6},
    {"quota", 18}, {"racial", 2}, {"racism", 2}, {"racist", 2}, {"rail", 10}, {"railway", 10}, {"rapporteur", 19},
    {"ratification", 19}, {"ratify", 19}, {"recession", 1}, {"recycling", 7}, {"refugee", 9}, {"regime", 19},
    {"religion", 2}, {"religious", 2}, {"renewable", 8}, {"rent", 14}, {"research", 17}, {"reservation", 21},
    {"residential", 14}, {"retailer", 15}, {"river", 7}, {"road", 10}, {"sanction", 19}, {"satellite", 17},
    {"school", 6}, {"schooling", 6}, {"science", 17}, {"securities", 15}, {"seed", 4}, {"sentencing", 12},
    {"sewage", 7}, {"sexism", 2}, {"shareholder", 15}, {"shipping", 10}, {"slum", 14}, {"social", 13},
    {"software", 17}, {"solar", 8}, {"soldier", 16}, {"sovereignty", 19}, {"species", 7}, {"spectrum", 17},
    {"speech", 2}, {"sport", 15}, {"startup", 15}, {"stateless", 9}, {"strike", 5}, {"student", 6}, {"suffrage", 2},
    {"summit", 19}, {"surgery", 3}, {"surveillance", 2}, {"tariff", 18}, {"tax", 1}, {"taxation", 1}, {"teacher", 6},
    {"technology", 17}, {"telecommunication", 17}, {"tenant", 14}, {"territorial", 21}, {"territory", 21},
    {"terrorism", 12}, {"terrorist", 12}, {"thaad", 16}, {"theater", 23}, {"theatre", 23}, {"therapy", 3},
    {"tobacco", 3}, {"torture", 12}, {"tourism", 15}, {"trade", 18}, {"traffic", 10}, {"trafficking", 12},
    {"train", 10}, {"trainee", 5}, {"transparency", 20}, {"transport", 10}, {"transportation", 10}, {"trawler", 4},
    {"treasury", 1}, {"treaty", 19}, {"troop", 16}, {"truck", 10}, {"tuition", 6}, {"unemployment", 1},
    {"unionise", 5}, {"united", 19}, {"university", 6}, {"urban", 14}, {"vaccination", 3}, {"vaccine", 3},
    {"vehicle", 10}, {"veteran", 16}, {"victim", 12}, {"violence", 12}, {"visa", 9}, {"vocational", 6},
    {"volunteer", 13}, {"vote", 2}, {"voting", 2}, {"wage", 5}, {"war", 16}, {"ward", 3}, {"warship", 16},
    {"waste", 7}, {"watershed", 21}, {"weapon", 16}, {"welfare", 13}, {"wetland", 7}, {"wildlife", 7}, {"wind", 8},
    {"worker", 5}, {"workforce", 5}, {"workplace", 5}, {"wto", 18},
};

/* The topic of a word in small letters, or 0. */
static uint32_t topic_of(policy_string word) {
  size_t low = 0, high = sizeof words / sizeof *words;
  while (low < high) {
    size_t middle = low + (high - low) / 2, size = strlen(words[middle].word);
    int order = memcmp(words[middle].word, word.data, size < word.size ? size : word.size);
    if (order == 0) order = size < word.size ? -1 : size > word.size;
    if (order == 0) return words[middle].topic;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/* By the lemma where there is one, or by the form in small letters, without the s of a plural. */
static uint32_t topic_at(policy_token token) {
  char small[20];
  policy_string word = policy_token_lemma(token);
  bool bare = word.size == 0;
  if (bare) word = policy_token_form(token);
  if (word.size == 0 || word.size >= sizeof small) return 0;
  for (size_t i = 0; i < word.size; i++) {
    char c = word.data[i];
    small[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  uint32_t topic = topic_of((policy_string){small, word.size});
  bool plural = bare && topic == 0 && word.size > 3 && small[word.size - 1] == 's';
  return plural ? topic_of((policy_string){small, word.size - 1}) : topic;
}

static void count(const policy_document *document, uint32_t first, uint32_t end, uint32_t counts[MOST]) {
  for (uint32_t n = first; n < end; n++) counts[topic_at(policy_document_token(document, n))]++;
}

/* The topic with most words, the whole document's counts telling between equals; 0: none has `least`. */
static uint32_t best(const uint32_t counts[MOST], const uint32_t all[MOST], uint32_t least) {
  uint32_t found = 0;
  for (uint32_t n = 1; n < MOST; n++) {
    if (counts[n] < least) continue;
    bool more = found == 0 || counts[n] > counts[found] || (counts[n] == counts[found] && all[n] > all[found]);
    if (more) found = n;
  }
  return found;
}

policy_string policy__topic_of(policy__context *context, const policy__frame *frame) {
  const policy_document *document = context->document;
  uint32_t counts[MOST] = {0}, first = policy_sentence_token(context->sentence, 0).id;
  policy__range whole = frame->whole, who = frame->subject; /* who acts is not what it is about */
  if (!context->topics_counted) count(document, 0, policy_document_token_count(document), context->topics);
  context->topics_counted = true;
  count(document, first + whole.begin, first + whole.end, counts);
  uint32_t theirs[MOST] = {0};
  count(document, first + who.begin, first + who.end, theirs);
  for (size_t i = 0; i < MOST; i++) counts[i] -= theirs[i] < counts[i] ? theirs[i] : counts[i];
  uint32_t topic = best(counts, context->topics, 1);
  if (topic == 0) topic = best(context->topics, context->topics, STRONG);
  const char *label = topic > 0 ? labels[topic] : "";
  return (policy_string){label, strlen(label)};
}
