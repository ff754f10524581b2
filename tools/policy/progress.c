/* Progress: files, speed and time left. */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double first_after = 1.0, every_terminal = 0.2, every_log = 5.0; /* seconds */

static double now(void) {
  struct timespec time;
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_start(struct progress *progress, bool always, bool never, size_t files, uint64_t bytes) {
  *progress = (struct progress){.files = files, .bytes = bytes, .start = now()};
  progress->is_terminal = isatty(STDERR_FILENO) != 0;
  progress->shown = always || (progress->is_terminal && !never);
}

void progress_show(struct progress *progress, uint64_t bytes_done) {
  double time = now(), elapsed = time - progress->start;
  double pause = progress->is_terminal ? every_terminal : every_log;
  if (!progress->shown || elapsed < first_after || time - progress->last < pause) return;
  progress->last = time;
  double speed = (double)bytes_done / elapsed;
  if (progress->is_terminal) (void)fputs("\r\033[K", stderr);
  (void)fprintf(stderr, "%zu of %zu files, %.1f MB/s", progress->files_done, progress->files, speed / 1e6);
  if (speed > 0 && progress->bytes > bytes_done) {
    unsigned long left = (unsigned long)((double)(progress->bytes - bytes_done) / speed + 0.5);
    (void)fprintf(stderr, ", %lu:%02lu left", left / 60, left % 60);
  }
  if (!progress->is_terminal) (void)putc('\n', stderr);
  (void)fflush(stderr);
  progress->on_screen = progress->is_terminal;
}

void progress_clear(struct progress *progress) {
  if (!progress->on_screen) return;
  (void)fputs("\r\033[K", stderr);
  (void)fflush(stderr);
  progress->on_screen = false;
}
