/* From items to the tree: statements, the components that they share, combinations, private properties. */
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "igscript/script.h"

enum {
  SPARE_NODES = 100000, /* how many more nodes than bytes there may be: pairs copy what they share */
  PLAIN = 0,
  BRACES = 1
};

/* One component or nested statement of the statement that is made. */
typedef struct ig_entry {
  uint32_t item, next;
  uint32_t group; /* the node that holds its private properties, or POLICY_NONE */
} ig_entry;

typedef enum ig_task_kind {
  TASK_BRACES,    /* what stands in the braces of `item` */
  TASK_STATEMENT, /* the statement whose items are in `scope` */
  TASK_ENTRIES    /* the entries of one symbol from `entry` on */
} ig_task_kind;

typedef struct ig_task {
  ig_task_kind kind;
  uint32_t item, scope, entry, parent;
  ig_symbol symbol;
  uint8_t op;
  bool flat; /* combinations vanish: their parts become children of `parent` */
} ig_task;

typedef struct ig_list {
  uint32_t first, last, count;
} ig_list;

typedef struct ig_making {
  policy_igscript *script;
  policy__array tasks;   /* of ig_task: a stack */
  policy__array entries; /* of ig_entry */
  policy__array chain;   /* of uint32_t: scopes, or items */
  ig_list private_;      /* entries that belong to one component, each with the node that holds it */
  uint64_t visited;      /* items looked at for statements */
} ig_making;

#define ENTRY(making, n) POLICY__AT(&(making)->entries, ig_entry, n)

uint32_t policy__ig_add_node(policy_igscript *script, ig_node node, uint32_t parent) {
  policy_status status;
  uint32_t n = (uint32_t)script->nodes.count;
  if (n > script->text.size + SPARE_NODES) policy__ig_stop(script, POLICY_ERROR_LIMIT);
  ig_node *added = script->status == POLICY_OK ? policy__array_push(&script->nodes, &status) : NULL;
  if (added == NULL) {
    if (script->status == POLICY_OK) policy__ig_stop(script, status);
    return 0;
  }
  *added = node;
  added->parent = parent;
  added->first = added->last = added->next = POLICY_NONE;
  if (parent == POLICY_NONE) return n;
  ig_node *above = IG_NODE(script, parent);
  added->statement = above->kind == IG_STATEMENT ? parent : above->statement;
  bool top = added->statement == POLICY_NONE;
  added->level = (top ? 0 : IG_NODE(script, added->statement)->level) + (node.kind == IG_STATEMENT);
  if (above->last != POLICY_NONE) IG_NODE(script, above->last)->next = n;
  else above->first = n;
  above->last = n;
  above->count++;
  return n;
}

static void push_task(ig_making *making, ig_task task) {
  policy_status status;
  ig_task *pushed = policy__array_push(&making->tasks, &status);
  if (pushed == NULL) policy__ig_stop(making->script, status);
  else *pushed = task;
}

/* Turns the tasks from `first` on around, so that the first one comes next. */
static void turn_tasks(ig_making *making, size_t first) {
  for (size_t last = making->tasks.count; first + 1 < last; first++) {
    ig_task swap = *POLICY__AT(&making->tasks, ig_task, first);
    *POLICY__AT(&making->tasks, ig_task, first) = *POLICY__AT(&making->tasks, ig_task, --last);
    *POLICY__AT(&making->tasks, ig_task, last) = swap;
  }
}

static void push_number(ig_making *making, uint32_t number) {
  policy_status status;
  uint32_t *pushed = policy__array_push(&making->chain, &status);
  if (pushed == NULL) policy__ig_stop(making->script, status);
  else *pushed = number;
}

/* A combination for the parts of a task, or the parent where combinations vanish. */
static uint32_t add_combination(ig_making *making, const ig_task *task, uint8_t op, uint32_t item) {
  if (task->flat) return task->parent;
  ig_node node = {.kind = IG_COMBINATION, .op = op, .symbol = task->symbol, .item = item,
                  .private_ = POLICY_NONE, .statement = POLICY_NONE};
  return policy__ig_add_node(making->script, node, task->parent);
}

