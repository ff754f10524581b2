/* A script as a table: a row for each atomic statement, as IG Parser's tabular output. */
#include <string.h>

#include "base/arena.h"
#include "base/status.h"
#include "igscript/render.h"

/* A statement whose rows are still to be written. */
typedef struct ig_row_task {
  uint32_t node;
  policy_string id, links; /* "{1}.2"; how it hangs together with others */
} ig_row_task;

/* The leaves of one symbol: its alternatives in the rows of a statement. */
typedef struct ig_choice {
  ig_symbol symbol;
  size_t first, count; /* among the leaves */
  size_t stride;       /* rows for which the same leaf stands */
} ig_choice;

typedef struct ig_table {
  const policy_igscript *script;
  policy__writer *writer;
  unsigned flags;
  char separator;
  bool begun; /* a row has been written */
  policy__arena strings;
  policy__array tasks;  /* of ig_row_task: a stack */
  policy__array leaves; /* of uint32_t */
  policy__array parts;  /* of uint32_t: nested statements of one statement */
  policy__array stack;  /* of uint32_t: scratch */
  policy_buffer cell, links, references[IG_SYMBOLS];
  ig_choice choices[IG_SYMBOLS];
  uint32_t choice_count;
} ig_table;

static void note(ig_table *table, policy_status status) {
  if (table->writer->status == POLICY_OK) table->writer->status = status;
}

static void clear(policy_buffer *buffer) {
  buffer->size = 0;
  if (buffer->data != NULL) buffer->data[0] = '\0';
}

static policy_string copy(ig_table *table, const policy_buffer *buffer) {
  policy_string string = {"", 0};
  policy_string from = {buffer->data != NULL ? buffer->data : "", buffer->size};
  if (!policy__arena_string(&table->strings, from, &string)) note(table, POLICY_ERROR_NO_MEMORY);
  return string;
}

/* ---- cells ---------------------------------------------------------------------------------------------- */

/* Ends a cell with what is in `cell`. What would break the table is taken out of it; so is the separator,
   but from links, where it begins the next cell. */
static void end_cell(ig_table *table, const policy_buffer *cell, bool links) {
  bool sheets = (table->flags & POLICY_IGSCRIPT_SHEETS) != 0;
  const char *at = cell->data, *end = at != NULL ? at + cell->size : NULL;
  if (sheets && at < end && (*at == '"' || *at == '\'')) policy__write(table->writer, "'", 1);
  for (const char *next; at < end; at = next) {
    for (next = at; next < end && *next != '"' && *next != '\n' && (links || *next != table->separator);) next++;
    policy__write(table->writer, at, (size_t)(next - at));
    if (next == end) break;
    if (*next == '"') policy__write(table->writer, "'", 1);
    if (*next == '\n') policy__write(table->writer, " ", 1);
    next++;
  }
  if (cell->size == 0 && sheets) policy__write(table->writer, " ", 1);
  policy__write(table->writer, &table->separator, 1);
}

static void begin_row(ig_table *table) {
  if (table->flags & POLICY_IGSCRIPT_SHEETS) policy__write_text(table->writer, "=SPLIT(\"");
}

static void end_row(ig_table *table) {
  if (table->flags & POLICY_IGSCRIPT_SHEETS) policy__write_format(table->writer, "\"; \"%c\")", table->separator);
  policy__write(table->writer, "\n", 1);
}

static void write_header(ig_table *table) {
  bool annotated = (table->flags & POLICY_IGSCRIPT_ANNOTATIONS) != 0;
  char s = table->separator;
  begin_row(table);
  policy__write_format(table->writer, "Statement ID%c", s);
  if (table->flags & POLICY_IGSCRIPT_SCRIPT) policy__write_format(table->writer, "IG Script Encoding%c", s);
  if (annotated) policy__write_format(table->writer, "Statement Annotation%c", s);
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++) {
    const ig_symbol_facts *facts = &policy__ig_symbols[i];
    if (facts->plain) policy__write_format(table->writer, "%s%c", facts->name, s);
    if (facts->nests) policy__write_format(table->writer, "%s Reference%c", facts->name, s);
    if (annotated && facts->plain) policy__write_format(table->writer, "%s (Annotation)%c", facts->code, s);
  }
  policy__write_format(table->writer, "Logical Linkage (Statements)%cLogical Linkage (Components)%c", s, s);
  end_row(table);
}

/* ---- links ---------------------------------------------------------------------------------------------- */

static uint32_t depth_of(const policy_igscript *script, uint32_t node) {
  uint32_t depth = 0;
  for (; IG_NODE(script, node)->parent != POLICY_NONE; node = IG_NODE(script, node)->parent) depth++;
  return depth;
}

