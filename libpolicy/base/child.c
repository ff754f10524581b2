/* Child processes. */
#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE 1 /* for those who compile without configure: pipe2, memfd_create, prlimit */
#endif

#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

bool policy__child_find(const char *name, char path[POLICY__CHILD_PATH]) {
  static const char *const folders[] = {
#ifdef POLICY_PROGRAMS
      POLICY_PROGRAMS,
#endif
      "/usr/bin", "/usr/local/bin", "/bin", "/opt/local/bin", "/opt/homebrew/bin"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    int size = snprintf(path, POLICY__CHILD_PATH, "%s/%s", folders[i], name);
    if (size > 0 && size < POLICY__CHILD_PATH && access(path, X_OK) == 0) return true;
  }
  path[0] = '\0';
  return false;
}

#ifdef __linux__

enum { INPUT, OUTPUT_READ, OUTPUT_WRITE, WORDS_READ, WORDS_WRITE, FILES };

/* A child at work. */
typedef struct running {
  const policy__child *child;
  policy__child_end *end;
  int files[FILES]; /* -1: closed */
  pid_t process;    /* 0: none */
  size_t words;
  struct timespec deadline;
  struct timespec asked; /* go_on, last */
} running;

static policy_status fail_with_errno(policy_error *error, int number) {
  if (number == ENOMEM) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  return policy__fail(error, POLICY_ERROR_IO, 0, "a child process: %s", strerror(number));
}

/* ---- files ----------------------------------------------------------------------------------------------- */

static void close_file(running *run, int which) {
  if (run->files[which] >= 0) (void)close(run->files[which]);
  run->files[which] = -1;
}

/* Keeps a file away from 0, 1 and 2, which the child's own are copied to: an application may have closed them. */
static bool keep(running *run, int which, int file) {
  run->files[which] = file;
  if (file < 0) return false;
  if (file > 2) return true;
  run->files[which] = fcntl(file, F_DUPFD_CLOEXEC, 3);
  int number = errno;
  (void)close(file);
  errno = number;
  return run->files[which] >= 0;
}

static bool open_pipe(running *run, int reading, int writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  bool kept = keep(run, reading, ends[0]);
  return keep(run, writing, ends[1]) && kept;
}

static bool write_all(int file, const char *bytes, size_t size) {
  enum { AT_ONCE = 1 << 24 };
  while (size > 0) {
    ssize_t wrote = write(file, bytes, size < AT_ONCE ? size : AT_ONCE);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes += wrote;
    size -= (size_t)wrote;
  }
  return true;
}

/* The input as a file without a name, which nobody can change any more. */
static bool open_input(running *run) {
  const policy__child *child = run->child;
  if (!keep(run, INPUT, memfd_create("policy", MFD_CLOEXEC | MFD_ALLOW_SEALING))) return false;
  if (!write_all(run->files[INPUT], child->input, child->input_size)) return false;
  if (lseek(run->files[INPUT], 0, SEEK_SET) != 0) return false;
  return fcntl(run->files[INPUT], F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0;
}

static bool open_files(running *run) {
  return open_input(run) && open_pipe(run, OUTPUT_READ, OUTPUT_WRITE) && open_pipe(run, WORDS_READ, WORDS_WRITE);
}

/* ---- the beginning --------------------------------------------------------------------------------------- */

/* Closes whatever else the application has open. Elsewhere than in newer glibc by one number after another, which is
   good for a file that is not open, too. */
static int close_others(posix_spawn_file_actions_t *actions) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || (__GLIBC__ == 2 && __GLIBC_MINOR__ >= 34))
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
#else
  int failed = 0;
  for (int file = 3; file < 256 && failed == 0; file++) failed = posix_spawn_file_actions_addclose(actions, file);
  return failed;
#endif
}

static int set_actions(posix_spawn_file_actions_t *actions, const running *run) {
  int failed = posix_spawn_file_actions_adddup2(actions, run->files[INPUT], 0);
  if (failed == 0) failed = posix_spawn_file_actions_adddup2(actions, run->files[OUTPUT_WRITE], 1);
  if (failed == 0) failed = posix_spawn_file_actions_adddup2(actions, run->files[WORDS_WRITE], 2);
  return failed != 0 ? failed : close_others(actions);
}

