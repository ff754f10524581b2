/* IG Script: what is read and refused, trees, tables, the normal form and the warnings. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <policy.h>

#include "tally.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static policy_igscript *parse(const char *text) {
  policy_error error = {POLICY_OK, 0, ""};
  policy_igscript *script = policy_igscript_parse(text, strlen(text), NULL, &error);
  ck_assert_msg(script != NULL, "%s: %s", text, error.message);
  return script;
}

/* Compares JSON in which ' stands for ". */
static void expect_tree(const char *text, unsigned flags, const char *expected) {
  char want[4096];
  policy_buffer out = POLICY_BUFFER_INIT;
  policy_igscript *script = parse(text);
  ck_assert_int_eq(policy_igscript_tree(script, flags, &out, NULL), POLICY_OK);
  ck_assert_uint_lt(strlen(expected), sizeof want);
  strcpy(want, expected);
  for (char *at = want; *at != '\0'; at++)
    if (*at == '\'') *at = '"';
  ck_assert_str_eq(out.data, want);
  policy_buffer_free(&out);
  policy_igscript_free(script);
}

static void expect_table(const char *text, unsigned flags, const char *expected) {
  policy_buffer out = POLICY_BUFFER_INIT;
  policy_igscript *script = parse(text);
  ck_assert_int_eq(policy_igscript_table(script, flags | POLICY_IGSCRIPT_NO_HEADER, NULL, '\0', &out, NULL), POLICY_OK);
  ck_assert_str_eq(out.data, expected);
  policy_buffer_free(&out);
  policy_igscript_free(script);
}

/* ---- refused -------------------------------------------------------------------------------------------- */

static const struct {
  const char *text, *code;
  unsigned at;
} refused[] = {
    {"", "EMPTY STATEMENT", 0},
    {" \n\t", "EMPTY STATEMENT", 0},
    {"Farmers keep the dam.", "EMPTY STATEMENT", 0},
    {"O(fined)", "EMPTY STATEMENT", 0},
    {"A(x) Cac{ only words }", "EMPTY STATEMENT", 9},
    {"A(farmer", "IMBALANCED_PARENTHESES", 1},
    {"A(farmer)) I(x)", "IMBALANCED_PARENTHESES", 9},
    {"Cac{A(farmer)", "IMBALANCED_PARENTHESES", 3},
    {"A(farmer) I(x)}", "IMBALANCED_PARENTHESES", 14},
    {"A[role(farmer)", "IMBALANCED_PARENTHESES", 1},
    {"A(x) ] I(y) [", "UNABLE_TO_EXTRACT_COMPONENT_CONTENT", 5},
    {"A(x) ) ( I(y)", "UNABLE_TO_EXTRACT_COMPONENT_CONTENT", 5},
    {"Cac{ A(x} ) I(y)", "UNABLE_TO_EXTRACT_COMPONENT_CONTENT", 6},
    {"A(x) I(dig) Bdir(a) I(dig)", "DUPLICATE_COMPONENT_ENTRIES", 20},
    {"A(x) I(dig [AND] fill [OR] drain)", "INVALID_LOGICAL_OPERATOR_COMBINATIONS", 22},
    {"A(x) I(dig [OR] [AND] fill)", "INVALID_LOGICAL_OPERATOR_COMBINATIONS", 16},
    {"I((dig [AND] ))", "EMPTY_LEAF_VALUE", 12},
    {"I(( [AND] dig))", "EMPTY_LEAF_VALUE", 3},
    {"I((dig [AND]))", "INVALID_COMBINATION_IN_INPUT", 12},
    {"Cac{Cac{A(x) I(y)} [OR] Cac(rain)}", "INVALID_COMBINATION_IN_INPUT", 4},
    {"Cac{Cac{A(x) I(y)} Cac{A(v) I(w)} [OR] Cac{A(a) I(b)}}", "INVALID_COMBINATION_IN_INPUT", 4},
    {"Cac{Cac{A(x) I(y)} [OR] Cex{A(v) I(w)}}", "INVALID_TYPE_COMBINATIONS_IN_NESTED_STATEMENT_COMBINATIONS", 24},
    {"Cac{Cac{A(x) I(y)} [OR] Cac{A(a) I(b)} [AND] Cac{A(v) I(w)}}", "INVALID_LOGICAL_OPERATOR_COMBINATIONS", 39},
    {"Cac{A(x) I(y)} [OR] Cac{A(a) I(b)} [AND] Cac{A(v) I(w)}", "INVALID_LOGICAL_OPERATOR_COMBINATIONS", 35},
    {"A(x) {I(y) Bdir(z)}", "IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING", 5},
    {"A{E(rain) F(falls)}", "IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING", 0},
    {"I(x) D{A(y)}", "IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING", 5},
    {"A(x) Cac{{A(y) I(z)}}", "IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING", 9},
    {"A(x) {I(a) Bdir(b [OR] c) I(d)}", "INVALID_COMPONENT_PAIR_COMBINATION", 5},
    {"A(x) {I(a [OR] b) Bdir(c) I(d)}", "IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING", 5},
    {"A(x) {I(a) [OR] }", "INVALID_COMPONENT_PAIR_COMBINATION", 5},
    {"{I(a) [OR] I(b) [XOR] I(c)}", "INVALID_LOGICAL_OPERATOR_COMBINATIONS", 16},
    {"{I(a) [OR] I(b)} {Cac(c) [OR] Cac(d)}", "MULTIPLE_COMPONENT_PAIRS_ON_NESTING_LEVEL", 17},
};