/* Appends an operator if it is no other than the one before: all that join everything count as one. */
static void write_operator(policy__writer *links, uint8_t op, uint8_t *last) {
  uint8_t kind = op == IG_OR || op == IG_XOR ? op : IG_AND;
  if (kind == *last) return;
  if (*last != IG_OPERATORS) policy__write(links, " ", 1);
  policy__write_text(links, policy__ig_operators[op]);
  *last = kind;
}

/* The operators on the way from a leaf up to the combination that it shares with another, and down to that. */
static void write_way(ig_table *table, uint32_t from, uint32_t to, policy__writer *links) {
  const policy_igscript *script = table->script;
  uint32_t up = depth_of(script, from), down = depth_of(script, to);
  uint8_t last = IG_OPERATORS;
  policy_status status = POLICY_OK;
  policy__write(links, "[", 1);
  table->stack.count = 0;
  for (; down > up; down--) {
    uint32_t *step = policy__array_push(&table->stack, &status);
    if (step == NULL) {
      note(table, status);
      return;
    }
    *step = to = IG_NODE(script, to)->parent;
  }
  for (; up > down; up--) {
    from = IG_NODE(script, from)->parent;
    write_operator(links, IG_NODE(script, from)->op, &last);
  }
  while (from != to) {
    from = IG_NODE(script, from)->parent;
    to = IG_NODE(script, to)->parent;
    write_operator(links, IG_NODE(script, from)->op, &last);
    uint32_t *step = policy__array_push(&table->stack, &status);
    if (step == NULL) {
      note(table, status);
      return;
    }
    *step = to;
  }
  for (size_t i = table->stack.count; i-- > 0;)
    write_operator(links, IG_NODE(script, *POLICY__AT(&table->stack, uint32_t, i))->op, &last);
  policy__write(links, "]", 1);
}

/* Appends the rows in which the n-th leaf of a choice stands. */
static void write_rows(ig_table *table, const ig_choice *choice, size_t n, size_t rows, policy_string id,
                       policy__writer *links) {
  for (size_t row = n * choice->stride; row < rows; row += choice->stride * choice->count) {
    if (row != n * choice->stride) policy__write(links, ",", 1);
    policy__write_string(links, id);
    policy__write_format(links, ".%zu", row + 1);
    if (choice->stride > 1) policy__write_format(links, "-%zu", row + choice->stride);
  }
  (void)table;
}

static void write_component_links(ig_table *table, size_t row, size_t rows, policy_string id) {
  clear(&table->links);
  policy__writer links = {&table->links, POLICY_OK};
  for (uint32_t i = 0; i < table->choice_count; i++) {
    const ig_choice *choice = &table->choices[i];
    size_t own = row / choice->stride % choice->count;
    for (size_t n = 0; n < choice->count && links.status == POLICY_OK; n++) {
      if (n == own) continue;
      if (table->links.size > 0) policy__write(&links, ";", 1);
      write_way(table, *POLICY__AT(&table->leaves, uint32_t, choice->first + own),
                *POLICY__AT(&table->leaves, uint32_t, choice->first + n), &links);
      policy__write_format(&links, ".%s.[", policy__ig_symbols[choice->symbol].code);
      write_rows(table, choice, n, rows, id, &links);
      policy__write(&links, "]", 1);
    }
  }
  note(table, links.status);
  end_cell(table, &table->links, true);
}

/* ---- rows ----------------------------------------------------------------------------------------------- */

static void push_leaf(ig_table *table, policy__array *leaves, uint32_t node) {
  policy_status status;
  uint32_t *leaf = policy__array_push(leaves, &status);
  if (leaf == NULL) note(table, status);
  else *leaf = node;
}

/* Finds the alternatives of each symbol; gives how many rows they make, 0 for too many. */
static size_t choose(ig_table *table, uint32_t statement) {
  const policy_igscript *script = table->script;
  size_t rows = 1;
  table->leaves.count = 0;
  table->choice_count = 0;
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++) {
    uint32_t root = policy__ig_root(script, statement, i, false);
    if (root == POLICY_NONE) continue;
    ig_choice *choice = &table->choices[table->choice_count++];
    *choice = (ig_choice){i, table->leaves.count, 0, 0};
    for (uint32_t n = root; n != POLICY_NONE; n = policy__ig_next_node(script, root, n))
      if (IG_NODE(script, n)->kind == IG_TEXT) push_leaf(table, &table->leaves, n);
    choice->count = table->leaves.count - choice->first;
    if (table->writer->status != POLICY_OK) return 0;
    rows = rows > script->limits.entries / choice->count ? 0 : rows * choice->count;
    if (rows == 0) return 0;
  }
  size_t stride = 1;
  for (uint32_t i = table->choice_count; i-- > 0;) {
    table->choices[i].stride = stride;
    stride *= table->choices[i].count;
  }
  return rows;
}