/* ---- braces --------------------------------------------------------------------------------------------- */

/* The nested statement alone in braces without a symbol, or POLICY_NONE. */
static uint32_t only_nested(const policy_igscript *script, uint32_t group) {
  uint32_t found = POLICY_NONE;
  for (uint32_t i = IG_ITEM(script, group)->first; i != POLICY_NONE; i = IG_ITEM(script, i)->next) {
    ig_item_kind kind = IG_ITEM(script, i)->kind;
    if (kind == IG_ANNOTATION) continue;
    if (kind != IG_NESTED || found != POLICY_NONE) return POLICY_NONE;
    found = i;
  }
  return found;
}

static void read_combination(ig_making *making, const ig_task *task) {
  policy_igscript *script = making->script;
  ig_item *outer = IG_ITEM(script, task->item);
  uint8_t op = policy__ig_operator_of(script, outer->first, POLICY_NONE);
  outer->combines = true;
  outer->op = op;
  uint32_t parent = op != IG_OPERATORS ? add_combination(making, task, op, task->item) : task->parent;
  making->chain.count = 0;
  for (uint32_t i = outer->first; i != POLICY_NONE; i = IG_ITEM(script, i)->next)
    if (IG_ITEM(script, i)->kind == IG_NESTED || IG_ITEM(script, i)->kind == IG_GROUP) push_number(making, i);
  for (size_t i = making->chain.count; i-- > 0 && script->status == POLICY_OK;)
    push_task(making, (ig_task){.kind = TASK_BRACES, .item = *POLICY__AT(&making->chain, uint32_t, i),
                                .parent = parent, .symbol = task->symbol, .flat = task->flat});
}

static void push_scope(ig_making *making, ig_scope scope, ig_task task) {
  policy_status status;
  task.scope = (uint32_t)making->script->scopes.count;
  ig_scope *pushed = policy__array_push(&making->script->scopes, &status);
  if (pushed == NULL) {
    policy__ig_stop(making->script, status);
    return;
  }
  *pushed = scope;
  push_task(making, task);
}

static void read_braces(ig_making *making, ig_task task) {
  policy_igscript *script = making->script;
  const ig_item *item = IG_ITEM(script, task.item);
  if (item->kind != IG_ROOT && policy__ig_combines(script, task.item, task.symbol)) {
    read_combination(making, &task);
    return;
  }
  if (script->status != POLICY_OK) return;
  if (item->kind == IG_GROUP) {
    uint32_t only = only_nested(script, task.item);
    if (only == POLICY_NONE || IG_ITEM(script, only)->symbol != task.symbol) {
      policy__ig_refuse(script, POLICY_IGSCRIPT_IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING, item->span.begin,
                               "these braces hold no combination");
      return;
    }
    IG_ITEM(script, task.item)->combines = true;
    task.item = only;
    push_task(making, task);
    return;
  }
  task.kind = TASK_STATEMENT;
  push_scope(making, (ig_scope){item->first, POLICY_NONE, POLICY_NONE}, task);
}

/* ---- pairs ---------------------------------------------------------------------------------------------- */

/* Braces without an operator between their components: says which of two errors that is. The reference parser
   takes an operator inside a component for one between components if whole components stand on both sides. */
static void refuse_group(policy_igscript *script, uint32_t group) {
  const ig_item *item = IG_ITEM(script, group);
  uint32_t first = POLICY_NONE, last = 0;
  for (uint32_t i = item->first; i != POLICY_NONE; i = IG_ITEM(script, i)->next) {
    if (IG_ITEM(script, i)->kind != IG_COMPONENT) continue;
    if (first == POLICY_NONE) first = IG_ITEM(script, i)->span.end;
    last = IG_ITEM(script, i)->span.begin;
  }
  policy_igscript_code code = POLICY_IGSCRIPT_IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING;
  for (uint32_t i = IG_TOKEN(script, item->close)->mate + 1; i < item->close; i++) {
    const ig_token *token = IG_TOKEN(script, i);
    if (token->kind == '{') i = token->mate;
    else if (token->op != IG_OPERATORS && first <= token->at && token->at < last)
      code = POLICY_IGSCRIPT_INVALID_COMPONENT_PAIR_COMBINATION;
  }
  policy__ig_refuse(script, code, item->span.begin, "these braces hold no operator between components");
}

