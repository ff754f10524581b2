/* policy igscript: reads IG Script, checks it and shows its tree. */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "message.h"
#include "output.h"

enum form { FORM_TREE, FORM_TABLE, FORM_IGSCRIPT, FORMS };

struct request {
  enum form form;
  unsigned flags;
  bool lines, check;
  const char *id, *output;
  char separator;
  policy_limits limits;
};

/* ---- places --------------------------------------------------------------------------------------------- */

/* "FILE:LINE:COLUMN: "; the place in the bytes, which begin with the given line. */
static void print_place(const char *name, unsigned long line, const char *bytes, size_t size, uint64_t at) {
  unsigned long column = 1;
  for (size_t i = 0; i < size && i < at; i++) {
    if (bytes[i] == '\n') line++, column = 1;
    else column += ((unsigned char)bytes[i] & 0xC0) != 0x80;
  }
  print_clean(stderr, strcmp(name, "-") == 0 ? "standard input" : name);
  (void)fprintf(stderr, ":%lu:%lu: ", line, column);
}

/* The message of an error without the place at its end, which stands before it already. */
static void print_refusal(const char *name, unsigned long line, const char *bytes, size_t size,
                          const policy_error *error) {
  char words[POLICY_MESSAGE_SIZE];
  memcpy(words, error->message, sizeof words);
  char *place = strstr(words, " (line ");
  if (place != NULL) *place = '\0';
  print_place(name, line, bytes, size, error->offset);
  print_clean(stderr, words);
  (void)fputc('\n', stderr);
}

static void print_warnings(const char *name, unsigned long line, const policy_igscript *script) {
  policy_string text = policy_igscript_text(script);
  for (uint32_t i = 0; i < policy_igscript_warning_count(script); i++) {
    policy_igscript_warning warning = policy_igscript_warning_at(script, i);
    print_place(name, line, text.data, text.size, warning.span.begin);
    (void)fprintf(stderr, "warning: %s: %s\n", policy_igscript_code_name(warning.code), warning.message);
  }
}

/* ---- one statement -------------------------------------------------------------------------------------- */

static policy_status render(const struct request *request, const policy_igscript *script, const char *id,
                            policy_buffer *buffer, policy_error *error) {
  policy_status status = POLICY_OK;
  if (request->form == FORM_TABLE)
    return policy_igscript_table(script, request->flags, id, request->separator, buffer, error);
  if (request->form == FORM_TREE) status = policy_igscript_tree(script, request->flags, buffer, error);
  else status = policy_igscript_print(script, buffer, error);
  return status != POLICY_OK ? status : policy_buffer_append(buffer, "\n", 1);
}

/* One statement, which begins at a line of its file. False when it was refused. */
static bool show_statement(const struct request *request, struct output *output, const char *name,
                           unsigned long line, const char *id, const char *bytes, size_t size) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.limits = &request->limits;
  policy_error error = {POLICY_OK, 0, ""};
  policy_igscript *script = policy_igscript_parse(bytes, size, &options, &error);
  if (script == NULL) {
    if (error.code == POLICY_ERROR_FORMAT) print_refusal(name, line, bytes, size, &error);
    else message_error(name, &error);
    return false;
  }
  policy_buffer buffer = POLICY_BUFFER_INIT;
  bool good = true;
  if (request->check) print_warnings(name, line, script);
  if (!request->check && render(request, script, id, &buffer, &error) != POLICY_OK) {
    message_error(name, &error);
    good = false;
  }
  if (good && buffer.size > 0) (void)output_write(output, buffer.data, buffer.size);
  policy_buffer_free(&buffer);
  policy_igscript_free(script);
  return good;
}

/* ---- files ---------------------------------------------------------------------------------------------- */

static bool read_stream(FILE *stream, uint64_t most, policy_buffer *bytes) {
  char block[65536];
  for (size_t got; (got = fread(block, 1, sizeof block, stream)) > 0;) {
    if (policy_buffer_append(bytes, block, got) != POLICY_OK) return false;
    if (bytes->size > most) return errno = EFBIG, false;
  }
  return ferror(stream) == 0;
}