static uint32_t chosen(const ig_table *table, ig_symbol symbol, size_t row) {
  for (uint32_t i = 0; i < table->choice_count; i++) {
    const ig_choice *choice = &table->choices[i];
    if (choice->symbol == symbol)
      return *POLICY__AT(&table->leaves, uint32_t, choice->first + row / choice->stride % choice->count);
  }
  return POLICY_NONE;
}

/* Appends the plain properties that a component alone has, and a comma if more may follow. */
static void write_private(ig_table *table, uint32_t owner, bool more, policy__writer *cell) {
  const policy_igscript *script = table->script;
  uint32_t own = owner != POLICY_NONE ? IG_NODE(script, owner)->private_ : POLICY_NONE;
  for (uint32_t n = own; n != POLICY_NONE; n = policy__ig_next_node(script, own, n)) {
    if (IG_NODE(script, n)->kind != IG_TEXT) continue;
    if (table->cell.size > 0) policy__write(cell, ",", 1);
    policy__ig_write_words(script, n, (table->flags & POLICY_IGSCRIPT_UNSHARED) != 0, cell);
  }
  if (more && table->cell.size > 0) policy__write(cell, ",", 1);
}

/* The symbol whose private properties a column shows, too. */
static ig_symbol owner_of(ig_symbol symbol) {
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++)
    if (policy__ig_symbols[i].property == symbol) return i;
  return IG_SYMBOLS;
}

static void write_component(ig_table *table, ig_symbol symbol, size_t row) {
  const policy_igscript *script = table->script;
  const ig_symbol_facts *facts = &policy__ig_symbols[symbol];
  uint32_t leaf = chosen(table, symbol, row);
  policy__writer cell = {&table->cell, POLICY_OK};
  clear(&table->cell);
  if (owner_of(symbol) != IG_SYMBOLS)
    write_private(table, chosen(table, owner_of(symbol), row), leaf != POLICY_NONE, &cell);
  bool bare = (table->flags & POLICY_IGSCRIPT_UNSHARED) != 0;
  if (leaf != POLICY_NONE) policy__ig_write_words(script, leaf, bare, &cell);
  if (facts->plain) end_cell(table, &table->cell, false);
  if (facts->nests) end_cell(table, &table->references[symbol], false);
  if (facts->plain && (table->flags & POLICY_IGSCRIPT_ANNOTATIONS)) {
    clear(&table->cell);
    if (leaf != POLICY_NONE) policy__ig_write_annotations(script, leaf, &cell);
    end_cell(table, &table->cell, false);
  }
  note(table, cell.status);
}

/* The whole script, in the first row alone. */
static void write_script(ig_table *table) {
  clear(&table->cell);
  if (!table->begun) note(table, policy_buffer_append(&table->cell, table->script->text.data, table->script->text.size));
  table->begun = true;
  end_cell(table, &table->cell, false);
}

static void write_row(ig_table *table, const ig_row_task *task, size_t row, size_t rows) {
  policy__writer cell = {&table->cell, POLICY_OK};
  begin_row(table);
  policy__write(table->writer, "'", 1);
  policy__write_string(table->writer, task->id);
  if (rows > 1) policy__write_format(table->writer, ".%zu", row + 1);
  policy__write(table->writer, &table->separator, 1);
  if (table->flags & POLICY_IGSCRIPT_SCRIPT) write_script(table);
  if (table->flags & POLICY_IGSCRIPT_ANNOTATIONS) {
    clear(&table->cell);
    policy__ig_write_annotations(table->script, task->node, &cell);
    note(table, cell.status);
    end_cell(table, &table->cell, false);
  }
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++) write_component(table, i, row);
  clear(&table->cell);
  note(table, policy_buffer_append(&table->cell, task->links.data, task->links.size));
  end_cell(table, &table->cell, false);
  write_component_links(table, row, rows, task->id);
  end_row(table);
}

/* ---- nested statements ---------------------------------------------------------------------------------- */