static bool holds_anything(const policy_igscript *script, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i != end && i != POLICY_NONE; i = IG_ITEM(script, i)->next)
    if (IG_ITEM(script, i)->kind != IG_ANNOTATION && IG_ITEM(script, i)->kind != IG_JOINT) return true;
  return false;
}

/* Each side of a pair becomes a statement, with what stands around the pair. */
static void read_pair(ig_making *making, const ig_task *task, uint32_t group) {
  policy_igscript *script = making->script;
  const ig_item *item = IG_ITEM(script, group);
  uint8_t op = policy__ig_operator_of(script, item->first, POLICY_NONE);
  if (op == IG_OPERATORS) {
    refuse_group(script, group);
    return;
  }
  IG_ITEM(script, group)->op = op;
  uint32_t parent = add_combination(making, task, op, task->item);
  making->chain.count = 0;
  push_number(making, item->first);
  for (uint32_t i = item->first; i != POLICY_NONE && script->status == POLICY_OK; i = IG_ITEM(script, i)->next)
    if (IG_ITEM(script, i)->kind == IG_JOINT) {
      push_number(making, i);
      push_number(making, IG_ITEM(script, i)->next);
    }
  push_number(making, POLICY_NONE);
  for (size_t i = making->chain.count / 2; i-- > 0 && script->status == POLICY_OK;) {
    const uint32_t *ends = POLICY__AT(&making->chain, uint32_t, 2 * i);
    ig_scope scope = {ends[0], ends[1], task->scope};
    if (!holds_anything(script, scope.first, scope.end)) {
      policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_COMPONENT_PAIR_COMBINATION,
                               IG_ITEM(script, group)->span.begin, "one side of the pair is empty");
      return;
    }
    ig_task side = *task;
    side.parent = parent;
    push_scope(making, scope, side);
  }
}

/* The group among the items of a scope itself, or POLICY_NONE. */
static uint32_t find_group(policy_igscript *script, uint32_t scope) {
  ig_scope run = *IG_SCOPE(script, scope);
  uint32_t found = POLICY_NONE;
  for (uint32_t i = run.first; i != run.end && i != POLICY_NONE; i = IG_ITEM(script, i)->next) {
    if (IG_ITEM(script, i)->kind != IG_GROUP) continue;
    if (found != POLICY_NONE)
      policy__ig_refuse(script, POLICY_IGSCRIPT_MULTIPLE_COMPONENT_PAIRS_ON_NESTING_LEVEL,
                        IG_ITEM(script, i)->span.begin, "a statement may have one pair of components");
    found = i;
  }
  return found;
}

/* ---- statements ----------------------------------------------------------------------------------------- */

typedef struct ig_slots {
  ig_list lists[IG_SYMBOLS][2];
  uint8_t op; /* between nested statements */
} ig_slots;

static void append(ig_making *making, ig_list *list, uint32_t entry) {
  ENTRY(making, entry)->next = POLICY_NONE;
  if (list->count++ == 0) list->first = entry;
  else ENTRY(making, list->last)->next = entry;
  list->last = entry;
}

static void add_entry(ig_making *making, ig_list *list, uint32_t item) {
  policy_status status;
  uint32_t n = (uint32_t)making->entries.count;
  ig_entry *entry = policy__array_push(&making->entries, &status);
  if (entry == NULL) {
    policy__ig_stop(making->script, status);
    return;
  }
  *entry = (ig_entry){item, POLICY_NONE, POLICY_NONE};
  append(making, list, n);
}

