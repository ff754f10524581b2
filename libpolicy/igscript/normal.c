/* A script in its normal form. */
#include "base/status.h"
#include "igscript/script.h"

typedef struct ig_print {
  const policy_igscript *script;
  policy__writer *writer;
  uint32_t cursor; /* the byte behind what was written */
  bool fresh;      /* an opening brace, or nothing, stands right before */
} ig_print;

/* Writes text with each run of white space as one space. */
static void write_collapsed(ig_print *print, policy_span span) {
  const char *text = print->script->text.data;
  uint32_t done = span.begin;
  for (uint32_t i = span.begin; i < span.end; i++) {
    if (!policy__ig_is_space(text[i])) continue;
    policy__write(print->writer, text + done, i - done);
    policy__write(print->writer, " ", 1);
    while (i + 1 < span.end && policy__ig_is_space(text[i + 1])) i++;
    done = i + 1;
  }
  if (done < span.end) policy__write(print->writer, text + done, span.end - done);
}

/* Writes words as they are, but for line ends, which become spaces. */
static void write_kept(ig_print *print, policy_span span) {
  const char *text = print->script->text.data;
  uint32_t done = span.begin;
  for (uint32_t i = span.begin; i < span.end; i++) {
    if (text[i] != '\n') continue;
    policy__write(print->writer, text + done, i - done);
    policy__write(print->writer, " ", 1);
    done = i + 1;
  }
  policy__write(print->writer, text + done, span.end - done);
}

/* Writes what stands before `end`; `closes`: a brace comes next, or the end. */
static void write_gap(ig_print *print, uint32_t end, bool closes) {
  policy_span gap = {print->cursor, end}, words = policy__ig_trim(print->script, gap);
  if (words.end == words.begin) {
    if (!print->fresh && !closes) policy__write(print->writer, " ", 1);
    return;
  }
  if (words.begin > gap.begin && !print->fresh) policy__write(print->writer, " ", 1);
  write_collapsed(print, words);
  if (words.end < gap.end && !closes) policy__write(print->writer, " ", 1);
}

/* Whether the content of a component has an operator outside of parentheses. */
static bool needs_parentheses(const policy_igscript *script, const ig_item *item) {
  for (uint32_t i = IG_TOKEN(script, item->close)->mate + 1; i < item->close; i++) {
    const ig_token *token = IG_TOKEN(script, i);
    if (token->kind == '[' && token->op != IG_OPERATORS) return true;
    if (token->kind == '(' && token->mate < item->close) i = token->mate;
  }
  return false;
}

void policy__ig_write_component(const policy_igscript *script, const ig_item *item, policy__writer *writer) {
  ig_print print = {script, writer, 0, false};
  bool wrapped = needs_parentheses(script, item);
  write_kept(&print, (policy_span){item->span.begin, item->content.begin});
  policy__write_text(writer, wrapped ? "(" : "");
  write_kept(&print, policy__ig_trim(script, item->content));
  policy__write_text(writer, wrapped ? "))" : ")");
}

static void write_item(ig_print *print, const ig_item *item) {
  bool braces = item->kind == IG_NESTED || item->kind == IG_GROUP;
  print->fresh = braces;
  if (item->kind != IG_COMPONENT && !braces) {
    write_kept(print, item->span);
    print->cursor = item->span.end;
    return;
  }
  if (braces) {
    write_kept(print, (policy_span){item->span.begin, item->content.begin});
    print->cursor = item->content.begin;
    return;
  }
  policy__ig_write_component(print->script, item, print->writer);
  print->cursor = item->span.end;
}

static void close_item(ig_print *print, uint32_t item) {
  const ig_item *open = IG_ITEM(print->script, item);
  write_gap(print, open->content.end, true);
  if (item != 0) policy__write(print->writer, "}", 1);
  print->cursor = open->span.end;
  print->fresh = false;
}

policy_status policy_igscript_print(const policy_igscript *script, policy_buffer *buffer, policy_error *error) {
  if (script == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  policy__writer writer = {buffer, POLICY_OK};
  ig_print print = {script, &writer, 0, true};
  size_t start = buffer->size;
  uint32_t open = 0;
  for (uint32_t i = 1; i <= script->items.count && writer.status == POLICY_OK; i++) {
    uint32_t parent = i < script->items.count ? IG_ITEM(script, i)->parent : POLICY_NONE;
    for (; open != parent && open != POLICY_NONE; open = IG_ITEM(script, open)->parent) close_item(&print, open);
    if (i == script->items.count) break;
    const ig_item *item = IG_ITEM(script, i);
    write_gap(&print, item->span.begin, false);
    write_item(&print, item);
    if (item->kind == IG_NESTED || item->kind == IG_GROUP) open = i;
  }
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = start;
  if (buffer->data != NULL) buffer->data[start] = '\0';
  return policy__fail_plain(error, writer.status);
}
