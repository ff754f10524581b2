/* The items of a script: components, nested statements, groups in braces, annotations and operators, each
   under the braces that it stands in. */
#include "igscript/script.h"

typedef struct ig_scan {
  policy_igscript *script;
  uint32_t item;   /* the one whose braces are open */
  uint32_t cursor; /* the byte behind what was taken */
  uint32_t token;  /* the next one */
} ig_scan;

static uint32_t add_item(ig_scan *scan, ig_item_kind kind, policy_span span) {
  policy_igscript *script = scan->script;
  policy_status status;
  uint32_t n = (uint32_t)script->items.count;
  ig_item *item = policy__array_push(&script->items, &status);
  if (item == NULL) {
    policy__ig_stop(script, status);
    return 0;
  }
  *item = (ig_item){.kind = kind, .symbol = IG_SYMBOLS, .op = IG_OPERATORS, .parent = scan->item,
                    .first = POLICY_NONE, .last = POLICY_NONE, .next = POLICY_NONE, .span = span};
  if (n == 0) {
    item->parent = POLICY_NONE;
    return n;
  }
  ig_item *parent = IG_ITEM(script, scan->item);
  item->depth = parent->depth + 1;
  if (parent->last != POLICY_NONE) IG_ITEM(script, parent->last)->next = n;
  else parent->first = n;
  parent->last = n;
  return n;
}

/* The token that closes a bracket, if that lies within the open braces. */
static bool find_mate(ig_scan *scan, uint32_t token, uint32_t *mate) {
  *mate = IG_TOKEN(scan->script, token)->mate;
  if (*mate < IG_ITEM(scan->script, scan->item)->close) return true;
  policy__ig_refuse(scan->script, POLICY_IGSCRIPT_UNABLE_TO_EXTRACT_COMPONENT_CONTENT,
                    IG_TOKEN(scan->script, token)->at, "this bracket and another one cross");
  return false;
}

/* Whether a component holds others of its symbol instead of words: A(A1(x) [OR] A2(y)). */
static bool holds_components(const policy_igscript *script, uint32_t token, uint32_t close, ig_symbol symbol) {
  policy_span content = {IG_TOKEN(script, token)->at + 1, IG_TOKEN(script, close)->at};
  uint32_t next = token + 1;
  if (next >= close || IG_TOKEN(script, next)->kind != '(') return false;
  ig_header header = policy__ig_header(script, next, content.begin);
  return header.symbol == symbol && header.begin == policy__ig_trim(script, content).begin && !header.glued &&
         (header.suffix.end == header.suffix.begin ||
          (script->text.data[header.suffix.begin] >= '0' && script->text.data[header.suffix.begin] <= '9'));
}

static void fill_item(ig_scan *scan, uint32_t n, const ig_header *header, uint32_t token, uint32_t close) {
  ig_item *item = IG_ITEM(scan->script, n);
  item->symbol = header->symbol;
  item->suffix = header->suffix;
  item->index = header->index;
  item->annotation = header->annotation;
  item->close = close;
  item->content = (policy_span){IG_TOKEN(scan->script, token)->at + 1, IG_TOKEN(scan->script, close)->at};
}

static void take_component(ig_scan *scan, const ig_header *header, uint32_t token) {
  policy_igscript *script = scan->script;
  uint32_t close;
  if (!find_mate(scan, token, &close)) return;
  uint32_t end = IG_TOKEN(script, close)->at + 1;
  if (holds_components(script, token, close, header->symbol)) {
    scan->cursor = IG_TOKEN(script, token)->at + 1;
    scan->token = token + 1;
    return;
  }
  policy_span span = {header->begin, end};
  const char *suffix = script->text.data + header->suffix.begin;
  bool lower = header->suffix.end > header->suffix.begin + 1 && suffix[0] >= 'a' && suffix[1] >= 'a';
  if (header->glued || (lower && header->annotation.end == 0))
    policy__ig_warn(script, POLICY_IGSCRIPT_WORD_BEFORE_BRACKET, span);
  if (policy__ig_symbols[header->symbol].plain) {
    uint32_t n = add_item(scan, IG_COMPONENT, span);
    if (script->status == POLICY_OK) fill_item(scan, n, header, token, close);
  } else {
    policy__ig_warn(script, POLICY_IGSCRIPT_UNREAD_OR_ELSE, span);
  }
  scan->cursor = end;
  scan->token = close + 1;
}