static bool read_file(const char *name, uint64_t most, policy_buffer *bytes) {
  bool standard = strcmp(name, "-") == 0;
  errno = 0;
  FILE *stream = standard ? stdin : fopen(name, "rb");
  bool good = stream != NULL && read_stream(stream, most, bytes);
  int reason = errno;
  if (stream != NULL && !standard) (void)fclose(stream);
  if (!good) message("%s: %s", standard ? "standard input" : name, reason != 0 ? strerror(reason) : "cannot be read");
  return good;
}

/* A file with a statement on each line; empty lines are none. */
static bool show_lines(struct request *request, struct output *output, const char *name, const char *bytes,
                       size_t size) {
  bool good = true;
  unsigned long line = 1, number = 0;
  for (const char *at = bytes, *end = bytes + size; at < end; line++) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (stop == NULL) stop = end;
    size_t blank = 0;
    while (at + blank < stop && strchr(" \t\r", at[blank]) != NULL) blank++;
    if (at + blank < stop) {
      char id[96];
      (void)snprintf(id, sizeof id, "%s%s%lu", request->id != NULL ? request->id : "", request->id != NULL ? "." : "",
                     ++number);
      good = show_statement(request, output, name, line, id, at, (size_t)(stop - at)) && good;
      if (number == 1) request->flags |= POLICY_IGSCRIPT_NO_HEADER;
    }
    at = stop + 1;
  }
  return good;
}

static bool show_file(struct request *request, struct output *output, const char *name) {
  policy_buffer bytes = POLICY_BUFFER_INIT;
  uint64_t most = request->limits.input > 0 ? request->limits.input : POLICY_LIMIT_INPUT;
  bool good = read_file(name, most, &bytes);
  const char *data = bytes.data != NULL ? bytes.data : "";
  if (good && request->lines) good = show_lines(request, output, name, data, bytes.size);
  else if (good) good = show_statement(request, output, name, 1, request->id, data, bytes.size);
  policy_buffer_free(&bytes);
  return good;
}

/* ---- options -------------------------------------------------------------------------------------------- */

enum {
  OPTION_CHECK = 256,
  OPTION_LINES,
  OPTION_ID,
  OPTION_SEPARATOR,
  OPTION_FLAG /* and each flag's place among them */
};

static const struct {
  const char *name;
  unsigned flag;
} flags[] = {{"binary", POLICY_IGSCRIPT_BINARY},
             {"flat", POLICY_IGSCRIPT_FLAT},
             {"annotations", POLICY_IGSCRIPT_ANNOTATIONS},
             {"variability", POLICY_IGSCRIPT_VARIABILITY},
             {"shared", POLICY_IGSCRIPT_SHARED},
             {"unshared", POLICY_IGSCRIPT_UNSHARED},
             {"conditions-first", POLICY_IGSCRIPT_CONDITIONS_FIRST},
             {"core", POLICY_IGSCRIPT_CORE},
             {"no-header", POLICY_IGSCRIPT_NO_HEADER},
             {"script", POLICY_IGSCRIPT_SCRIPT},
             {"sheets", POLICY_IGSCRIPT_SHEETS}};

enum { FLAGS = sizeof flags / sizeof *flags };

static bool read_form(struct request *request, const char *value) {
  static const char *const names[FORMS] = {"tree", "table", "igscript"};
  for (int i = 0; i < FORMS; i++)
    if (strcmp(value, names[i]) == 0) return request->form = (enum form)i, true;
  if (strcmp(value, "json") == 0) return request->form = FORM_TREE, true;
  message("--format: '%s' is none of tree, table, igscript", value);
  return false;
}

static bool read_separator(struct request *request, const char *value) {
  if (strcmp(value, "tab") == 0) value = "\t";
  request->separator = value[0];
  if (value[0] != '\0' && value[1] == '\0' && strchr("\"'\n", value[0]) == NULL) return true;
  message("--separator: '%s' is no character that may stand between cells, nor 'tab'", value);
  return false;
}

