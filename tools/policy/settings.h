/* The options of `policy read`, `policy analyse`, `policy actors` and `policy parse`. */
#ifndef POLICY_TOOL_SETTINGS_H
#define POLICY_TOOL_SETTINGS_H

#include <policy.h>

#include "command.h"

enum task { TASK_READ, TASK_ANALYSE, TASK_PARSE, TASK_ACTORS, TASKS };

enum format {
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_JSONL,
  FORMAT_IGSCRIPT,
  FORMAT_CSV,
  FORMAT_CONLLU,
  FORMAT_BIBTEX,
  FORMAT_HTML,
  FORMAT_SVG,
  FORMATS
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct settings {
  enum task task;
  enum format format;
  bool tokens, full;
  unsigned page;      /* to draw, from 1; 0: all */
  const char *output; /* NULL: standard output */
  unsigned threads;   /* 0: as many as there are processors */
  enum when colour, progress;
  unsigned width; /* 0: that of the terminal */
  const char *media_type;
  const char *model; /* a weights file; NULL: what the library carries */
  const char *gazetteer; /* own entries: a table, or what was saved; NULL: none */
  policy_limits limits;
  char **files;
  size_t count;
};

/* Reads options and files. False, with a message, when they are not understood; `*helped` is true when help
   was asked for and given instead. */
bool settings_parse(struct settings *settings, const struct command *command, enum task task, int argc,
                    char **argv, bool *helped);

/* Whether the options go together with the files. False, with a message, when not. */
bool settings_fit(const struct settings *settings);

#endif