/* The child ignores and blocks no signal, whatever the calling thread does. */
static int set_signals(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  (void)sigemptyset(&none);
  (void)sigfillset(&all);
  int failed = posix_spawnattr_setsigmask(attributes, &none);
  if (failed == 0) failed = posix_spawnattr_setsigdefault(attributes, &all);
  if (failed == 0) failed = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  return failed;
}

/* The limits are set from outside, right after the start: posix_spawn has no way to set them before, and a program
   in between that does would be one more to find. What the child has taken by then is little, and is counted. */
static void set_limits(const running *run) {
  const policy__child *child = run->child;
  const struct rlimit cpu = {child->seconds, (rlim_t)child->seconds + 1}, none = {0, 0},
                      memory = {(rlim_t)child->memory, (rlim_t)child->memory};
  (void)prlimit(run->process, RLIMIT_CPU, &cpu, NULL);
  (void)prlimit(run->process, RLIMIT_AS, &memory, NULL);
  (void)prlimit(run->process, RLIMIT_CORE, &none, NULL);
}

static int spawn_with(running *run, posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes) {
  char locale[] = "LC_ALL=C";
  char *environment[] = {locale, NULL};
  int failed = set_actions(actions, run);
  if (failed == 0) failed = set_signals(attributes);
  if (failed != 0) return failed;
  /* posix_spawn takes its words without const, and does not change them. */
  union {
    const char *const *given;
    char *const *taken;
  } words = {run->child->arguments};
  return posix_spawn(&run->process, run->child->program, actions, attributes, words.taken, environment);
}

static policy_status spawn(running *run, policy_error *error) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failed = posix_spawn_file_actions_init(&actions);
  if (failed != 0) return fail_with_errno(error, failed);
  failed = posix_spawnattr_init(&attributes);
  if (failed == 0) {
    failed = spawn_with(run, &actions, &attributes);
    (void)posix_spawnattr_destroy(&attributes);
  }
  (void)posix_spawn_file_actions_destroy(&actions);
  if (failed == 0) {
    set_limits(run);
    return POLICY_OK;
  }
  run->process = 0;
  if (failed == ENOENT || failed == EACCES || failed == ENOEXEC)
    return policy__fail(error, POLICY_ERROR_UNSUPPORTED, 0, "cannot run %.100s: %s", run->child->program,
                        strerror(failed));
  return fail_with_errno(error, failed);
}

/* ---- at work --------------------------------------------------------------------------------------------- */

static void set_deadline(running *run) {
  (void)clock_gettime(CLOCK_MONOTONIC, &run->deadline);
  run->deadline.tv_sec += (time_t)run->child->seconds;
}

/* Milliseconds from one time to another. */
static long long between(const struct timespec *from, const struct timespec *to) {
  return (long long)(to->tv_sec - from->tv_sec) * 1000 + (to->tv_nsec - from->tv_nsec) / 1000000;
}

/* Milliseconds until the deadline, at most `most`. */
static int time_left(const running *run, int most) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  long long left = between(&now, &run->deadline);
  return left <= 0 ? 0 : left < most ? (int)left : most;
}

enum { BEAT = 100 }; /* milliseconds between two questions whether to go on */

static policy_status ask(running *run, policy_error *error) {
  struct timespec now;
  if (run->child->go_on == NULL) return POLICY_OK;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  if (run->asked.tv_sec != 0 && between(&run->asked, &now) < BEAT) return POLICY_OK;
  run->asked = now;
  if (run->child->go_on(run->child->context, run->child->output->size)) return POLICY_OK;
  return policy__fail_plain(error, POLICY_ERROR_CANCELLED);
}

static policy_status fail_at(const running *run, const char *what, unsigned long long limit, policy_error *error) {
  const char *name = strrchr(run->child->program, '/');
  return policy__fail(error, POLICY_ERROR_LIMIT, 0, "%.40s was stopped at %s: %llu", name != NULL ? name + 1 : "",
                      what, limit);
}