/* Sorts the items of a statement: those around a pair first. */
static void collect(ig_making *making, uint32_t scope, ig_slots *slots) {
  policy_igscript *script = making->script;
  making->chain.count = 0;
  for (uint32_t i = scope; i != POLICY_NONE && script->status == POLICY_OK; i = IG_SCOPE(script, i)->outer)
    push_number(making, i);
  for (size_t i = making->chain.count; i-- > 0 && script->status == POLICY_OK;) {
    ig_scope run = *IG_SCOPE(script, *POLICY__AT(&making->chain, uint32_t, i));
    for (uint32_t n = run.first; n != run.end && n != POLICY_NONE; n = IG_ITEM(script, n)->next) {
      const ig_item *item = IG_ITEM(script, n);
      if (making->visited++ > script->text.size * 4 + SPARE_NODES) policy__ig_stop(script, POLICY_ERROR_LIMIT);
      if (item->kind == IG_COMPONENT) add_entry(making, &slots->lists[item->symbol][PLAIN], n);
      if (item->kind == IG_NESTED) add_entry(making, &slots->lists[item->symbol][BRACES], n);
      if (item->kind == IG_JOINT) slots->op = item->op;
      if (script->status != POLICY_OK) return;
    }
  }
}

/* The key that ties properties to a component: its suffix up to a comma. */
static policy_string key_of(const ig_making *making, uint32_t entry) {
  policy_string key = policy__ig_slice(making->script, IG_ITEM(making->script, ENTRY(making, entry)->item)->suffix);
  const char *comma = key.size > 0 ? memchr(key.data, ',', key.size) : NULL;
  if (comma != NULL) key.size = (size_t)(comma - key.data);
  return key;
}

/* Numbers the keys of the owners; each key gets a node for the properties as soon as it has one. */
static policy_status number_keys(ig_making *making, policy__table *keys, const ig_list *owners) {
  policy_status status = POLICY_OK;
  for (uint32_t i = owners->first, n = 0; n < owners->count && status == POLICY_OK; n++) {
    policy_string key = key_of(making, i);
    if (key.size > 0 && policy__table_find(keys, key) == POLICY_NONE) status = policy__table_add(keys, key, i);
    i = ENTRY(making, i)->next;
  }
  return status;
}

/* Takes the properties with an owner's key out of their list, into the node of the first such owner. */
static void take_private(ig_making *making, const policy__table *keys, ig_list *list, ig_symbol symbol,
                         uint32_t statement) {
  policy_igscript *script = making->script;
  ig_list kept = {0, 0, 0};
  for (uint32_t i = list->first, n = 0, next; n < list->count && script->status == POLICY_OK; n++, i = next) {
    next = ENTRY(making, i)->next;
    policy_string key = key_of(making, i);
    uint32_t owner = key.size > 0 ? policy__table_find(keys, key) : POLICY_NONE;
    if (owner == POLICY_NONE) {
      append(making, &kept, i);
      continue;
    }
    uint32_t group = ENTRY(making, owner)->group;
    if (group == POLICY_NONE) {
      ig_node node = {.kind = IG_COMBINATION, .op = IG_BAND, .symbol = symbol, .item = POLICY_NONE,
                      .private_ = POLICY_NONE, .statement = statement, .level = IG_NODE(script, statement)->level};
      group = policy__ig_add_node(script, node, POLICY_NONE);
      ENTRY(making, owner)->group = group;
    }
    ENTRY(making, i)->group = group;
    append(making, &making->private_, i);
  }
  *list = kept;
}