START_TEST(what_is_wrong_is_named_with_its_place) {
  policy_error error = {POLICY_OK, 0, ""};
  const char *text = refused[_i].text;
  size_t size = strlen(refused[_i].code);
  policy_igscript *script = policy_igscript_parse(text, strlen(text), NULL, &error);
  ck_assert_msg(script == NULL, "%s", text);
  ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  ck_assert_msg(strncmp(error.message, refused[_i].code, size) == 0 && error.message[size] == ':', "%s: %s", text,
                error.message);
  ck_assert_msg(error.offset == refused[_i].at, "%s: byte %llu", text, (unsigned long long)error.offset);
}
END_TEST

START_TEST(places_are_those_of_the_source) {
  policy_error error = {POLICY_OK, 0, ""};
  static const char text[] = "\xEF\xBB\xBF" "A(caf\xC3\xA9)\r\n  I(dig [AND]\r\n [OR] x)";
  ck_assert_ptr_null(policy_igscript_parse(text, sizeof text - 1, NULL, &error));
  ck_assert_uint_eq(error.offset, 29);
  ck_assert_ptr_nonnull(strstr(error.message, "(line 3, column 2)"));
}
END_TEST

/* ---- trees ---------------------------------------------------------------------------------------------- */

START_TEST(components_stand_in_the_order_of_the_grammar) {
  expect_tree("Cex(by May) I(send) to Bind(the court) Bdir(a report) D(must) A(The board) Cac(each year)", 0,
              "{'name':'','level':0,'children':[{'name':'The board','comp':'A','level':0},"
              "{'name':'must','comp':'D','level':0},{'name':'send','comp':'I','level':0},"
              "{'name':'a report','comp':'Bdir','level':0},{'name':'the court','comp':'Bind','level':0},"
              "{'name':'each year','comp':'Cac','level':0},{'name':'by May','comp':'Cex','level':0}]}");
  expect_tree("P(an organ) F(is) M(shall) E(The board)", 0,
              "{'name':'','level':0,'children':[{'name':'The board','comp':'E','level':0},"
              "{'name':'shall','comp':'M','level':0},{'name':'is','comp':'F','level':0},"
              "{'name':'an organ','comp':'P','level':0}]}");
}
END_TEST

START_TEST(combinations_are_read_to_any_depth) {
  expect_tree("I(dig [AND] fill [AND] drain)", 0,
              "{'name':'','level':0,'children':[{'name':'AND','children':[{'name':'dig','comp':'I','level':0},"
              "{'name':'fill','comp':'I','level':0},{'name':'drain','comp':'I','level':0}],'comp':'I','level':0}]}");
  expect_tree("I(dig [AND] fill [AND] drain)", POLICY_IGSCRIPT_BINARY,
              "{'name':'','level':0,'children':[{'name':'AND','children':[{'name':'AND','children':["
              "{'name':'dig','comp':'I','level':0},{'name':'fill','comp':'I','level':0}],'comp':'I','level':0},"
              "{'name':'drain','comp':'I','level':0}],'comp':'I','level':0}]}");
  expect_tree("A((owner [OR] (heir (s) [XOR] tenant)) [AND] clerk)", 0,
              "{'name':'','level':0,'children':[{'name':'AND','children':[{'name':'OR','children':["
              "{'name':'owner','comp':'A','level':0},{'name':'XOR','children':["
              "{'name':'heir (s)','comp':'A','level':0},{'name':'tenant','comp':'A','level':0}],'comp':'A','level':0}],"
              "'comp':'A','level':0},{'name':'clerk','comp':'A','level':0}],'comp':'A','level':0}]}");
}
END_TEST

