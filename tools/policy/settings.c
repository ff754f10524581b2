/* Reading the options. */
#include "settings.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

/* The formats of a task, the default first. */
struct choice {
  const char *names[FORMATS];
  enum format formats[FORMATS];
  size_t count;
};

static const struct choice choices[TASKS] = {
    [TASK_READ] = {{"text", "json", "jsonl", "bibtex", "svg"},
                   {FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL, FORMAT_BIBTEX, FORMAT_SVG},
                   5},
    [TASK_ANALYSE] = {{"text", "json", "jsonl", "igscript", "csv", "conllu", "html", "svg"},
                      {FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL, FORMAT_IGSCRIPT, FORMAT_CSV, FORMAT_CONLLU,
                       FORMAT_HTML, FORMAT_SVG},
                      8},
    [TASK_ACTORS] = {{"text", "csv"}, {FORMAT_TEXT, FORMAT_CSV}, 2},
    [TASK_PARSE] = {{"conllu", "json", "jsonl"}, {FORMAT_CONLLU, FORMAT_JSON, FORMAT_JSONL}, 3},
};

static const char *const whens[] = {"auto", "always", "never"};

static bool find_word(const char *option, const char *value, const char *const *words, size_t count,
                      size_t *found) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(value, words[i]) != 0) continue;
    *found = i;
    return true;
  }
  char list[64] = "";
  for (size_t i = 0, size = 0; i < count; i++)
    size += (size_t)snprintf(list + size, sizeof list - size, "%s%s", i == 0 ? "" : ", ", words[i]);
  message("--%s: '%s' is none of %s", option, value, list);
  return false;
}

static bool read_format(struct settings *settings, const char *value) {
  const struct choice *choice = &choices[settings->task];
  size_t found;
  if (!find_word("format", value, choice->names, choice->count, &found)) return false;
  settings->format = choice->formats[found];
  return true;
}

static bool read_when(const char *option, const char *value, enum when *when) {
  size_t found;
  if (!find_word(option, value, whens, sizeof whens / sizeof *whens, &found)) return false;
  *when = (enum when)found;
  return true;
}

/* A whole number from `least` to `most`; where `unit` is allowed, K, M or G behind it count in steps of
   1024. */
static bool read_number(const char *option, const char *value, uint64_t least, uint64_t most, bool unit,
                        uint64_t *number) {
  static const char units[] = "KMG";
  char *end;
  errno = 0;
  unsigned long long read = strtoull(value, &end, 10);
  const char *at = unit && *end != '\0' ? strchr(units, *end) : NULL;
  unsigned shift = at != NULL ? 10 * (unsigned)(at - units + 1) : 0;
  if (at != NULL) end++;
  bool good = value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0 && read <= most >> shift;
  *number = (uint64_t)read << (good ? shift : 0);
  if (good && *number >= least) return true;
  message("--%s: '%s' is no number from %llu to %llu", option, value, (unsigned long long)least,
          (unsigned long long)most);
  return false;
}

static bool read_small(const char *option, const char *value, unsigned least, unsigned most, unsigned *number) {
  uint64_t read;
  if (!read_number(option, value, least, most, false, &read)) return false;
  *number = (unsigned)read;
  return true;
}

/* ---- limits --------------------------------------------------------------------------------------------- */

struct limit {
  const char *name;
  uint64_t *wide; /* one of the two */
  uint32_t *narrow;
};

/* NAME=VALUE, the name being a member of policy_limits. */
static bool read_limit(policy_limits *limits, const char *value) {
  const struct limit known[] = {
      {"input", &limits->input, NULL},       {"text", &limits->text, NULL},
      {"memory", &limits->memory, NULL},     {"blocks", NULL, &limits->blocks},
      {"tokens", NULL, &limits->tokens},     {"entries", NULL, &limits->entries},
      {"mentions", NULL, &limits->mentions}, {"warnings", NULL, &limits->warnings},
      {"depth", NULL, &limits->depth},       {"sentence", NULL, &limits->sentence},
      {"token", NULL, &limits->token},       {"child_seconds", NULL, &limits->child_seconds},
      {"elements", NULL, &limits->elements}, {"nesting", NULL, &limits->nesting},
      {"ratio", NULL, &limits->ratio},       {"child_memory", &limits->child_memory, NULL}};
  const char *equals = strchr(value, '=');
  for (size_t i = 0; equals != NULL && i < sizeof known / sizeof *known; i++) {
    uint64_t number;
    size_t size = (size_t)(equals - value);
    if (strlen(known[i].name) != size || strncmp(known[i].name, value, size) != 0) continue;
    uint64_t most = known[i].wide != NULL ? UINT64_MAX : UINT32_MAX;
    if (!read_number("limit", equals + 1, 1, most, true, &number)) return false;
    if (known[i].wide != NULL) *known[i].wide = number;
    else *known[i].narrow = (uint32_t)number;
    return true;
  }
  message("--limit: '%s' is not NAME=VALUE with a known NAME", value);
  return false;
}