/* Ties properties to the components whose suffix they carry. */
static void link_properties(ig_making *making, ig_slots *slots, uint32_t statement) {
  policy_igscript *script = making->script;
  for (ig_symbol i = 0; i < IG_SYMBOLS && script->status == POLICY_OK; i++) {
    ig_symbol property = policy__ig_symbols[i].property;
    ig_list *owners = &slots->lists[i][PLAIN];
    if (property == IG_SYMBOLS || owners->count == 0) continue;
    ig_list *plain = &slots->lists[property][PLAIN], *braces = &slots->lists[property][BRACES];
    if (plain->count + braces->count == 0) continue;
    policy__table keys;
    policy__table_init(&keys, &script->memory.allocator);
    policy_status status = number_keys(making, &keys, owners);
    if (status != POLICY_OK) policy__ig_stop(script, status);
    take_private(making, &keys, plain, property, statement);
    take_private(making, &keys, braces, property, statement);
    for (uint32_t n = 0, at = owners->first; n < owners->count; n++, at = ENTRY(making, at)->next) {
      policy_string key = key_of(making, at);
      uint32_t first = key.size > 0 ? policy__table_find(&keys, key) : POLICY_NONE;
      if (first != POLICY_NONE) ENTRY(making, at)->group = ENTRY(making, first)->group;
    }
    policy__table_free(&keys);
  }
}

/* Pushes the tasks for the components, what comes first on top. */
static void push_slots(ig_making *making, const ig_slots *slots, uint32_t statement) {
  for (ig_symbol i = IG_SYMBOLS; i-- > 0;)
    for (int braces = 2; braces-- > 0;) {
      const ig_list *list = &slots->lists[i][braces];
      if (list->count > 0)
        push_task(making, (ig_task){.kind = TASK_ENTRIES, .entry = list->first, .item = list->count, .symbol = i,
                                    .parent = statement, .op = braces == 0 ? IG_BAND : slots->op});
    }
}

static void push_private(ig_making *making) {
  uint32_t at = making->private_.first;
  size_t first = making->tasks.count;
  for (uint32_t n = 0; n < making->private_.count; n++) {
    ig_entry *entry = ENTRY(making, at);
    ig_task task = {.kind = TASK_ENTRIES, .entry = at, .item = 1, .parent = entry->group, .flat = true};
    task.symbol = IG_ITEM(making->script, entry->item)->symbol;
    at = entry->next;
    entry->group = POLICY_NONE;
    push_task(making, task);
  }
  turn_tasks(making, first);
}

static void read_statement(ig_making *making, const ig_task *task) {
  policy_igscript *script = making->script;
  uint32_t group = find_group(script, task->scope);
  if (script->status != POLICY_OK) return;
  if (group != POLICY_NONE) {
    read_pair(making, task, group);
    return;
  }
  ig_slots slots;
  memset(&slots, 0, sizeof slots);
  slots.op = IG_AND;
  size_t before = making->entries.count;
  collect(making, task->scope, &slots);
  if (script->status == POLICY_OK && making->entries.count == before)
    policy__ig_refuse(script, POLICY_IGSCRIPT_EMPTY_STATEMENT, IG_ITEM(script, task->item)->content.begin,
                      "no component and no nested statement");
  ig_node node = {.kind = IG_STATEMENT, .symbol = task->symbol, .item = task->item, .scope = task->scope,
                  .private_ = POLICY_NONE, .statement = POLICY_NONE};
  uint32_t statement = policy__ig_add_node(script, node, task->parent);
  if (script->status != POLICY_OK) return;
  making->private_ = (ig_list){0, 0, 0};
  link_properties(making, &slots, statement);
  if (script->status != POLICY_OK) return;
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++)
    if (slots.lists[i][BRACES].count > 1) {
      ig_scope run = *IG_SCOPE(script, task->scope);
      policy__ig_operator_of(script, run.first, run.end);
    }
  push_slots(making, &slots, statement);
  push_private(making);
}

