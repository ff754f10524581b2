/* policy read, analyse, actors and parse: files in, documents out. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folders.h"
#include "message.h"
#include "output.h"
#include "progress.h"
#include "render.h"
#include "settings.h"
#include "tables.h"
#include "workers.h"

enum { WIDEST = 100 }; /* columns of text; longer lines are hard to read */

/* One call of the command. */
struct run {
  const struct settings *settings;
  struct output output;
  struct progress progress;
  struct look look;
  int status;
  uint64_t *sizes; /* of the inputs, 0 where unknown */
  policy_model *model; /* NULL: the one that the library carries */
  policy_gazetteer *gazetteer; /* own entries, or NULL */
  atomic_bool stop;
  atomic_uint_fast64_t bytes_done;
};

/* ---- one input, in any thread --------------------------------------------------------------------------- */

/* One input as far as it is read and analysed. */
struct step {
  struct run *run;
  uint64_t size, counted; /* of the input; and what of it is in bytes_done already */
  double from, share;     /* where in the whole this step begins, and its part of it */
};

static bool on_progress(void *context, double done) {
  struct step *step = context;
  uint64_t reached = (uint64_t)((double)step->size * (step->from + step->share * done));
  if (reached > step->counted && reached <= step->size) {
    atomic_fetch_add(&step->run->bytes_done, reached - step->counted);
    step->counted = reached;
  }
  return !atomic_load(&step->run->stop);
}

static void fail_system(policy_error *error, int code) {
  *error = (policy_error){.code = POLICY_ERROR_IO};
  (void)snprintf(error->message, sizeof error->message, "%s", strerror(code));
}

/* Reads standard input to its end, or to one byte over the limit, which the library then refuses. */
static bool read_input(policy_buffer *bytes, uint64_t limit, policy_error *error) {
  char chunk[65536];
  size_t size;
  do {
    size = fread(chunk, 1, sizeof chunk, stdin);
    policy_status status = policy_buffer_append(bytes, chunk, size);
    if (status != POLICY_OK) {
      *error = (policy_error){.code = status};
      (void)snprintf(error->message, sizeof error->message, "%s", policy_status_message(status));
      return false;
    }
  } while (size == sizeof chunk && bytes->size <= limit);
  if (!ferror(stdin)) return true;
  fail_system(error, errno);
  return false;
}

static policy_document *read_document(const char *path, const policy_options *options, policy_error *error) {
  if (strcmp(path, "-") != 0) return policy_read_file(path, options, error);
  policy_buffer bytes = POLICY_BUFFER_INIT;
  uint64_t limit = options->limits->input > 0 ? options->limits->input : POLICY_LIMIT_INPUT;
  bool read = read_input(&bytes, limit, error);
  policy_document *document =
      read ? policy_read(bytes.data != NULL ? bytes.data : "", bytes.size, options, error) : NULL;
  policy_buffer_free(&bytes);
  return document;
}

static void work(void *context, size_t n, struct result *result) {
  struct run *run = context;
  enum task task = run->settings->task;
  struct step step = {.run = run, .size = run->sizes[n], .share = task == TASK_READ ? 1 : 0.2};
  policy_options options = POLICY_OPTIONS_INIT;
  options.limits = &run->settings->limits;
  options.name = run->settings->files[n];
  options.media_type = run->settings->media_type;
  options.progress = on_progress;
  options.context = &step;
  options.full = run->settings->full;
  options.model = run->model;
  options.gazetteer = run->gazetteer;
  policy_document *document = read_document(run->settings->files[n], &options, &result->error);
  if (document != NULL && task != TASK_READ) {
    policy_document *read = document;
    step.from = step.share;
    step.share = 1 - step.from;
    document = task == TASK_PARSE ? policy_parse(read, &options, &result->error)
                                  : policy_analyse(read, &options, &result->error);
    policy_document_unref(read);
  }
  if (document != NULL) {
    policy_status status = render(run->settings, run->look, document, &result->bytes, &result->error);
    if (status != POLICY_OK && result->error.code == POLICY_OK) {
      result->error.code = status;
      (void)snprintf(result->error.message, sizeof result->error.message, "%s", policy_status_message(status));
    }
  }
  policy_document_unref(document);
  step.share = 1 - step.from;
  (void)on_progress(&step, 1);
}

/* ---- the results, in order ------------------------------------------------------------------------------ */

/* A line between the documents of several files, for formats that people read. */
static void write_name(struct run *run, const char *path) {
  struct output *output = &run->output;
  enum format format = run->settings->format;
  bool named = format == FORMAT_JSONL || format == FORMAT_CONLLU || format == FORMAT_CSV; /* the format has a place for it */
  if (run->settings->count == 1 || named || output->failed) return;
  if (run->progress.files_done > 0) (void)output_write(output, "\n", 1);
  (void)output_write(output, "==> ", 4);
  if (!output->failed) print_clean(output->stream, path);
  (void)output_write(output, " <==\n\n", 6);
}