/* Appends the statements below a root to `parts`; under IG Core writes them as words instead. */
static void find_parts(ig_table *table, uint32_t root, ig_symbol symbol) {
  const policy_igscript *script = table->script;
  if (root == POLICY_NONE) return;
  if (table->flags & POLICY_IGSCRIPT_CORE) {
    policy__writer words = {&table->references[symbol], POLICY_OK};
    if (table->references[symbol].size > 0) policy__write(&words, ",", 1);
    note(table, policy__ig_write_flat(script, root, (table->flags & POLICY_IGSCRIPT_UNSHARED) != 0, false,
                                      &table->stack, &words));
    return;
  }
  for (uint32_t n = root; n != POLICY_NONE; n = policy__ig_next_node(script, root, n))
    if (IG_NODE(script, n)->kind == IG_STATEMENT) push_leaf(table, &table->parts, n);
}

/* Numbers what was found from `first` on, and refers to it in the column of the symbol. */
static void refer(ig_table *table, size_t first, ig_symbol symbol, policy_string id) {
  policy__writer references = {&table->references[symbol], POLICY_OK};
  for (size_t i = first; i < table->parts.count; i++) {
    if (table->references[symbol].size > 0) policy__write(&references, ",", 1);
    policy__write(&references, "{", 1);
    policy__write_string(&references, id);
    policy__write_format(&references, "}.%zu", i + 1);
  }
  note(table, references.status);
}

/* The links of the i-th statement to those of the same combination, from `first` to `end`: their ids between two words. */
static policy_string link_part(ig_table *table, size_t i, size_t first, size_t end, policy_string id, const char *before,
                               const char *behind) {
  policy__writer links = {&table->cell, POLICY_OK};
  const uint32_t *parts = table->parts.items;
  clear(&table->cell);
  for (size_t n = first; n < end && links.status == POLICY_OK; n++) {
    if (n == i) continue;
    if (table->cell.size > 0) policy__write(&links, ",", 1);
    write_way(table, parts[i], parts[n], &links);
    policy__write_text(&links, before);
    policy__write_string(&links, id);
    policy__write_format(&links, "%s.%zu]", behind, n + 1);
  }
  note(table, links.status);
  return copy(table, &table->cell);
}

static void push_task(ig_table *table, ig_row_task task) {
  policy_status status;
  ig_row_task *pushed = policy__array_push(&table->tasks, &status);
  if (pushed == NULL) note(table, status);
  else *pushed = task;
}

/* Pushes tasks for the nested statements that stand under one root. */
static void push_parts(ig_table *table, size_t first, size_t end, policy_string id) {
  for (size_t i = first; i < end && table->writer->status == POLICY_OK; i++) {
    ig_row_task task = {*POLICY__AT(&table->parts, uint32_t, i), {"", 0}, {"", 0}};
    task.links = link_part(table, i, first, end, id, "[{", "}");
    policy__writer cell = {&table->cell, POLICY_OK};
    clear(&table->cell);
    policy__write(&cell, "{", 1);
    policy__write_string(&cell, id);
    policy__write_format(&cell, "}.%zu", i + 1);
    note(table, cell.status);
    task.id = copy(table, &table->cell);
    push_task(table, task);
  }
}

/* The node of the properties that a plain root's n-th component has for itself; POLICY_NONE behind the last. */
static uint32_t private_root(const policy_igscript *script, uint32_t root, uint32_t *at) {
  for (uint32_t last = POLICY_NONE; *at != POLICY_NONE;) {
    uint32_t own = IG_NODE(script, *at)->kind == IG_TEXT ? IG_NODE(script, *at)->private_ : POLICY_NONE;
    *at = policy__ig_next_node(script, root, *at);
    if (own != POLICY_NONE && own != last) return own;
  }
  return POLICY_NONE;
}

static void find_nested(ig_table *table, uint32_t statement, policy_string id) {
  const policy_igscript *script = table->script;
  table->parts.count = 0;
  for (ig_symbol i = 0; i < IG_SYMBOLS && table->writer->status == POLICY_OK; i++) {
    size_t first = table->parts.count;
    clear(&table->references[i]);
    find_parts(table, policy__ig_root(script, statement, i, true), i);
    refer(table, first, i, id);
    push_parts(table, first, table->parts.count, id);
    ig_symbol owner = owner_of(i);
    uint32_t root = POLICY_NONE, seen = POLICY_NONE;
    if (owner != IG_SYMBOLS) root = policy__ig_root(script, statement, owner, false);
    for (uint32_t at = root, own; (own = private_root(script, root, &at)) != POLICY_NONE; seen = own) {
      if (own == seen) continue;
      first = table->parts.count;
      find_parts(table, own, i);
      refer(table, first, i, id);
      push_parts(table, first, table->parts.count, id);
    }
  }
}