static void open_braces(ig_scan *scan, const ig_header *header, uint32_t token) {
  policy_igscript *script = scan->script;
  bool named = header->symbol != IG_SYMBOLS;
  uint32_t close, begin = named ? header->begin : IG_TOKEN(script, token)->at;
  if (!find_mate(scan, token, &close)) return;
  if (named && !policy__ig_symbols[header->symbol].nests) {
    policy__ig_refuse(script, POLICY_IGSCRIPT_IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING, begin,
                             "this symbol takes no braces");
    return;
  }
  if (IG_ITEM(script, scan->item)->depth >= script->limits.depth) {
    policy__ig_stop(script, POLICY_ERROR_LIMIT);
    return;
  }
  policy_span span = {begin, IG_TOKEN(script, close)->at + 1};
  uint32_t n = add_item(scan, named ? IG_NESTED : IG_GROUP, span);
  if (script->status != POLICY_OK) return;
  fill_item(scan, n, header, token, close);
  scan->item = n;
  scan->cursor = IG_TOKEN(script, token)->at + 1;
  scan->token = token + 1;
}

/* A bracket that begins no item: its inside is read on. */
static void pass_bracket(ig_scan *scan, uint32_t token) {
  policy_igscript *script = scan->script;
  const ig_token *bracket = IG_TOKEN(script, token);
  const char *text = script->text.data;
  uint32_t begin = bracket->at;
  while (bracket->kind == '(' && begin > scan->cursor && text[begin - 1] > ' ') begin--;
  bool capital = begin < bracket->at && text[begin] >= 'A' && text[begin] <= 'Z';
  policy_span span = {capital ? begin : bracket->at, bracket->at + 1};
  policy_igscript_code code =
      capital ? POLICY_IGSCRIPT_UNKNOWN_SYMBOL : POLICY_IGSCRIPT_POSSIBLY_MISSING_NON_PARSED_CONTENT;
  if (bracket->mate > token) policy__ig_warn(script, code, span);
  scan->cursor = bracket->at + 1;
  scan->token = token + 1;
}

/* An annotation of the statement, an operator, or the annotation in a header. */
static void take_square(ig_scan *scan, uint32_t token) {
  policy_igscript *script = scan->script;
  const ig_token *open = IG_TOKEN(script, token);
  uint32_t close = open->mate;
  const ig_token *end = IG_TOKEN(script, close);
  if (close >= IG_ITEM(script, scan->item)->close) {
    pass_bracket(scan, token);
    return;
  }
  bool touches = close + 1 < script->tokens.count && end[1].at == end->at + 1 &&
                 (end[1].kind == '(' || end[1].kind == '{') && open->op == IG_OPERATORS;
  if (touches && policy__ig_header(script, close + 1, scan->cursor).symbol != IG_SYMBOLS) {
    scan->token = close + 1;
    return;
  }
  for (uint32_t i = token + 1; i < close; i++)
    if (IG_TOKEN(script, i)->kind == '[') {
      pass_bracket(scan, token);
      return;
    }
  uint8_t op = open->op;
  policy_span span = {open->at, end->at + 1};
  uint32_t n = add_item(scan, op != IG_OPERATORS ? IG_JOINT : IG_ANNOTATION, span);
  if (script->status != POLICY_OK) return;
  IG_ITEM(script, n)->op = op;
  IG_ITEM(script, n)->annotation = span;
  scan->cursor = span.end;
  scan->token = close + 1;
}

static void take_bracket(ig_scan *scan) {
  policy_igscript *script = scan->script;
  uint32_t token = scan->token;
  ig_header header = {.symbol = IG_SYMBOLS};
  char kind = IG_TOKEN(script, token)->kind;
  if (kind == '[') {
    take_square(scan, token);
    return;
  }
  if (kind == '(' || kind == '{') header = policy__ig_header(script, token, scan->cursor);
  if (kind == '{') open_braces(scan, &header, token);
  else if (kind == '(' && header.symbol != IG_SYMBOLS) take_component(scan, &header, token);
  else pass_bracket(scan, token);
}

void policy__ig_find_items(policy_igscript *script) {
  ig_scan scan = {script, 0, 0, 0};
  uint32_t count = (uint32_t)script->tokens.count;
  if (script->status != POLICY_OK) return;
  uint32_t root = add_item(&scan, IG_ROOT, (policy_span){0, (uint32_t)script->text.size});
  if (script->status != POLICY_OK) return;
  IG_ITEM(script, root)->close = count;
  IG_ITEM(script, root)->content = IG_ITEM(script, root)->span;
  while (scan.token < count && script->status == POLICY_OK) {
    const ig_item *open = IG_ITEM(script, scan.item);
    if (scan.token != open->close) {
      take_bracket(&scan);
      continue;
    }
    scan.cursor = open->span.end;
    scan.token++;
    scan.item = open->parent;
  }
}
