/* Child processes: what goes in and out, and every limit. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <policy/text.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/child.h"

static policy_buffer output;
static policy__child_end end;
static policy_error error;
static bool (*go_on)(void *context, size_t written); /* of the next run; NULL: nobody is asked */
static unsigned asked, patience; /* how often it was asked, and how often it says yes */
static size_t last_written;

/* Runs a program with up to two arguments. Whatever happens, nobody is left behind. */
static policy_status run(const char *name, const char *first, const char *second, policy_string input, size_t ceiling,
                         uint32_t seconds, uint64_t memory) {
  char path[POLICY__CHILD_PATH];
  ck_assert_msg(policy__child_find(name, path), "%s", name);
  const char *arguments[] = {name, first, second, NULL};
  policy_buffer_free(&output);
  output.ceiling = ceiling;
  memset(&error, 0, sizeof error);
  const policy__child child = {path, arguments, input.data, input.size, &output, seconds, memory, go_on, NULL};
  policy_status status = policy__child_run(&child, &end, &error);
  ck_assert(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
  return status;
}

static policy_status easily(const char *name, const char *first, const char *second, const char *input) {
  return run(name, first, second, (policy_string){input, strlen(input)}, 0, 60, UINT64_C(1) << 32);
}

START_TEST(bytes_go_in_and_come_out) {
  ck_assert_int_eq(easily("cat", NULL, NULL, "wells\n"), POLICY_OK);
  ck_assert_str_eq(output.data, "wells\n");
  ck_assert_int_eq(end.code, 0);
  ck_assert_int_eq(end.signal, 0);
  ck_assert_str_eq(end.words, "");
  ck_assert_int_eq(easily("cat", NULL, NULL, ""), POLICY_OK);
  ck_assert_uint_eq(output.size, 0);
}
END_TEST

START_TEST(many_bytes_go_through) {
  enum { SIZE = 20 << 20 };
  char *many = malloc(SIZE);
  for (size_t i = 0; i < SIZE; i++) many[i] = (char)(i * 31 >> 7);
  ck_assert_int_eq(run("cat", NULL, NULL, (policy_string){many, SIZE}, 0, 60, UINT64_C(1) << 32), POLICY_OK);
  ck_assert_uint_eq(output.size, SIZE);
  ck_assert(memcmp(output.data, many, SIZE) == 0);
  free(many);
}
END_TEST

START_TEST(input_that_nobody_reads_raises_no_signal) {
  enum { SIZE = 4 << 20 };
  char *many = calloc(1, SIZE);
  ck_assert_int_eq(run("true", NULL, NULL, (policy_string){many, SIZE}, 0, 60, UINT64_C(1) << 32), POLICY_OK);
  ck_assert_int_eq(end.code, 0);
  free(many);
}
END_TEST

START_TEST(ends_are_told) {
  ck_assert_int_eq(easily("false", NULL, NULL, ""), POLICY_OK);
  ck_assert_int_eq(end.code, 1);
  ck_assert_int_eq(easily("cat", "/no/such/file", NULL, ""), POLICY_OK);
  ck_assert_int_eq(end.code, 1);
  ck_assert_ptr_nonnull(strstr(end.words, "No such file"));
  ck_assert_int_eq(easily("sh", "-c", "kill -SEGV $$", ""), POLICY_OK);
  ck_assert_int_eq(end.code, -1);
  ck_assert_int_eq(end.signal, SIGSEGV);
  ck_assert_int_eq(easily("sh", "-c", "yes x | head -c 100000 >&2", ""), POLICY_OK);
  ck_assert_uint_eq(strlen(end.words), POLICY__CHILD_WORDS - 1);
}
END_TEST

START_TEST(nothing_is_inherited) {
  int open_file = open("/dev/null", O_RDONLY), high = fcntl(open_file, F_DUPFD, 100);
  ck_assert_int_ge(high, 100);
  ck_assert_int_eq(easily("env", NULL, NULL, ""), POLICY_OK);
  ck_assert_str_eq(output.data, "LC_ALL=C\n");
  ck_assert_int_eq(easily("ls", "/proc/self/fd", NULL, ""), POLICY_OK);
  ck_assert_str_eq(output.data, "0\n1\n2\n3\n"); /* 3 is the folder that ls reads */
  (void)close(open_file);
  (void)close(high);
}
END_TEST

START_TEST(signals_are_as_a_program_expects_them) {
  sigset_t term, before;
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &term, &before);
  struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
  sigaction(SIGPIPE, &ignore, &old);
  ck_assert_int_eq(easily("sh", "-c", "kill -TERM $$; exit 3", ""), POLICY_OK);
  ck_assert_int_eq(end.signal, SIGTERM);
  ck_assert_int_eq(easily("sh", "-c", "kill -PIPE $$; exit 3", ""), POLICY_OK);
  ck_assert_int_eq(end.signal, SIGPIPE);
  sigaction(SIGPIPE, &old, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
END_TEST

START_TEST(an_application_may_wait_for_all_children) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
  sigaction(SIGCHLD, &ignore, &old);
  ck_assert_int_eq(easily("cat", NULL, NULL, "wells"), POLICY_OK);
  ck_assert_str_eq(output.data, "wells");
  ck_assert_int_eq(end.code, 0);
  sigaction(SIGCHLD, &old, NULL);
}
END_TEST

START_TEST(standard_files_may_be_closed) {
  int kept = fcntl(0, F_DUPFD_CLOEXEC, 50);
  (void)close(0);
  ck_assert_int_eq(easily("cat", NULL, NULL, "wells"), POLICY_OK);
  ck_assert_str_eq(output.data, "wells");
  if (kept >= 0) (void)dup2(kept, 0), (void)close(kept);
}
END_TEST

START_TEST(time_is_limited) {
  ck_assert_int_eq(run("sleep", "100", NULL, (policy_string){"", 0}, 0, 1, UINT64_C(1) << 32), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "child_seconds: 1"));
  ck_assert_int_eq(run("sh", "-c", "exec >&- 2>&-; exec sleep 100", (policy_string){"", 0}, 0, 1, UINT64_C(1) << 32),
                   POLICY_ERROR_LIMIT);
  ck_assert_int_eq(run("sh", "-c", "while :; do :; done", (policy_string){"", 0}, 0, 1, UINT64_C(1) << 32),
                   POLICY_ERROR_LIMIT);
}
END_TEST