/* Takes what is there to read; closes the file at its end. */
static policy_status take(running *run, int which, policy_error *error) {
  char bytes[65536];
  ssize_t got = read(run->files[which], bytes, sizeof bytes);
  if (got < 0) return errno == EINTR || errno == EAGAIN ? POLICY_OK : fail_with_errno(error, errno);
  if (got == 0) close_file(run, which);
  if (which == WORDS_READ) {
    size_t room = POLICY__CHILD_WORDS - 1 - run->words, size = (size_t)got < room ? (size_t)got : room;
    memcpy(run->end->words + run->words, bytes, size);
    run->words += size;
    return POLICY_OK;
  }
  policy_status status = policy_buffer_append(run->child->output, bytes, (size_t)got);
  if (status == POLICY_ERROR_LIMIT)
    return fail_at(run, "the ceiling of its output in bytes", run->child->output->ceiling, error);
  return status == POLICY_OK ? status : policy__fail_plain(error, status);
}

static policy_status listen_to(running *run, policy_error *error) {
  enum { A_WHILE = 60000 };
  const int most = run->child->go_on != NULL ? BEAT : A_WHILE;
  while (run->files[OUTPUT_READ] >= 0 || run->files[WORDS_READ] >= 0) {
    struct pollfd files[] = {{.fd = run->files[OUTPUT_READ], .events = POLLIN},
                             {.fd = run->files[WORDS_READ], .events = POLLIN}};
    int left = time_left(run, most);
    if (left == 0) return fail_at(run, "the limit of child_seconds", run->child->seconds, error);
    policy_status status = ask(run, error);
    if (status != POLICY_OK) return status;
    int ready = poll(files, 2, left);
    if (ready < 0 && errno != EINTR) return fail_with_errno(error, errno);
    if (ready <= 0) continue;
    if (files[0].revents != 0) status = take(run, OUTPUT_READ, error);
    if (status == POLICY_OK && files[1].revents != 0) status = take(run, WORDS_READ, error);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

/* ---- the end --------------------------------------------------------------------------------------------- */

/* Notes how the child ended. An application that ignores SIGCHLD, or waits for every child, leaves us no word: then
   only the output tells. */
static void note_end(running *run, pid_t waited, int status) {
  run->process = 0;
  run->end->code = waited < 0 ? 0 : WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  run->end->signal = waited > 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* Waits for a child that has closed its output. */
static policy_status wait_until_deadline(running *run, policy_error *error) {
  int status = 0, nap = 0;
  for (;;) {
    pid_t waited = waitpid(run->process, &status, WNOHANG);
    if (waited > 0 || (waited < 0 && errno != EINTR)) {
      note_end(run, waited, status);
      return POLICY_OK;
    }
    int left = time_left(run, nap < 50 ? ++nap : nap);
    if (left == 0) return fail_at(run, "the limit of child_seconds", run->child->seconds, error);
    policy_status wish = ask(run, error);
    if (wish != POLICY_OK) return wish;
    (void)poll(NULL, 0, left);
  }
}

static void stop(running *run) {
  int status = 0;
  if (run->process == 0) return;
  (void)kill(run->process, SIGKILL);
  pid_t waited;
  do waited = waitpid(run->process, &status, 0);
  while (waited < 0 && errno == EINTR);
  note_end(run, waited, status);
}

policy_status policy__child_run(const policy__child *child, policy__child_end *end, policy_error *error) {
  running run = {.child = child, .end = end, .files = {-1, -1, -1, -1, -1}};
  memset(end, 0, sizeof *end);
  policy_status status = open_files(&run) ? POLICY_OK : fail_with_errno(error, errno);
  if (status == POLICY_OK) set_deadline(&run);
  if (status == POLICY_OK) status = spawn(&run, error);
  close_file(&run, INPUT);
  close_file(&run, OUTPUT_WRITE);
  close_file(&run, WORDS_WRITE);
  if (status == POLICY_OK) status = listen_to(&run, error);
  if (status == POLICY_OK) status = wait_until_deadline(&run, error);
  stop(&run);
  for (int i = 0; i < FILES; i++) close_file(&run, i);
  if (status == POLICY_OK && end->signal == SIGXCPU)
    return fail_at(&run, "the limit of child_seconds", child->seconds, error);
  return status;
}

#else

policy_status policy__child_run(const policy__child *child, policy__child_end *end, policy_error *error) {
  memset(end, 0, sizeof *end);
  return policy__fail(error, POLICY_ERROR_UNSUPPORTED, 0, "this build cannot run %.100s", child->program);
}

#endif