START_TEST(shared_words_belong_to_all_parts) {
  static const char text[] = "I(keep (clean [OR] dry) all year)";
  expect_tree(text, 0,
              "{'name':'','level':0,'children':[{'name':'OR','children':[{'name':'clean','comp':'I','level':0},"
              "{'name':'dry','comp':'I','level':0}],'comp':'I','level':0}]}");
  expect_tree(text, POLICY_IGSCRIPT_SHARED,
              "{'name':'','level':0,'children':[{'name':'OR','children':["
              "{'name':'keep clean all year','comp':'I','level':0},"
              "{'name':'keep dry all year','comp':'I','level':0}],'comp':'I','level':0}]}");
  expect_tree("I(read (a [OR] b) and (c [XOR] d) aloud)", POLICY_IGSCRIPT_SHARED,
              "{'name':'','level':0,'children':[{'name':'wAND','children':[{'name':'OR','children':["
              "{'name':'read a','comp':'I','level':0},{'name':'read b','comp':'I','level':0}],'comp':'I','level':0},"
              "{'name':'XOR','children':[{'name':'and c aloud','comp':'I','level':0},"
              "{'name':'and d aloud','comp':'I','level':0}],'comp':'I','level':0}],'comp':'I','level':0}]}");
}
END_TEST

START_TEST(what_is_no_operator_is_text) {
  expect_tree("A([board]) I(dig [AN] (a ditch) [source], e.g. \"deep\\\")", 0,
              "{'name':'','level':0,'children':[{'name':'[board]','comp':'A','level':0},"
              "{'name':'dig [AN] (a ditch) [source], e.g. \\'deep\\\\\\'','comp':'I','level':0}]}");
  expect_tree("A(owner)\nI(dig\na ditch)", 0,
              "{'name':'','level':0,'children':[{'name':'owner','comp':'A','level':0},"
              "{'name':'dig a ditch','comp':'I','level':0}]}");
}
END_TEST

START_TEST(equal_symbols_are_joined) {
  expect_tree("A(owner) and A(tenant) I(pay)", 0,
              "{'name':'','level':0,'children':[{'name':'bAND','children':[{'name':'owner','comp':'A','level':0},"
              "{'name':'tenant','comp':'A','level':0}],'comp':'A','level':0},{'name':'pay','comp':'I','level':0}]}");
  expect_tree("A(A1(owner) [OR] A2(tenant))", 0,
              "{'name':'','level':0,'children':[{'name':'bAND','children':[{'name':'owner','comp':'A','level':0},"
              "{'name':'tenant','comp':'A','level':0}],'comp':'A','level':0}]}");
}
END_TEST

START_TEST(statements_nest) {
  expect_tree("A(x) Cac{when E(rain) F(falls) O{A(y) I(z)}}", 0,
              "{'name':'','level':0,'children':[{'name':'x','comp':'A','level':0},{'name':'Cac','level':1,'children':["
              "{'name':'rain','comp':'E','level':1},{'name':'falls','comp':'F','level':1},{'name':'O','level':2,"
              "'children':[{'name':'y','comp':'A','level':2},{'name':'z','comp':'I','level':2}]}]}]}");
  expect_tree("Cac{if Cac{I(a)} or [OR] {Cac{I(b)} [AND] Cac{I(c)}}.}", 0,
              "{'name':'','level':0,'children':[{'name':'OR','children':[{'name':'Cac','level':1,'children':["
              "{'name':'a','comp':'I','level':1}]},{'name':'AND','children':[{'name':'Cac','level':1,'children':["
              "{'name':'b','comp':'I','level':1}]},{'name':'Cac','level':1,'children':["
              "{'name':'c','comp':'I','level':1}]}],'comp':'Cac','level':0}],'comp':'Cac','level':0}]}");
  expect_tree("Cac{I(a)} [XOR] Cac{I(b)}", 0,
              "{'name':'','level':0,'children':[{'name':'XOR','children':[{'name':'Cac','level':1,'children':["
              "{'name':'a','comp':'I','level':1}]},{'name':'Cac','level':1,'children':["
              "{'name':'b','comp':'I','level':1}]}],'comp':'Cac','level':0}]}");
}
END_TEST