/* The root of one symbol: plain components at once, nested statements as tasks. */
static void read_entries(ig_making *making, const ig_task *task) {
  policy_igscript *script = making->script;
  uint32_t parent = task->item > 1 ? add_combination(making, task, task->op, POLICY_NONE) : task->parent;
  size_t first = making->tasks.count;
  for (uint32_t n = 0, at = task->entry; n < task->item && script->status == POLICY_OK; n++) {
    ig_entry entry = *ENTRY(making, at);
    at = entry.next;
    if (IG_ITEM(script, entry.item)->kind == IG_COMPONENT) {
      uint32_t node = policy__ig_make_text(script, entry.item, parent);
      for (size_t i = node; script->status == POLICY_OK && i < script->nodes.count; i++)
        IG_NODE(script, i)->private_ = entry.group;
    } else {
      push_task(making, (ig_task){.kind = TASK_BRACES, .item = entry.item, .parent = parent, .symbol = task->symbol,
                                  .flat = task->flat});
    }
  }
  if (script->status != POLICY_OK) return;
  turn_tasks(making, first);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

/* Refuses the same component twice in one run; the normal form must not make two the same. */
static void check_run(policy_igscript *script, uint32_t first, uint32_t *end) {
  policy__table seen;
  policy__arena keys;
  policy_buffer normal = {.allocator = script->memory.allocator};
  uint32_t i = first;
  policy__arena_init(&keys, &script->memory.allocator);
  policy__table_init(&seen, &script->memory.allocator);
  for (; i != POLICY_NONE && script->status == POLICY_OK; i = IG_ITEM(script, i)->next) {
    const ig_item *item = IG_ITEM(script, i);
    if (item->kind == IG_JOINT && IG_ITEM(script, item->parent)->kind == IG_GROUP) break;
    if (item->kind != IG_COMPONENT) continue;
    policy__writer writer = {&normal, POLICY_OK};
    policy_string key = {"", 0};
    normal.size = 0;
    policy__ig_write_component(script, item, &writer);
    policy__ig_stop(script, writer.status);
    if (script->status != POLICY_OK) break;
    if (policy__table_find(&seen, (policy_string){normal.data, normal.size}) != POLICY_NONE)
      policy__ig_refuse(script, POLICY_IGSCRIPT_DUPLICATE_COMPONENT_ENTRIES, item->span.begin,
                        "this component stands here twice");
    else if (!policy__arena_string(&keys, (policy_string){normal.data, normal.size}, &key))
      policy__ig_stop(script, POLICY_ERROR_NO_MEMORY);
    else policy__ig_stop(script, policy__table_add(&seen, key, i));
  }
  policy_buffer_free(&normal);
  policy__table_free(&seen);
  policy__arena_free(&keys);
  *end = i != POLICY_NONE ? IG_ITEM(script, i)->next : POLICY_NONE;
}

static void check_duplicates(policy_igscript *script) {
  for (size_t i = 0; i < script->items.count && script->status == POLICY_OK; i++)
    for (uint32_t at = IG_ITEM(script, i)->first; at != POLICY_NONE && script->status == POLICY_OK;)
      check_run(script, at, &at);
}

void policy__ig_make_tree(policy_igscript *script) {
  if (script->status != POLICY_OK) return;
  check_duplicates(script);
  ig_making making = {.script = script};
  const policy_allocator *allocator = &script->memory.allocator;
  policy__array_init(&making.tasks, allocator, sizeof(ig_task), UINT32_MAX);
  policy__array_init(&making.entries, allocator, sizeof(ig_entry), UINT32_MAX - 1);
  policy__array_init(&making.chain, allocator, sizeof(uint32_t), UINT32_MAX);
  push_task(&making, (ig_task){.kind = TASK_BRACES, .item = 0, .parent = POLICY_NONE, .symbol = IG_SYMBOLS});
  while (making.tasks.count > 0 && script->status == POLICY_OK) {
    ig_task task = *POLICY__AT(&making.tasks, ig_task, making.tasks.count - 1);
    making.tasks.count--;
    if (task.kind == TASK_BRACES) read_braces(&making, task);
    else if (task.kind == TASK_STATEMENT) read_statement(&making, &task);
    else read_entries(&making, &task);
  }
  policy__array_free(&making.tasks);
  policy__array_free(&making.entries);
  policy__array_free(&making.chain);
}