/* Turns the tasks from `first` on around, so that the first one comes next. */
static void turn_tasks(ig_table *table, size_t first) {
  for (size_t last = table->tasks.count; first + 1 < last; first++) {
    ig_row_task swap = *POLICY__AT(&table->tasks, ig_row_task, first);
    *POLICY__AT(&table->tasks, ig_row_task, first) = *POLICY__AT(&table->tasks, ig_row_task, --last);
    *POLICY__AT(&table->tasks, ig_row_task, last) = swap;
  }
}

static void write_statement(ig_table *table, size_t start) {
  ig_row_task task = *POLICY__AT(&table->tasks, ig_row_task, table->tasks.count - 1);
  size_t rest = --table->tasks.count, rows = choose(table, task.node);
  if (rows == 0) {
    note(table, POLICY_ERROR_LIMIT);
    return;
  }
  find_nested(table, task.node, task.id);
  turn_tasks(table, rest);
  for (size_t row = 0; row < rows && table->writer->status == POLICY_OK; row++) {
    write_row(table, &task, row, rows);
    if (table->writer->buffer->size - start > table->script->limits.text) note(table, POLICY_ERROR_LIMIT);
  }
}

/* The statements at the top: one, or those that a pair makes, which are numbered "1.1", "1.2" ... */
static void push_top(ig_table *table, policy_string id) {
  const policy_igscript *script = table->script;
  if (IG_NODE(script, 0)->kind == IG_STATEMENT) {
    push_task(table, (ig_row_task){0, id, {"", 0}});
    return;
  }
  for (uint32_t n = 0; n != POLICY_NONE; n = policy__ig_next_node(script, 0, n))
    if (IG_NODE(script, n)->kind == IG_STATEMENT) push_leaf(table, &table->parts, n);
  size_t count = table->parts.count;
  for (size_t i = 0; i < count && table->writer->status == POLICY_OK; i++) {
    const uint32_t *parts = table->parts.items;
    policy__writer cell = {&table->cell, POLICY_OK};
    clear(&table->cell);
    policy__write_string(&cell, id);
    policy__write_format(&cell, ".%zu", i + 1);
    ig_row_task task = {parts[i], copy(table, &table->cell), {"", 0}};
    note(table, cell.status);
    task.links = link_part(table, i, 0, count, id, ".[", "");
    push_task(table, task);
  }
  turn_tasks(table, 0);
}

static void start_table(ig_table *table, const policy_allocator *allocator) {
  policy__arena_init(&table->strings, allocator);
  policy__array_init(&table->tasks, allocator, sizeof(ig_row_task), UINT32_MAX);
  policy__array_init(&table->leaves, allocator, sizeof(uint32_t), UINT32_MAX);
  policy__array_init(&table->parts, allocator, sizeof(uint32_t), UINT32_MAX);
  policy__array_init(&table->stack, allocator, sizeof(uint32_t), UINT32_MAX);
  table->cell.allocator = table->links.allocator = *allocator;
  for (size_t i = 0; i < IG_SYMBOLS; i++) table->references[i].allocator = *allocator;
  table->cell.ceiling = table->links.ceiling = table->script->limits.text;
}

static void end_table(ig_table *table) {
  policy__arena_free(&table->strings);
  policy__array_free(&table->tasks);
  policy__array_free(&table->leaves);
  policy__array_free(&table->parts);
  policy__array_free(&table->stack);
  policy_buffer_free(&table->cell);
  policy_buffer_free(&table->links);
  for (size_t i = 0; i < IG_SYMBOLS; i++) policy_buffer_free(&table->references[i]);
}

policy_status policy_igscript_table(const policy_igscript *script, unsigned flags, const char *id, char separator,
                                    policy_buffer *buffer, policy_error *error) {
  if (script == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const policy_allocator *allocator =
      buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  size_t start = buffer->size;
  if (id == NULL) id = "1";
  policy__writer writer = {buffer, POLICY_OK};
  ig_table table = {.script = script, .writer = &writer, .flags = flags, .separator = separator};
  if (separator == '\0') table.separator = flags & POLICY_IGSCRIPT_SHEETS ? ';' : '|';
  start_table(&table, allocator);
  push_top(&table, (policy_string){id, strlen(id)});
  if (!(flags & POLICY_IGSCRIPT_NO_HEADER)) write_header(&table);
  while (table.tasks.count > 0 && writer.status == POLICY_OK) write_statement(&table, start);
  end_table(&table);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = start;
  if (buffer->data != NULL) buffer->data[start] = '\0';
  return policy__fail_plain(error, writer.status);
}