START_TEST(output_is_limited) {
  ck_assert_int_eq(run("yes", NULL, NULL, (policy_string){"", 0}, 1 << 20, 60, UINT64_C(1) << 32), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "output"));
  ck_assert_uint_le(output.size, 1 << 20);
}
END_TEST

START_TEST(memory_is_limited) {
  /* The file to read waits a little, so that the limit stands when the block is asked for. */
  const char *command = "sleep 0.2; exec dd if=/dev/zero of=/dev/null bs=512M count=1";
  ck_assert_int_eq(run("sh", "-c", command, (policy_string){"", 0}, 0, 60, UINT64_C(64) << 20), POLICY_OK);
  ck_assert_int_ne(end.code, 0);
  ck_assert_int_eq(run("sh", "-c", command, (policy_string){"", 0}, 0, 60, UINT64_C(4) << 30), POLICY_OK);
  ck_assert_int_eq(end.code, 0);
}
END_TEST

static bool be_patient(void *context, size_t written) {
  (void)context;
  ck_assert_uint_ge(written, last_written);
  last_written = written;
  return ++asked <= patience;
}

static double now(void) {
  struct timespec time;
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Runs a command that takes 100 seconds, and says yes so many times; the seconds that it took. */
static double cancel(const char *command, unsigned times, size_t ceiling) {
  go_on = be_patient;
  asked = 0, patience = times, last_written = 0;
  double begin = now();
  ck_assert_int_eq(run("sh", "-c", command, (policy_string){"", 0}, ceiling, 60, UINT64_C(1) << 32),
                   POLICY_ERROR_CANCELLED);
  ck_assert_int_eq(error.code, POLICY_ERROR_CANCELLED);
  ck_assert_int_eq(end.signal, SIGKILL);
  ck_assert_uint_eq(asked, times + 1);
  return now() - begin;
}

static int count_files(void) {
  int count = 0;
  for (int file = 0; file < 256; file++) count += fcntl(file, F_GETFD) != -1;
  return count;
}

/* Whether it says nothing, writes all the time, or has closed its output; at once, and after a while. */
START_TEST(a_program_can_be_cancelled) {
  int files = count_files();
  ck_assert(cancel("exec sleep 100", 0, 0) < 5);
  double spent = cancel("exec sleep 100", 4, 0);
  ck_assert(spent > 0.3 && spent < 10);
  ck_assert(cancel("exec yes", 2, 0) < 20);
  ck_assert(cancel("exec >&- 2>&-; exec sleep 100", 3, 0) < 10);
  ck_assert_uint_eq(output.size, 0);
  ck_assert_int_eq(count_files(), files);
}
END_TEST

START_TEST(a_patient_one_lets_it_end) {
  go_on = be_patient;
  asked = 0, patience = 10000, last_written = 0;
  ck_assert_int_eq(easily("sh", "-c", "echo a; sleep 0.5; echo b", ""), POLICY_OK);
  ck_assert_str_eq(output.data, "a\nb\n");
  ck_assert_uint_ge(asked, 2);
  ck_assert_uint_ge(last_written, 2);
  asked = 0, last_written = 0;
  ck_assert_int_eq(easily("cat", NULL, NULL, "wells"), POLICY_OK);
  ck_assert_uint_ge(asked, 1);
}
END_TEST

START_TEST(programs_that_are_not_there) {
  char path[POLICY__CHILD_PATH];
  ck_assert(!policy__child_find("no-such-program-of-ours", path));
  ck_assert_str_eq(path, "");
  const char *arguments[] = {"x", NULL};
  const policy__child child = {"/no/such/program", arguments, "", 0, &output, 1, 1 << 30, NULL, NULL};
  ck_assert_int_eq(policy__child_run(&child, &end, &error), POLICY_ERROR_UNSUPPORTED);
  ck_assert_ptr_nonnull(strstr(error.message, "/no/such/program"));
  ck_assert_int_eq(policy__child_run(&child, &end, NULL), POLICY_ERROR_UNSUPPORTED);
}
END_TEST

static void clean_up(void) {
  policy_buffer_free(&output);
  go_on = NULL;
}

Suite *suite_child(void);

Suite *suite_child(void) {
  Suite *suite = suite_create("child");
  TCase *tcase = tcase_create("core");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, NULL, clean_up);
  tcase_add_test(tcase, bytes_go_in_and_come_out);
  tcase_add_test(tcase, many_bytes_go_through);
  tcase_add_test(tcase, input_that_nobody_reads_raises_no_signal);
  tcase_add_test(tcase, ends_are_told);
  tcase_add_test(tcase, nothing_is_inherited);
  tcase_add_test(tcase, signals_are_as_a_program_expects_them);
  tcase_add_test(tcase, an_application_may_wait_for_all_children);
  tcase_add_test(tcase, standard_files_may_be_closed);
  tcase_add_test(tcase, time_is_limited);
  tcase_add_test(tcase, output_is_limited);
  tcase_add_test(tcase, memory_is_limited);
  tcase_add_test(tcase, a_program_can_be_cancelled);
  tcase_add_test(tcase, a_patient_one_lets_it_end);
  tcase_add_test(tcase, programs_that_are_not_there);
  suite_add_tcase(suite, tcase);
  return suite;
}