START_TEST(pairs_make_statements) {
  expect_tree("A(x) {I(a) Bdir(b) [XOR] {I(c) [AND] I(d)}} Cex(e)", 0,
              "{'name':'XOR','children':[{'name':'','level':1,'children':[{'name':'x','comp':'A','level':1},"
              "{'name':'a','comp':'I','level':1},{'name':'b','comp':'Bdir','level':1},"
              "{'name':'e','comp':'Cex','level':1}]},{'name':'AND','children':[{'name':'','level':1,'children':["
              "{'name':'x','comp':'A','level':1},{'name':'c','comp':'I','level':1},"
              "{'name':'e','comp':'Cex','level':1}]},{'name':'','level':1,'children':["
              "{'name':'x','comp':'A','level':1},{'name':'d','comp':'I','level':1},"
              "{'name':'e','comp':'Cex','level':1}]}],'comp':'','level':0}],'comp':'','level':0}");
  expect_tree("O{A(x) {I(a) [OR] I(b)}}", 0,
              "{'name':'','level':0,'children':[{'name':'OR','children':[{'name':'O','level':1,'children':["
              "{'name':'x','comp':'A','level':1},{'name':'a','comp':'I','level':1}]},{'name':'O','level':1,'children':["
              "{'name':'x','comp':'A','level':1},{'name':'b','comp':'I','level':1}]}],'comp':'O','level':0}]}");
}
END_TEST

START_TEST(properties_stand_with_their_component) {
  static const char text[] = "Bdir,p(old) Bdir1(wells) Bdir1,p1(dry) Bdir1,p2(deep) Bdir(pumps)";
  expect_tree(text, 0,
              "{'name':'','level':0,'children':[{'name':'bAND','children':["
              "{'name':'wells','comp':'Bdir','level':0,'pos':'b','children':[{'name':'old','comp':'Bdir,p','level':0},"
              "{'name':'bAND','children':[{'name':'dry','comp':'Bdir,p','level':0},"
              "{'name':'deep','comp':'Bdir,p','level':0}],'comp':'Bdir,p','level':0}]},"
              "{'name':'pumps','comp':'Bdir','level':0,'pos':'b','children':["
              "{'name':'old','comp':'Bdir,p','level':0}]}],'comp':'Bdir','level':0}]}");
  expect_tree(text, POLICY_IGSCRIPT_FLAT,
              "{'name':'','level':0,'children':[{'name':'bAND','children':["
              "{'name':'wells','comp':'Bdir','level':0,'prop':'old, dry, deep'},"
              "{'name':'pumps','comp':'Bdir','level':0,'prop':'old'}],'comp':'Bdir','level':0,'prop':'old'}]}");
  expect_tree("A,p(alone)", 0, "{'name':'','level':0,'children':[{'name':'alone','comp':'A,p','level':0}]}");
}
END_TEST

START_TEST(annotations_are_kept) {
  expect_tree("[a] A1[role=[x,y]](owner) [b(c)] Cac[when]{[d] I[k](dig [OR] fill)}", POLICY_IGSCRIPT_ANNOTATIONS,
              "{'name':'','level':0,'anno':'[a][b(c)]','children':["
              "{'name':'owner','comp':'A','level':0,'anno':'[role=[x,y]]'},{'name':'Cac','level':1,'anno':'[when][d]',"
              "'children':[{'name':'OR','children':[{'name':'dig','comp':'I','level':1,'anno':'[k]'},"
              "{'name':'fill','comp':'I','level':1,'anno':'[k]'}],'comp':'I','level':1,'anno':'[k]'}]}]}");
}
END_TEST

START_TEST(variability_counts_the_ways) {
  expect_tree("A(x [OR] y) I(a [XOR] b [XOR] c)", POLICY_IGSCRIPT_VARIABILITY,
              "{'name':'DoV: 9','level':0,'children':[{'name':'OR','children':["
              "{'name':'x','comp':'A','level':0,'dov':'1'},{'name':'y','comp':'A','level':0,'dov':'1'}],"
              "'comp':'A','level':0,'dov':'3'},{'name':'XOR','children':[{'name':'a','comp':'I','level':0,'dov':'1'},"
              "{'name':'b','comp':'I','level':0,'dov':'1'},{'name':'c','comp':'I','level':0,'dov':'1'}],"
              "'comp':'I','level':0,'dov':'3'}]}");
}
END_TEST