static bool take(void *context, size_t n, const struct result *result) {
  struct run *run = context;
  const char *path = run->settings->files[n];
  progress_clear(&run->progress);
  if (result->error.code != POLICY_OK) {
    (void)output_flush(&run->output);
    message_error(strcmp(path, "-") == 0 ? "standard input" : path, &result->error);
    run->status = STATUS_FAILED;
  } else {
    write_name(run, path);
    (void)output_write(&run->output, result->bytes.data, result->bytes.size);
    if (run->output.is_terminal) (void)output_flush(&run->output);
  }
  run->progress.files_done++;
  progress_show(&run->progress, atomic_load(&run->bytes_done));
  return !run->output.failed;
}

static void on_wait(void *context) {
  struct run *run = context;
  progress_show(&run->progress, atomic_load(&run->bytes_done));
}

/* ---- the command ---------------------------------------------------------------------------------------- */

static bool wants_colour(const struct run *run) {
  if (run->settings->colour != WHEN_AUTO) return run->settings->colour == WHEN_ALWAYS;
  const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
  bool refused = (no_colour != NULL && no_colour[0] != '\0') ||
                 (terminal != NULL && strcmp(terminal, "dumb") == 0);
  return run->output.is_terminal && !refused;
}

static unsigned find_width(const struct run *run) {
  if (run->settings->width > 0) return run->settings->width;
  unsigned columns = output_columns(&run->output);
  return columns > WIDEST ? WIDEST : columns;
}

static unsigned find_threads(const struct settings *settings) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  size_t threads = settings->threads > 0 ? settings->threads : processors > 0 ? (size_t)processors : 1;
  return (unsigned)(threads < settings->count ? threads : settings->count);
}

static uint64_t measure(const struct settings *settings, uint64_t *sizes) {
  uint64_t total = 0;
  struct stat about;
  for (size_t i = 0; i < settings->count; i++) {
    if (strcmp(settings->files[i], "-") == 0 || stat(settings->files[i], &about) != 0) continue;
    if (S_ISREG(about.st_mode)) sizes[i] = (uint64_t)about.st_size;
    total += sizes[i];
  }
  return total;
}

/* What stands before all documents: the names of columns. */
static void write_head(struct run *run) {
  policy_buffer head = POLICY_BUFFER_INIT;
  if (run->settings->format == FORMAT_CSV && write_csv_head(run->settings->task == TASK_ACTORS, &head) == POLICY_OK)
    (void)output_write(&run->output, head.data, head.size);
  policy_buffer_free(&head);
}

static bool run_all(struct run *run) {
  const struct settings *settings = run->settings;
  uint64_t total = measure(settings, run->sizes);
  run->look = (struct look){wants_colour(run), find_width(run)};
  enum when when = settings->progress;
  progress_start(&run->progress, when == WHEN_ALWAYS, when == WHEN_NEVER, settings->count, total);
  struct workers workers = {.count = settings->count, .threads = find_threads(settings), .context = run};
  workers.work = work;
  workers.take = take;
  workers.wait = on_wait;
  workers.stop = &run->stop;
  bool ran = workers_run(&workers);
  progress_clear(&run->progress);
  if (!ran) message("no thread could be started");
  return ran;
}

/* What all inputs need: their sizes, the model, own entries, the output. */
static bool prepare(struct run *run) {
  const struct settings *settings = run->settings;
  policy_error error;
  run->sizes = calloc(settings->count, sizeof *run->sizes);
  if (run->sizes == NULL) {
    message("%s", policy_status_message(POLICY_ERROR_NO_MEMORY));
    return false;
  }
  if (settings->model != NULL && (run->model = policy_model_open(settings->model, NULL, &error)) == NULL) {
    message_error(settings->model, &error);
    return false;
  }
  if (settings->gazetteer != NULL &&
      (run->gazetteer = policy_gazetteer_open(settings->gazetteer, NULL, &error)) == NULL) {
    message_error(settings->gazetteer, &error);
    return false;
  }
  return output_open(&run->output, settings->output, settings->files, settings->count);
}

