/* Writing with every failure noticed. */
#include "output.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

static bool fail(struct output *output) {
  if (!output->failed && errno != EPIPE) message("%s: %s", output->name, strerror(errno));
  output->failed = true;
  return false;
}

static bool is_input(const char *path, char **inputs, size_t input_count) {
  struct stat to, from;
  if (stat(path, &to) != 0 || !S_ISREG(to.st_mode)) return false;
  for (size_t i = 0; i < input_count; i++) {
    bool same = strcmp(inputs[i], "-") != 0 && stat(inputs[i], &from) == 0 && to.st_dev == from.st_dev &&
                to.st_ino == from.st_ino;
    if (same) return true;
  }
  return false;
}

bool output_open(struct output *output, const char *path, char **inputs, size_t input_count) {
  *output = (struct output){.stream = stdout, .name = "standard output"};
  if (path == NULL) {
    output->is_terminal = isatty(STDOUT_FILENO) != 0;
    return true;
  }
  output->name = path;
  if (is_input(path, inputs, input_count)) {
    message("%s: is an input; not written", path);
    return false;
  }
  output->stream = fopen(path, "wb");
  return output->stream != NULL || fail(output);
}

bool output_write(struct output *output, const void *bytes, size_t size) {
  if (output->failed) return false;
  return size == 0 || fwrite(bytes, 1, size, output->stream) == size || fail(output);
}

bool output_flush(struct output *output) {
  if (output->failed) return false;
  return fflush(output->stream) == 0 || fail(output);
}

bool output_close(struct output *output) {
  bool good = output_flush(output);
  if (fclose(output->stream) != 0 && good) good = fail(output);
  return good;
}

unsigned output_columns(const struct output *output) {
  struct winsize size;
  if (!output->is_terminal || ioctl(fileno(output->stream), TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}