START_TEST(conditions_may_come_first) {
  expect_tree("A(x) Cac(rain)", POLICY_IGSCRIPT_CONDITIONS_FIRST,
              "{'name':'','level':0,'children':[{'name':'rain','comp':'Cac','level':0},"
              "{'name':'x','comp':'A','level':0}]}");
}
END_TEST

/* ---- tables --------------------------------------------------------------------------------------------- */

START_TEST(rows_multiply) {
  expect_table("A(x) D(must) I(a [AND] b) Bdir(c [XOR] d) Cac{E(e) F(f)}", 0,
               "'1.1|x|||must|a|c|||||||||{1}.1||||||||||||||[AND].I.[1.3-4];[XOR].Bdir.[1.2,1.4]|\n"
               "'1.2|x|||must|a|d|||||||||{1}.1||||||||||||||[AND].I.[1.3-4];[XOR].Bdir.[1.1,1.3]|\n"
               "'1.3|x|||must|b|c|||||||||{1}.1||||||||||||||[AND].I.[1.1-2];[XOR].Bdir.[1.2,1.4]|\n"
               "'1.4|x|||must|b|d|||||||||{1}.1||||||||||||||[AND].I.[1.1-2];[XOR].Bdir.[1.1,1.3]|\n"
               "'{1}.1||||||||||||||||||e||||f||||||||\n");
}
END_TEST

START_TEST(links_tell_the_way) {
  expect_table("A(x) {I(a) [OR] I(b)}", 0,
               "'1.1|x||||a|||||||||||||||||||||||[OR].[1.2]||\n"
               "'1.2|x||||b|||||||||||||||||||||||[OR].[1.1]||\n");
  expect_table("Cac{Cac{I(a)} [XOR] Cac{I(b)}} Cac{I(c)}", 0,
               "'1|||||||||||||||{1}.1,{1}.2,{1}.3|||||||||||||||\n"
               "'{1}.1|||||a|||||||||||||||||||||||[XOR][{1}.2],[XOR AND][{1}.3]||\n"
               "'{1}.2|||||b|||||||||||||||||||||||[XOR][{1}.1],[XOR AND][{1}.3]||\n"
               "'{1}.3|||||c|||||||||||||||||||||||[AND XOR][{1}.1],[AND XOR][{1}.2]||\n");
}
END_TEST

START_TEST(cells_stay_cells) {
  expect_table("A(\"x|y\") A,p(p) A1(z) A1,p(q)", POLICY_IGSCRIPT_SHEETS,
               "=SPLIT(\"'1.1;''x|y';p; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ;[bAND].A.[1.2];\"; \";\")\n"
               "=SPLIT(\"'1.2;z;q,p; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ;[bAND].A.[1.1];\"; \";\")\n");
  expect_table("A(x|y) Cac{A(v) I(w)}", POLICY_IGSCRIPT_CORE, "'1|xy||||||||||||||v w|||||||||||||||\n");
}
END_TEST

START_TEST(columns_have_names) {
  policy_buffer out = POLICY_BUFFER_INIT;
  policy_igscript *script = parse("[note] A[role](x)");
  ck_assert_int_eq(policy_igscript_table(script, POLICY_IGSCRIPT_ANNOTATIONS, "7", '\t', &out, NULL), POLICY_OK);
  ck_assert_int_eq(strncmp(out.data, "Statement ID\tStatement Annotation\tAttributes\tA (Annotation)\t", 56), 0);
  ck_assert_ptr_nonnull(strstr(out.data, "\tOr Else Reference\tLogical Linkage (Statements)\t"));
  ck_assert_ptr_nonnull(strstr(out.data, "\n'7\t[note]\tx\t[role]\t"));
  policy_buffer_free(&out);
  policy_igscript_free(script);
  expect_table("A(x [OR]\ny|z)", POLICY_IGSCRIPT_SCRIPT,
               "'1.1|A(x [OR] yz)|x||||||||||||||||||||||||||||[OR].A.[1.2]|\n"
               "'1.2||yz||||||||||||||||||||||||||||[OR].A.[1.1]|\n");
}
END_TEST

