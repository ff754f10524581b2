/* The tree of a script as JSON, in the form that IG Parser hands to D3. */
#include "base/status.h"
#include "igscript/render.h"

/* A node whose children are being written. */
typedef struct ig_open {
  uint32_t node, next; /* next: the child to come, or POLICY_NONE */
  uint32_t written;    /* children so far */
  uint8_t pass;        /* of a statement: 0 conditions, 1 the rest; of a text: which of its properties comes */
  bool merged;         /* its children stand among those of the node above */
} ig_open;

typedef struct ig_json {
  const policy_igscript *script;
  policy__writer *writer;
  unsigned flags;
  policy__array open;  /* of ig_open: a stack */
  policy__array stack; /* of uint32_t: scratch */
  policy_buffer words; /* scratch */
  uint64_t *variability; /* of each node, or NULL */
} ig_json;

static void write_quoted(policy__writer *writer, const char *bytes, size_t size) {
  policy__write(writer, "\"", 1);
  for (size_t i = 0, done = 0; i <= size; i++) {
    unsigned char c = i < size ? (unsigned char)bytes[i] : 0;
    if (i < size && c >= 0x20 && c != '"' && c != '\\') continue;
    policy__write(writer, bytes + done, i - done);
    done = i + 1;
    if (i == size) break;
    if (c < 0x20) policy__write_format(writer, "\\u%04x", (unsigned)c);
    else policy__write_format(writer, "\\%c", (char)c);
  }
  policy__write(writer, "\"", 1);
}

static void note(ig_json *json, policy_status status) {
  if (json->writer->status == POLICY_OK) json->writer->status = status;
}

static policy__writer scratch(ig_json *json) {
  json->words.size = 0;
  if (json->words.data != NULL) json->words.data[0] = '\0';
  return (policy__writer){&json->words, POLICY_OK};
}

static void write_scratch(ig_json *json, const char *member, const policy__writer *words) {
  note(json, words->status);
  if (json->words.size == 0 && member[0] == ',') return;
  policy__write_text(json->writer, member);
  write_quoted(json->writer, json->words.size > 0 ? json->words.data : "", json->words.size);
}

static bool is_bare(const ig_json *json) {
  return (json->flags & POLICY_IGSCRIPT_SHARED) == 0;
}

/* ---- Degree of Variability ------------------------------------------------------------------------------ */