/* ---- options -------------------------------------------------------------------------------------------- */

enum {
  OPTION_COLOUR = 256,
  OPTION_WIDTH,
  OPTION_PROGRESS,
  OPTION_LIMIT,
  OPTION_MEDIA_TYPE,
  OPTION_CONLLU_INPUT,
  OPTION_TOKENS,
  OPTION_PAGE,
  OPTION_FULL,
  OPTION_MODEL,
  OPTION_GAZETTEER
};

static bool read_option(struct settings *settings, int option) {
  switch (option) {
    case 'f': return read_format(settings, optarg);
    case 'o': settings->output = optarg; return true;
    case 'j': return read_small("threads", optarg, 1, 1024, &settings->threads);
    case OPTION_COLOUR: return read_when("colour", optarg, &settings->colour);
    case OPTION_WIDTH: return read_small("width", optarg, 40, 4096, &settings->width);
    case OPTION_PROGRESS:
      return read_when("progress", optarg != NULL ? optarg : "always", &settings->progress);
    case OPTION_LIMIT: return read_limit(&settings->limits, optarg);
    case OPTION_MEDIA_TYPE: settings->media_type = optarg; return true;
    case OPTION_CONLLU_INPUT: settings->media_type = "text/x-conllu"; return true;
    case OPTION_TOKENS: settings->tokens = true; return true;
    case OPTION_PAGE: return read_small("page", optarg, 1, UINT32_MAX, &settings->page);
    case OPTION_FULL: settings->full = true; return true;
    case OPTION_MODEL: settings->model = optarg; return true;
    case OPTION_GAZETTEER: settings->gazetteer = optarg; return true;
    default: return false; /* getopt_long has said why */
  }
}

bool settings_fit(const struct settings *settings) {
  size_t inputs = 0;
  for (size_t i = 0; i < settings->count; i++) inputs += strcmp(settings->files[i], "-") == 0;
  if (settings->count == 0) message("no file given, or none in a folder; - is standard input");
  else if (inputs > 1) message("standard input can be read only once");
  else if (settings->format == FORMAT_JSON && settings->count > 1)
    message("several files make no single JSON value; -f jsonl writes one document a line");
  else if (settings->format == FORMAT_SVG && settings->count > 1)
    message("several files make no single picture");
  else if (settings->format != FORMAT_SVG && settings->page > 0) message("--page goes with -f svg");
  else return true;
  return false;
}

bool settings_parse(struct settings *settings, const struct command *command, enum task task, int argc,
                    char **argv, bool *helped) {
  static const struct option options[] = {{"format", required_argument, NULL, 'f'},
                                          {"output", required_argument, NULL, 'o'},
                                          {"threads", required_argument, NULL, 'j'},
                                          {"colour", required_argument, NULL, OPTION_COLOUR},
                                          {"color", required_argument, NULL, OPTION_COLOUR},
                                          {"width", required_argument, NULL, OPTION_WIDTH},
                                          {"progress", optional_argument, NULL, OPTION_PROGRESS},
                                          {"limit", required_argument, NULL, OPTION_LIMIT},
                                          {"media-type", required_argument, NULL, OPTION_MEDIA_TYPE},
                                          {"conllu-input", no_argument, NULL, OPTION_CONLLU_INPUT},
                                          {"tokens", no_argument, NULL, OPTION_TOKENS},
                                          {"page", required_argument, NULL, OPTION_PAGE},
                                          {"full", no_argument, NULL, OPTION_FULL},
                                          {"model", required_argument, NULL, OPTION_MODEL},
                                          {"gazetteer", required_argument, NULL, OPTION_GAZETTEER},
                                          {"help", no_argument, NULL, 'h'},
                                          {NULL, 0, NULL, 0}};
  *settings = (struct settings){
      .task = task, .format = choices[task].formats[0], .limits = POLICY_LIMITS_INIT};
  *helped = false;
  for (int option; (option = getopt_long(argc, argv, "f:o:j:h", options, NULL)) != -1;) {
    if (option == 'h') {
      *helped = true;
      return fputs(command->help, stdout) >= 0;
    }
    if (!read_option(settings, option)) return false;
  }
  settings->files = argv + optind;
  settings->count = (size_t)(argc - optind);
  return true;
}
