/* Runs all Check suites, or those named on the command line, and reports in TAP. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#define SUITE(name) Suite *suite_##name(void);
#include "suites.def"
#undef SUITE

static const struct {
  const char *name;
  Suite *(*make)(void);
} suites[] = {
#define SUITE(name) {#name, suite_##name},
#include "suites.def"
#undef SUITE
};

static int is_wanted(const char *name, int count, char **names) {
  for (int i = 1; i < count; i++)
    if (strcmp(name, names[i]) == 0) return 1;
  return count <= 1;
}

int main(int count, char **names) {
  setenv("CK_DEFAULT_TIMEOUT", "120", 0); /* seconds; a busy machine is no fault */
  SRunner *runner = srunner_create(NULL);
  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
    if (is_wanted(suites[i].name, count, names)) srunner_add_suite(runner, suites[i].make());
  srunner_set_tap(runner, "-");
  srunner_run_all(runner, CK_SILENT);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
