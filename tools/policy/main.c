/* policy: reads policy documents and shows who should do what. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "message.h"

static const struct command *const commands[] = {&command_read, &command_analyse, &command_actors,
                                               &command_parse, &command_igscript};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const struct command *find_command(const char *name) {
  if (strcmp(name, "analyze") == 0) name = "analyse";
  for (size_t i = 0; i < COMMANDS; i++)
    if (strcmp(commands[i]->name, name) == 0) return commands[i];
  return NULL;
}

int command_misused(const struct command *command) {
  message("try 'policy help %s'", command->name);
  return STATUS_USAGE;
}

static int misused(void) {
  message("try 'policy help'");
  return STATUS_USAGE;
}

static int finish(void) {
  if (fflush(stdout) == 0 && ferror(stdout) == 0) return STATUS_GOOD;
  message("standard output: cannot be written");
  return STATUS_FAILED;
}

static int show_version(void) {
  printf("policy %s\n%s\n", policy_version(), policy_features());
  return finish();
}

static int show_help(const char *name) {
  const struct command *command = name != NULL ? find_command(name) : NULL;
  if (name != NULL && command == NULL) {
    message("no command '%s'", name);
    return misused();
  }
  if (command != NULL) {
    (void)fputs(command->help, stdout);
    return finish();
  }
  (void)fputs("usage: policy COMMAND [OPTION]... FILE...\n"
              "Reads policy documents and shows who should do what.\n\n",
              stdout);
  for (size_t i = 0; i < COMMANDS; i++) printf("  %-10s %s\n", commands[i]->name, commands[i]->purpose);
  (void)fputs("  help       explain a command: policy help COMMAND\n\n"
              "  --version  the version, and what this build can do\n"
              "  --help     this help\n\n"
              "Exit status: 0 all done, 1 some input failed, 2 not understood.\n",
              stdout);
  return finish();
}

int main(int argc, char **argv) {
  const char *name = argc > 1 ? argv[1] : "";
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) return show_version();
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) return show_help(NULL);
  if (strcmp(name, "help") == 0) return show_help(argc > 2 ? argv[2] : NULL);
  const struct command *command = find_command(name);
  if (command != NULL) {
    char program[] = "policy"; /* so that getopt_long begins its messages as all others begin */
    argv[1] = program;
    return command->run(argc - 1, argv + 1);
  }
  if (argc < 2) message("no command given");
  else message("no command '%s'", name);
  return misused();
}
