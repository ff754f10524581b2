/* IG Script that nobody would write: reading, checking and showing it takes time and memory in step with its size,
   or it is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "../unit/tally.h"
#include "stopwatch.h"

static const struct {
  const char *name, *head, *unit, *tail; /* %u in a unit: its number, so that no two are alike */
} patterns[] = {
    {"components", "", "A%u(x) ", ""},
    {"components without spaces", "", "A%u(x)", ""},
    {"properties, each another's", "", "A%u(x) A%u,p(y) ", ""},
    {"properties of one", "A1(x) ", "A1,p%u(y) ", ""},
    {"parts of a combination", "I(a", " [AND] a", ")"},
    {"parts of combinations that share words", "I(", "a (b [OR] c) ", ")"},
    {"combinations side by side", "I(a", " [OR] (b [AND] c)", ")"},
    {"nested statements", "", "Cac{I(x)} ", ""},
    {"nested statements combined", "Cac{Cac{I(x)}", " [XOR] Cac{I(x)}", "}"},
    {"sides of a pair", "A(x) {I(a)", " [OR] I(a)", "}"},
    {"many around many sides", "{I(a) [OR] I(b)} ", "A%u(x) ", ""},
    {"groups without symbols", "Cac{Cac{I(x)}", " [OR] {Cac{I(x)}}", "}"},
    {"operators", "A(x) ", "[AND] ", ""},
    {"annotations", "A(x) ", "[a]", ""},
    {"annotations in annotations", "A(x) ", "[", ""},
    {"letters before a bracket", "", "A", "(x)"},
    {"symbols before a bracket", "", "A.", "(x)"},
    {"commas before a bracket", "A", ",p", "(x)"},
    {"suffixes before each bracket", "", "A.A.A.A.A.A.A.A(", ""},
    {"words", "A(x) ", "well ", ""},
    {"line ends", "A(x)", "\n", "I(y)"},
    {"stray parentheses", "A(x) ", "(y) ", ""},
    {"brackets that cross", "A(x) ", "( [ ) ] ", ""},
    {"open parentheses", "A", "(", ""},
    {"closing parentheses", "A(x)", ")", ""},
    {"open braces", "Cac", "{", ""},
    {"open headers", "", "A(", ""},
    {"open nested headers", "", "Cac{", ""},
    {"open annotations", "A", "[", ""},
};

/* Opened, and all closed again. */
static const struct {
  const char *name, *head, *open, *close, *tail;
} deep[] = {
    {"parentheses in words", "A(", "(", ")", ")"},
    {"deep combinations", "A(a", " [AND] (b", ")", ")"},
    {"deep words around combinations", "A(", "a (", ")", ")"},
    {"deep groups", "Cac", "{", "}", ""},
    {"deep statements", "", "Cac{A(x) ", "}", ""},
    {"deep pairs", "", "{A(x) [OR] ", "}", ""},
    {"deep annotations", "A(x)", "[", "]", ""},
};

static policy_error error;
static bool clean;
static size_t peak;

/* User time of reading, printing and showing; a refusal counts as much as a result. */
static double measure(const policy_buffer *text) {
  policy_options options = POLICY_OPTIONS_INIT;
  tally t;
  tally_init(&t);
  options.allocator = &t.allocator;
  policy_buffer out = {.allocator = t.allocator};
  error.code = POLICY_OK;
  double begin = user_seconds();
  policy_igscript *script = policy_igscript_parse(text->data, text->size, &options, &error);
  if (script != NULL) (void)policy_igscript_print(script, &out, &error);
  if (script != NULL) (void)policy_igscript_tree(script, 0, &out, &error);
  if (script != NULL) (void)policy_igscript_tree(script, POLICY_IGSCRIPT_FLAT | POLICY_IGSCRIPT_SHARED, &out, &error);
  double spent = user_seconds() - begin;
  policy_igscript_free(script);
  policy_buffer_free(&out);
  clean = tally_is_clean(&t);
  peak = t.peak;
  return spent;
}

static void repeat(policy_buffer *text, const char *unit, size_t size) {
  char words[128];
  for (unsigned n = 0; text->size < size; n++) {
    int length = snprintf(words, sizeof words, unit, n, n);
    if (policy_buffer_append(text, words, (size_t)length) != POLICY_OK) return;
  }
}

static double measure_pattern(size_t n, size_t size) {
  policy_buffer text = POLICY_BUFFER_INIT;
  (void)policy_buffer_append(&text, patterns[n].head, strlen(patterns[n].head));
  repeat(&text, patterns[n].unit, size);
  (void)policy_buffer_append(&text, patterns[n].tail, strlen(patterns[n].tail));
  double spent = measure(&text);
  policy_buffer_free(&text);
  return spent;
}

static double measure_deep(size_t n, size_t size) {
  policy_buffer text = POLICY_BUFFER_INIT;
  size_t count = size / (strlen(deep[n].open) + strlen(deep[n].close));
  (void)policy_buffer_append(&text, deep[n].head, strlen(deep[n].head));
  for (size_t i = 0; i < count; i++) (void)policy_buffer_append(&text, deep[n].open, strlen(deep[n].open));
  for (size_t i = 0; i < count; i++) (void)policy_buffer_append(&text, deep[n].close, strlen(deep[n].close));
  (void)policy_buffer_append(&text, deep[n].tail, strlen(deep[n].tail));
  double spent = measure(&text);
  policy_buffer_free(&text);
  return spent;
}

/* Twice the time for twice the size, and as much again for chance, and a little that does not count. */
static void linear(const char *name, double (*run)(size_t, size_t), size_t n, size_t size) {
  bool good = false;
  double times[3] = {0, 0, 0};
  size_t most = 0;
  for (int attempt = 0; attempt < 3 && !good; attempt++) {
    good = true;
    for (int i = 0; i < 3; i++) {
      times[i] = run(n, size << i);
      good = good && clean && (i == 0 || times[i] <= 4 * times[i - 1] + 0.06);
      most = peak;
    }
  }
  const char *said = error.code != POLICY_OK ? error.message : "";
  tap_ok(good && most < (size_t)64 << 20, "%s: %.3f, %.3f, %.3f s, %zu KiB; %s", name, times[0], times[1], times[2],
         most >> 10, said);
}

/* A table is as large as the square of its combinations: it ends at its ceiling. */
static void tabulate(void) {
  policy_buffer text = POLICY_BUFFER_INIT, out = POLICY_BUFFER_INIT;
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_options options = POLICY_OPTIONS_INIT;
  limits.text = 4 << 20;
  options.limits = &limits;
  (void)policy_buffer_append(&text, "I(a", 3);
  repeat(&text, " [XOR] a", 80000);
  (void)policy_buffer_append(&text, ")", 1);
  policy_igscript *script = policy_igscript_parse(text.data, text.size, &options, &error);
  double begin = user_seconds();
  policy_status status = policy_igscript_table(script, 0, NULL, 0, &out, &error);
  double spent = user_seconds() - begin;
  tap_ok(script != NULL && status == POLICY_ERROR_LIMIT && spent < 5, "a table of 10,000 alternatives: %.1f s", spent);
  policy_igscript_free(script);
  policy_buffer_free(&text);
  policy_buffer_free(&out);
}

int main(void) {
  size_t size = (size_t)32 << 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  size /= 8;
#endif
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) linear(patterns[i].name, measure_pattern, i, size);
  for (size_t i = 0; i < sizeof deep / sizeof *deep; i++) linear(deep[i].name, measure_deep, i, size);
  tabulate();
  return tap_end();
}