static int run_files(const struct command *command, enum task task, int argc, char **argv) {
  struct settings settings;
  bool helped;
  bool understood = settings_parse(&settings, command, task, argc, argv, &helped);
  if (helped) return understood ? STATUS_GOOD : STATUS_FAILED;
  if (!understood) return command_misused(command);
  struct paths paths = {0};
  struct run run = {.settings = &settings, .status = STATUS_FAILED};
  if (!paths_expand(&paths, settings.files, settings.count)) {
    paths_free(&paths);
    return STATUS_FAILED;
  }
  settings.files = paths.items;
  settings.count = paths.count;
  if (!settings_fit(&settings)) {
    paths_free(&paths);
    return command_misused(command);
  }
  atomic_init(&run.stop, false);
  atomic_init(&run.bytes_done, 0);
  if (prepare(&run)) {
    write_head(&run);
    run.status = STATUS_GOOD;
    if (!run_all(&run)) run.status = STATUS_FAILED;
    if (!output_close(&run.output)) run.status = STATUS_FAILED;
  }
  policy_model_unref(run.model);
  policy_gazetteer_unref(run.gazetteer);
  free(run.sizes);
  paths_free(&paths);
  return run.status;
}

#define COMMON_HELP                                                                                            \
  "  -o, --output FILE       write to FILE instead of standard output\n"                                      \
  "  -j, --threads N         files worked on at once; default: one for each processor\n"                      \
  "      --colour WHEN       auto, always or never; auto also heeds NO_COLOR\n"                               \
  "      --width N           columns of text; default: the terminal's, at most 100, or 80\n"                  \
  "      --progress[=WHEN]   auto, always or never tell on standard error how far it is\n"                    \
  "      --limit NAME=VALUE  set a ceiling: input, text, memory, blocks, tokens, entries,\n"                  \
  "                          mentions, warnings, depth, sentence, token, child_seconds\n"                     \
  "                          or child_memory; K, M, G allowed\n"                                              \
  "      --media-type TYPE   what the files are, instead of finding out: text/plain, ...\n"                   \
  "      --conllu-input      the files are CoNLL-U: --media-type text/x-conllu\n"                             \
  "      --model FILE        weights of the tagger and parser, instead of those carried along\n"               \
  "  -h, --help              this help\n"

static int run_read(int argc, char **argv) {
  return run_files(&command_read, TASK_READ, argc, argv);
}

static int run_analyse(int argc, char **argv) {
  return run_files(&command_analyse, TASK_ANALYSE, argc, argv);
}

static int run_actors(int argc, char **argv) {
  return run_files(&command_actors, TASK_ACTORS, argc, argv);
}

static int run_parse(int argc, char **argv) {
  return run_files(&command_parse, TASK_PARSE, argc, argv);
}

const struct command command_read = {
    "read", "show documents alone: metadata, structure and clean text",
    "usage: policy read [OPTION]... FILE...\n"
    "Shows each document alone: metadata, structure and clean text. - is standard input; a folder\n"
    "stands for the files in it.\n\n"
    "  -f, --format FORMAT     text (for people; default), json (one file), jsonl (one\n"
    "                          document a line), bibtex (how to cite it) or svg (the pages\n"
    "                          of a PDF as a picture)\n"
    "      --page N            this page alone, in svg\n" COMMON_HELP,
    run_read};

const struct command command_analyse = {
    "analyse", "find the actors, statements and recommendations of documents",
    "usage: policy analyse [OPTION]... FILE...\n"
    "Finds who acts in each document and what it asks of whom. - is standard input.\n\n"
    "  -f, --format FORMAT     text (for people; default), json (one file), jsonl (one\n"
    "                          document a line), igscript (one statement a line), csv\n"
    "                          (recommendations), conllu (sentences and words), html (a page\n"
    "                          with findings marked) or svg (the pages of a PDF as a picture,\n"
    "                          with findings marked)\n"
    "      --page N            this page alone, in svg\n"
    "      --tokens            with the tokens, in json and jsonl\n"
    "      --full              parse every sentence, not only those that may hold a finding\n"
    "      --gazetteer FILE    find the actors of this list, too, before those that are known\n" COMMON_HELP,
    run_analyse};

const struct command command_actors = {
    "actors", "list the actors of documents as a table",
    "usage: policy actors [OPTION]... FILE...\n"
    "Lists who is named in each document: mentions, name, kind, code, sector, state and the place\n"
    "of the first mention (line and column). - is standard input.\n\n"
    "  -f, --format FORMAT     text (for people; default) or csv\n"
    "      --gazetteer FILE    find the actors of this list, too, before those that are known\n" COMMON_HELP,
    run_actors};

const struct command command_parse = {
    "parse", "show the sentences and words of documents, tagged and parsed",
    "usage: policy parse [OPTION]... FILE...\n"
    "Tags, lemmatises and parses every sentence. Those of CoNLL-U and of JSON are kept, with their\n"
    "words. - is standard input.\n\n"
    "  -f, --format FORMAT     conllu (CoNLL-U; default), json (one file) or jsonl (one\n"
    "                          document a line), these two with the tokens\n" COMMON_HELP,
    run_parse};
