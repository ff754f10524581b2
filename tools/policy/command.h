/* The commands of the tool. */
#ifndef POLICY_TOOL_COMMAND_H
#define POLICY_TOOL_COMMAND_H

/* Exit statuses: every input done; some input failed, the others are done; not understood. */
enum { STATUS_GOOD = 0, STATUS_FAILED = 1, STATUS_USAGE = 2 };

struct command {
  const char *name;
  const char *purpose; /* one line, for the list of commands */
  const char *help;    /* from the usage line on, with its line ends */
  int (*run)(int argc, char **argv); /* argv[0] is "policy"; gives the exit status */
};

extern const struct command command_read;
extern const struct command command_analyse;
extern const struct command command_actors;
extern const struct command command_parse;
extern const struct command command_igscript;

/* Says on standard error how the command should have been called. Gives STATUS_USAGE. */
int command_misused(const struct command *command);

#endif