static bool read_option(struct request *request, int option) {
  switch (option) {
    case 'f': return read_form(request, optarg);
    case 'o': request->output = optarg; return true;
    case OPTION_CHECK: request->check = true; return true;
    case OPTION_LINES: request->lines = true; return true;
    case OPTION_SEPARATOR: return read_separator(request, optarg);
    case OPTION_ID:
      request->id = optarg;
      if (strlen(optarg) <= 64 && strpbrk(optarg, "\"\n") == NULL) return true;
      message("--id: longer than 64 bytes, or with a quotation mark or line end");
      return false;
    default:
      if (option < OPTION_FLAG) return false; /* getopt_long has said why */
      request->flags |= flags[option - OPTION_FLAG].flag;
      return true;
  }
}

static bool read_options(struct request *request, int argc, char **argv, bool *helped) {
  struct option options[FLAGS + 8] = {{"format", required_argument, NULL, 'f'},
                                      {"output", required_argument, NULL, 'o'},
                                      {"check", no_argument, NULL, OPTION_CHECK},
                                      {"lines", no_argument, NULL, OPTION_LINES},
                                      {"id", required_argument, NULL, OPTION_ID},
                                      {"separator", required_argument, NULL, OPTION_SEPARATOR},
                                      {"help", no_argument, NULL, 'h'}};
  for (int i = 0; i < FLAGS; i++) options[7 + i] = (struct option){flags[i].name, no_argument, NULL, OPTION_FLAG + i};
  for (int option; (option = getopt_long(argc, argv, "f:o:h", options, NULL)) != -1;) {
    if (option == 'h') {
      *helped = true;
      return fputs(command_igscript.help, stdout) >= 0;
    }
    if (!read_option(request, option)) return false;
  }
  size_t inputs = 0;
  for (int i = optind; i < argc; i++) inputs += strcmp(argv[i], "-") == 0;
  if (optind == argc) message("no file given; - is standard input");
  else if (inputs > 1) message("standard input can be read only once");
  else return true;
  return false;
}

static int run_igscript(int argc, char **argv) {
  struct request request = {.limits = POLICY_LIMITS_INIT};
  struct output output;
  bool helped = false, good = true;
  if (!read_options(&request, argc, argv, &helped)) return command_misused(&command_igscript);
  if (helped) return STATUS_GOOD;
  if (!output_open(&output, request.output, argv + optind, (size_t)(argc - optind))) return STATUS_FAILED;
  for (int i = optind; i < argc; i++) {
    good = show_file(&request, &output, argv[i]) && good;
    request.flags |= POLICY_IGSCRIPT_NO_HEADER;
  }
  return output_close(&output) && good ? STATUS_GOOD : STATUS_FAILED;
}

const struct command command_igscript = {
    "igscript", "read and check IG Script; show its tree or table",
    "usage: policy igscript [OPTION]... FILE...\n"
    "Reads one statement in IG Script from each FILE, - being standard input, checks it, and writes its tree.\n"
    "What is refused is told on standard error as FILE:LINE:COLUMN: NAME: words.\n\n"
    "  -f, --format FORMAT     tree (the default): JSON for D3, as IG Parser's; table: a row for each atomic\n"
    "                          statement; igscript: the script in its normal form\n"
    "  -o, --output FILE       write there instead of standard output\n"
    "      --check             write nothing but warnings about what is doubtful, on standard error\n"
    "      --lines             each line is a statement, as policy analyse -f igscript writes them\n"
    "      --annotations       with the annotations\n"
    "Of the tree:\n"
    "      --binary            two children to a combination\n"
    "      --flat              properties as words beside their component, not as its children\n"
    "      --shared            names with the words that the parts of a combination share\n"
    "      --variability       with the Degree of Variability\n"
    "      --conditions-first  activation conditions before all else\n"
    "Of the table:\n"
    "      --id ID             number of the statement; 1 by default\n"
    "      --separator CHAR    behind each cell; | by default, or 'tab'\n"
    "      --unshared          cells without the words that the parts of a combination share\n"
    "      --core              nested statements as words, not in rows of their own\n"
    "      --script            with the script itself, in a column of the first row\n"
    "      --no-header         without the names of the columns\n"
    "      --sheets            formulas for Google Sheets, with ; between cells by default\n"
    "  -h, --help              this help\n",
    run_igscript};