/* ---- the normal form ------------------------------------------------------------------------------------ */

static const struct {
  const char *text, *normal;
} normals[] = {
    {"  A( owner )I(dig  [AND]\nfill)", "A(owner) I((dig  [AND] fill))"},
    {"If Cac{ it  A(rains) , } then\tI1,p2[x  y](z).", "If Cac{it A(rains) ,} then I1,p2[x  y](z)."},
    {"[a]A(x){ I(y)[OR]I(z) }end", "[a] A(x) {I(y) [OR] I(z)}end"},
    {"A(x) (stray) [b[c]]", "A(x) (stray) [b[c]]"},
    {"I(a (b [OR] c) d)", "I(a (b [OR] c) d)"},
};

static char *print(const char *text) {
  policy_buffer out = POLICY_BUFFER_INIT;
  policy_igscript *script = parse(text);
  ck_assert_int_eq(policy_igscript_print(script, &out, NULL), POLICY_OK);
  policy_igscript_free(script);
  return out.data;
}

START_TEST(the_normal_form_reads_the_same) {
  policy_buffer before = POLICY_BUFFER_INIT, after = POLICY_BUFFER_INIT;
  char *once = print(normals[_i].text), *twice = print(once);
  ck_assert_str_eq(once, normals[_i].normal);
  ck_assert_str_eq(twice, once);
  policy_igscript *first = parse(normals[_i].text), *second = parse(once);
  ck_assert_int_eq(policy_igscript_tree(first, POLICY_IGSCRIPT_SHARED, &before, NULL), POLICY_OK);
  ck_assert_int_eq(policy_igscript_tree(second, POLICY_IGSCRIPT_SHARED, &after, NULL), POLICY_OK);
  ck_assert_str_eq(before.data, after.data);
  policy_igscript_free(first);
  policy_igscript_free(second);
  policy_buffer_free(&before);
  policy_buffer_free(&after);
  free(once);
  free(twice);
}
END_TEST

/* ---- warnings ------------------------------------------------------------------------------------------- */

static const struct {
  const char *text, *codes;
} doubtful[] = {
    {"A(x) D(must) I(y)", ""},
    {"E(x) F(is) P(y)", ""},
    {"A(x) D(must)", "MISSING_AIM"},
    {"I(y)", "MISSING_ATTRIBUTES"},
    {"E(x) P(y)", "MISSING_FUNCTION"},
    {"F(is)", "MISSING_ENTITY"},
    {"A(x) I(y) P(z)", "MIXED_STATEMENT_TYPES"},
    {"A(x) I(y) D(must) D(may)", "REPEATED_DEONTIC"},
    {"A(x) I(y) A2,p(z)", "UNLINKED_PROPERTY"},
    {"A(x) I(y) Bdir,p(z)", "MISSING_OWNER"},
    {"A(x) I(y) Act(1990)", "WORD_BEFORE_BRACKET"},
    {"A(x) I(y) Wells(dry)", "UNKNOWN_SYMBOL"},
    {"A(x) I(y) (dry)", "POSSIBLY_MISSING_NON_PARSED_CONTENT"},
    {"A(x) I( ) Cex(z)", "EMPTY_COMPONENT"},
    {"A(x) I(y) O(fine)", "UNREAD_OR_ELSE"},
    {"A(x) {I(y) [OR] Bdir(z)} Cac{A(v)}", "MISSING_AIM MISSING_AIM"},
};

START_TEST(doubts_are_named) {
  char codes[512] = "";
  policy_igscript *script = parse(doubtful[_i].text);
  for (uint32_t i = 0; i < policy_igscript_warning_count(script); i++) {
    policy_igscript_warning warning = policy_igscript_warning_at(script, i);
    strcat(strcat(codes, i > 0 ? " " : ""), policy_igscript_code_name(warning.code));
    ck_assert_uint_le(warning.span.end, policy_igscript_text(script).size);
    ck_assert_str_ne(warning.message, "");
  }
  ck_assert_msg(strcmp(codes, doubtful[_i].codes) == 0, "%s: %s", doubtful[_i].text, codes);
  policy_igscript_free(script);
}
END_TEST

/* ---- ceilings ------------------------------------------------------------------------------------------- */

static policy_status status_of(const char *text, const policy_limits *limits) {
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {POLICY_OK, 0, ""};
  options.limits = limits;
  policy_igscript_free(policy_igscript_parse(text, strlen(text), &options, &error));
  return error.code;
}