static uint64_t add(uint64_t a, uint64_t b) {
  return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

static uint64_t multiply(uint64_t a, uint64_t b) {
  return b != 0 && a > UINT64_MAX / b ? UINT64_MAX : a * b;
}

/* In how many ways a node can be met: exactly one of several, any of several, or all. */
static uint64_t join_ways(const ig_node *node, uint64_t so_far, uint64_t more) {
  if (node->kind == IG_STATEMENT) return multiply(so_far, more);
  if (node->op == IG_XOR) return add(so_far, more);
  if (node->op == IG_OR) return add(add(so_far, more), multiply(so_far, more));
  return add(so_far, more) - 1;
}

/* Children come behind their parents, so backwards each is done before it is needed. */
static void count_ways(ig_json *json) {
  const policy_igscript *script = json->script;
  for (size_t i = script->nodes.count; i-- > 0;) {
    const ig_node *node = IG_NODE(script, i);
    uint64_t ways = 1;
    for (uint32_t n = node->first; n != POLICY_NONE; n = IG_NODE(script, n)->next) {
      if (n == node->first) ways = json->variability[n];
      else ways = join_ways(node, ways, json->variability[n]);
    }
    json->variability[i] = ways;
  }
}

/* ---- properties ----------------------------------------------------------------------------------------- */

static ig_symbol property_of(const ig_node *node) {
  if (node->kind == IG_STATEMENT || node->symbol == IG_SYMBOLS) return IG_SYMBOLS;
  ig_symbol property = policy__ig_symbols[node->symbol].property;
  return property != IG_SYMBOLS && policy__ig_symbols[property].is_property ? property : IG_SYMBOLS;
}

/* The n-th tree of properties of a text: shared ones, shared nested ones, its own; or POLICY_NONE. */
static uint32_t property_tree(const policy_igscript *script, const ig_node *node, unsigned n) {
  ig_symbol property = property_of(node);
  if (n < 2)
    return property == IG_SYMBOLS || node->statement == POLICY_NONE
               ? POLICY_NONE
               : policy__ig_root(script, node->statement, property, n == 1);
  if (node->private_ == POLICY_NONE || node->kind != IG_TEXT) return POLICY_NONE;
  const ig_node *own = IG_NODE(script, node->private_);
  return own->count == 1 ? own->first : node->private_;
}

static bool has_properties(const ig_json *json, const ig_node *node) {
  if (node->kind != IG_TEXT || (json->flags & POLICY_IGSCRIPT_FLAT)) return false;
  for (unsigned n = 0; n < 3; n++)
    if (property_tree(json->script, node, n) != POLICY_NONE) return true;
  return false;
}

/* The member "prop": all properties in words. */
static void write_flat_properties(ig_json *json, const ig_node *node) {
  policy__writer words = scratch(json);
  for (unsigned n = 0; n < 3; n++) {
    uint32_t tree = property_tree(json->script, node, n);
    if (tree == POLICY_NONE) continue;
    bool own = tree == node->private_;
    for (uint32_t i = own ? IG_NODE(json->script, tree)->first : tree; i != POLICY_NONE;
         i = own ? IG_NODE(json->script, i)->next : POLICY_NONE) {
      if (json->words.size > 0) policy__write_text(&words, ", ");
      bool marked = n == 1; /* nested statements that several components share show their symbols */
      note(json, policy__ig_write_flat(json->script, i, is_bare(json), marked, &json->stack, &words));
    }
  }
  write_scratch(json, ",\"prop\":", &words);
}

/* Whether a root of properties shows up with the components that it qualifies. */
static bool is_shown_elsewhere(const policy_igscript *script, uint32_t node) {
  const ig_node *root = IG_NODE(script, node);
  if (!policy__ig_symbols[root->symbol].is_property) return false;
  return policy__ig_root(script, root->statement == POLICY_NONE ? root->parent : root->statement, root->symbol - 1,
                         false) != POLICY_NONE;
}

/* ---- writing -------------------------------------------------------------------------------------------- */

static const char *code_of(const ig_node *node) {
  return node->symbol == IG_SYMBOLS ? "" : policy__ig_symbols[node->symbol].code;
}

static void write_facts(ig_json *json, uint32_t n) {
  const ig_node *node = IG_NODE(json->script, n);
  if (json->flags & POLICY_IGSCRIPT_FLAT) write_flat_properties(json, node);
  if (json->flags & POLICY_IGSCRIPT_ANNOTATIONS) {
    policy__writer words = scratch(json);
    policy__ig_write_annotations(json->script, n, &words);
    write_scratch(json, ",\"anno\":", &words);
  }
  if (json->variability != NULL && n != 0)
    policy__write_format(json->writer, ",\"dov\":\"%llu\"", (unsigned long long)json->variability[n]);
}

static void write_place(ig_json *json, const ig_node *node) {
  policy__write_format(json->writer, ",\"comp\":\"%s\",\"level\":%u", code_of(node), (unsigned)node->level);
}

static void open_statement(ig_json *json, uint32_t n) {
  const ig_node *node = IG_NODE(json->script, n);
  policy__writer words = scratch(json);
  if (n == 0 && json->variability != NULL)
    policy__write_format(&words, "DoV: %llu", (unsigned long long)json->variability[n]);
  else policy__write_text(&words, code_of(node));
  write_scratch(json, "{\"name\":", &words);
  policy__write_format(json->writer, ",\"level\":%u", (unsigned)node->level);
  write_facts(json, n);
  policy__write_text(json->writer, ",\"children\":[");
}

static void open_combination(ig_json *json, const ig_node *node) {
  bool binary = (json->flags & POLICY_IGSCRIPT_BINARY) != 0;
  for (uint32_t i = binary && node->count > 1 ? node->count - 1 : 1; i > 0; i--)
    policy__write_format(json->writer, "{\"name\":\"%s\",\"children\":[", policy__ig_operators[node->op]);
}

static void close_combination(ig_json *json, uint32_t n) {
  policy__write_text(json->writer, "]");
  write_place(json, IG_NODE(json->script, n));
  write_facts(json, n);
  policy__write_text(json->writer, "}");
}

/* Writes the beginning of a node; a leaf whole. */
static void open_node(ig_json *json, uint32_t n, bool merged) {
  const ig_node *node = IG_NODE(json->script, n);
  policy_status status;
  bool leaf = node->kind == IG_TEXT && !has_properties(json, node);
  if (node->kind == IG_STATEMENT) open_statement(json, n);
  else if (node->kind == IG_COMBINATION && !merged) open_combination(json, node);
  if (node->kind == IG_TEXT) {
    policy__writer words = scratch(json);
    policy__ig_write_words(json->script, n, is_bare(json), &words);
    write_scratch(json, "{\"name\":", &words);
    write_place(json, node);
    write_facts(json, n);
    policy__write_text(json->writer, leaf ? "}" : ",\"pos\":\"b\",\"children\":[");
  }
  if (leaf) return;
  ig_open *open = policy__array_push(&json->open, &status);
  if (open == NULL) {
    note(json, status);
    return;
  }
  *open = (ig_open){.node = n, .next = node->first, .merged = merged};
  if (!(json->flags & POLICY_IGSCRIPT_CONDITIONS_FIRST) && node->kind == IG_STATEMENT) open->pass = 2;
}

/* Whether a child of a statement belongs to the present pass. */
static bool is_due(const ig_json *json, const ig_open *open, uint32_t child) {
  bool condition = IG_NODE(json->script, child)->symbol == IG_CAC;
  if (open->pass < 2 && condition != (open->pass == 0)) return false;
  return !is_shown_elsewhere(json->script, child);
}

/* The next child to write, or POLICY_NONE at the end. */
static uint32_t next_child(ig_json *json, ig_open *open) {
  const policy_igscript *script = json->script;
  const ig_node *node = IG_NODE(script, open->node);
  if (node->kind == IG_TEXT) {
    while (open->pass < 3) {
      uint32_t tree = property_tree(script, node, open->pass++);
      if (tree != POLICY_NONE) return tree;
    }
    return POLICY_NONE;
  }
  for (;;) {
    uint32_t child = open->next;
    if (child == POLICY_NONE && node->kind == IG_STATEMENT && open->pass == 0) {
      open->pass = 1;
      open->next = node->first;
      continue;
    }
    if (child == POLICY_NONE) return child;
    open->next = IG_NODE(script, child)->next;
    if (node->kind != IG_STATEMENT || is_due(json, open, child)) return child;
  }
}

static void close_node(ig_json *json, const ig_open *open) {
  ig_node_kind kind = IG_NODE(json->script, open->node)->kind;
  if (open->merged) return;
  if (kind == IG_COMBINATION && !(json->flags & POLICY_IGSCRIPT_BINARY)) close_combination(json, open->node);
  else if (kind != IG_COMBINATION) policy__write_text(json->writer, "]}");
}

/* Whether a part of a combination is one with the same operator, whose parts may take its place. */
static bool merges(const ig_json *json, uint32_t node, uint32_t child) {
  const ig_node *above = IG_NODE(json->script, node), *below = IG_NODE(json->script, child);
  return !(json->flags & POLICY_IGSCRIPT_BINARY) && above->kind == IG_COMBINATION && below->kind == IG_COMBINATION &&
         above->op == below->op;
}

static void write_step(ig_json *json) {
  ig_open *open = POLICY__AT(&json->open, ig_open, json->open.count - 1);
  uint32_t node = open->node, child = next_child(json, open);
  bool binary = IG_NODE(json->script, node)->kind == IG_COMBINATION && (json->flags & POLICY_IGSCRIPT_BINARY);
  if (binary && open->written > 1) close_combination(json, node);
  if (child == POLICY_NONE) {
    ig_open closed = *open;
    json->open.count--;
    close_node(json, &closed);
    return;
  }
  bool merged = merges(json, node, child);
  ig_open *counted = open;
  for (size_t i = json->open.count - 1; counted->merged && i > 0; i--)
    counted = POLICY__AT(&json->open, ig_open, i - 1);
  if (!merged && counted->written++ > 0) policy__write(json->writer, ",", 1);
  open_node(json, child, merged);
}

policy_status policy_igscript_tree(const policy_igscript *script, unsigned flags, policy_buffer *buffer,
                                   policy_error *error) {
  if (script == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const policy_allocator *allocator =
      buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  policy__writer writer = {buffer, POLICY_OK};
  ig_json json = {.script = script, .writer = &writer, .flags = flags};
  size_t start = buffer->size, ways = script->nodes.count * sizeof(uint64_t);
  policy__array_init(&json.open, allocator, sizeof(ig_open), UINT32_MAX);
  policy__array_init(&json.stack, allocator, sizeof(uint32_t), UINT32_MAX);
  json.words.allocator = *allocator;
  if (flags & POLICY_IGSCRIPT_VARIABILITY) {
    json.variability = policy__allocate(allocator, ways);
    if (json.variability == NULL) writer.status = POLICY_ERROR_NO_MEMORY;
    else count_ways(&json);
  }
  if (writer.status == POLICY_OK) open_node(&json, 0, false);
  while (json.open.count > 0 && writer.status == POLICY_OK) {
    write_step(&json);
    if (buffer->size - start > script->limits.text) writer.status = POLICY_ERROR_LIMIT;
  }
  policy__array_free(&json.open);
  policy__array_free(&json.stack);
  policy_buffer_free(&json.words);
  policy__release(allocator, json.variability, ways);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = start;
  if (buffer->data != NULL) buffer->data[start] = '\0';
  return policy__fail_plain(error, writer.status);
}