START_TEST(ceilings_hold) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.depth = 3;
  ck_assert_int_eq(status_of("Cac{Cac{Cac{A(x)}}}", &limits), POLICY_OK);
  ck_assert_int_eq(status_of("Cac{Cac{Cac{Cac{A(x)}}}}", &limits), POLICY_ERROR_LIMIT);
  limits.input = 4;
  ck_assert_int_eq(status_of("A(x)", &limits), POLICY_OK);
  ck_assert_int_eq(status_of("A(xy)", &limits), POLICY_ERROR_LIMIT);
  policy_limits small = POLICY_LIMITS_INIT;
  small.memory = 2048;
  ck_assert_int_eq(status_of("A(x) I(y)", &small), POLICY_ERROR_LIMIT);
}
END_TEST

/* Pairs within shared conditions double at each level; the tree must not. */
START_TEST(doubling_ends_at_a_ceiling) {
  char text[2048] = "", *at = text;
  for (int i = 0; i < 40; i++) at += sprintf(at, "{I(a) [OR] I(b)} Cac{");
  at += sprintf(at, "A(x)");
  for (int i = 0; i < 40; i++) *at++ = '}';
  *at = '\0';
  ck_assert_int_eq(status_of(text, NULL), POLICY_ERROR_LIMIT);
}
END_TEST

START_TEST(too_many_rows_are_refused) {
  policy_buffer out = POLICY_BUFFER_INIT;
  char text[4096] = "", *at = text;
  static const char *const symbols[] = {"A", "I", "Bdir", "Bind", "Cac", "Cex", "E", "F", "P"};
  for (size_t i = 0; i < COUNT(symbols); i++)
    at += sprintf(at, "%s(a [OR] b [OR] c [OR] d [OR] e [OR] f [OR] g [OR] h) ", symbols[i]);
  policy_igscript *script = parse(text);
  ck_assert_int_eq(policy_igscript_table(script, 0, NULL, 0, &out, NULL), POLICY_ERROR_LIMIT);
  ck_assert_uint_eq(out.size, 0);
  policy_buffer_free(&out);
  policy_igscript_free(script);
}
END_TEST

START_TEST(nothing_for_nothing) {
  policy_error error = {POLICY_OK, 0, ""};
  ck_assert_ptr_null(policy_igscript_parse(NULL, 1, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  policy_igscript_free(NULL);
  ck_assert_uint_eq(policy_igscript_text(NULL).size, 0);
  ck_assert_uint_eq(policy_igscript_warning_count(NULL), 0);
  ck_assert_str_eq(policy_igscript_code_name((policy_igscript_code)999), "unknown");
}
END_TEST

Suite *suite_script(void);

Suite *suite_script(void) {
  Suite *suite = suite_create("script");
  TCase *tests = tcase_create("script");
  tcase_add_loop_test(tests, what_is_wrong_is_named_with_its_place, 0, (int)COUNT(refused));
  tcase_add_test(tests, places_are_those_of_the_source);
  tcase_add_test(tests, components_stand_in_the_order_of_the_grammar);
  tcase_add_test(tests, combinations_are_read_to_any_depth);
  tcase_add_test(tests, shared_words_belong_to_all_parts);
  tcase_add_test(tests, what_is_no_operator_is_text);
  tcase_add_test(tests, equal_symbols_are_joined);
  tcase_add_test(tests, statements_nest);
  tcase_add_test(tests, pairs_make_statements);
  tcase_add_test(tests, properties_stand_with_their_component);
  tcase_add_test(tests, annotations_are_kept);
  tcase_add_test(tests, variability_counts_the_ways);
  tcase_add_test(tests, conditions_may_come_first);
  tcase_add_test(tests, rows_multiply);
  tcase_add_test(tests, links_tell_the_way);
  tcase_add_test(tests, cells_stay_cells);
  tcase_add_test(tests, columns_have_names);
  tcase_add_loop_test(tests, the_normal_form_reads_the_same, 0, (int)COUNT(normals));
  tcase_add_loop_test(tests, doubts_are_named, 0, (int)COUNT(doubtful));
  tcase_add_test(tests, ceilings_hold);
  tcase_add_test(tests, doubling_ends_at_a_ceiling);
  tcase_add_test(tests, too_many_rows_are_refused);
  tcase_add_test(tests, nothing_for_nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
