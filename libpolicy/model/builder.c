/* Building documents: the beginning, the end, and everything but the parts that have components. */
#include "model/builder.h"

#include <stdio.h>
#include <string.h>

#include "model/building.h"

/* ---- options -------------------------------------------------------------------------------------------- */

policy_options policy__options_fill(const policy_options *given) {
  policy_options options = POLICY_OPTIONS_INIT;
  if (given != NULL) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
  options.size = sizeof options;
  return options;
}

/* ---- limits --------------------------------------------------------------------------------------------- */

static void default_to(uint32_t *limit, uint32_t value) {
  if (*limit == 0) *limit = value;
}

policy_limits policy__limits_fill(const policy_limits *given, uint64_t input) {
  policy_limits limits = POLICY_LIMITS_INIT;
  if (given != NULL) memcpy(&limits, given, given->size < sizeof limits ? given->size : sizeof limits);
  limits.size = sizeof limits;
  if (limits.input == 0) limits.input = POLICY_LIMIT_INPUT;
  if (limits.text == 0) limits.text = POLICY_LIMIT_TEXT;
  if (limits.text >= UINT32_MAX) limits.text = UINT32_MAX - 1;
  if (limits.memory == 0) {
    uint64_t text = input < limits.text ? input : limits.text;
    limits.memory = (input + text) * POLICY_LIMIT_MEMORY_FACTOR + POLICY_LIMIT_MEMORY_BASE;
  }
  default_to(&limits.blocks, POLICY_LIMIT_BLOCKS);
  default_to(&limits.tokens, POLICY_LIMIT_TOKENS);
  default_to(&limits.entries, POLICY_LIMIT_ENTRIES);
  default_to(&limits.mentions, POLICY_LIMIT_MENTIONS);
  default_to(&limits.warnings, POLICY_LIMIT_WARNINGS);
  default_to(&limits.depth, POLICY_LIMIT_DEPTH);
  default_to(&limits.sentence, POLICY_LIMIT_SENTENCE);
  default_to(&limits.token, POLICY_LIMIT_TOKEN);
  default_to(&limits.child_seconds, POLICY_LIMIT_CHILD_SECONDS);
  if (limits.child_memory == 0) limits.child_memory = POLICY_LIMIT_CHILD_MEMORY;
  default_to(&limits.elements, POLICY_LIMIT_ELEMENTS);
  default_to(&limits.nesting, POLICY_LIMIT_NESTING);
  default_to(&limits.ratio, POLICY_LIMIT_RATIO);
  return limits;
}

/* ---- beginning ------------------------------------------------------------------------------------------ */

/* A ceiling that ids of 32 bits can still count. */
static size_t times(uint32_t ceiling, uint32_t factor) {
  return ceiling < (UINT32_MAX - 1) / factor ? ceiling * factor : UINT32_MAX - 2;
}

static void init_lists(policy_document *document) {
  const policy_allocator *allocator = &document->memory.allocator;
  const policy_limits *limits = &document->limits;
  size_t strings = (size_t)times(limits->tokens, 5) + times(limits->blocks, 3) + 1; /* and the empty one */
  if (strings >= UINT32_MAX) strings = UINT32_MAX - 1;
  const struct {
    policy__array *list;
    size_t item, ceiling;
  } lists[] = {
      {&document->contributors, sizeof(policy_contributor_record), limits->entries},
      {&document->dates, sizeof(policy_date_record), limits->entries},
      {&document->identifiers, sizeof(policy_identifier_record), limits->entries},
      {&document->subjects, sizeof(policy_subject_record), limits->entries},
      {&document->source_runs, sizeof(policy__source_run), UINT32_MAX},
      {&document->strings, sizeof(policy_string), strings},
      {&document->blocks, sizeof(policy__block_item), limits->blocks},
      {&document->pages, sizeof(policy__page_item), limits->blocks},
      {&document->lines, sizeof(policy__line_item), limits->tokens},
      {&document->page_lines, sizeof(uint32_t), limits->tokens},
      {&document->sentences, sizeof(policy__sentence_item), limits->tokens},
      {&document->tokens, sizeof(policy__token_item), limits->tokens},
      {&document->actors, sizeof(policy_actor_record), limits->entries},
      {&document->components, sizeof(policy_component_record), times(limits->entries, 16)},
      {&document->statements, sizeof(policy__statement_item), limits->entries},
      {&document->recommendations, sizeof(policy__recommendation_item), limits->entries},
      {&document->times, sizeof(policy_time_record), limits->entries},
      {&document->citations, sizeof(policy_citation_record), limits->entries},
      {&document->events, sizeof(policy_event_record), limits->entries},
      {&document->relations, sizeof(policy_relation_record), limits->entries},
      {&document->causals, sizeof(policy_causal_record), limits->entries},
      {&document->warnings, sizeof(policy__warning_item), (size_t)limits->warnings + 1},
  };
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    policy__array_init(lists[i].list, allocator, lists[i].item, lists[i].ceiling);
  for (size_t i = 0; i < POLICY__LISTS; i++)
    policy__array_init(&document->lists[i], allocator, sizeof(policy_string), limits->entries);
}

/* An empty document and its builder, for a source of `input` bytes. */
static policy_builder *begin(uint64_t input, const policy_limits *given, const policy_allocator *allocator) {
  const policy_allocator *source = allocator != NULL ? allocator : &policy__malloc_allocator;
  policy_document *document = policy__allocate(source, sizeof *document);
  if (document == NULL) return NULL;
  memset(document, 0, sizeof *document);
  document->limits = policy__limits_fill(given, input);
  policy__memory_init(&document->memory, source, document->limits.memory);
  atomic_init(&document->references, 1);
  policy__arena_init(&document->arena, &document->memory.allocator);
  document->buffer.allocator = document->memory.allocator;
  document->buffer.ceiling = (size_t)document->limits.text;
  document->text = (policy_string){"", 0};
  for (size_t i = 0; i < POLICY__FIELDS; i++) document->fields[i] = (policy_string){"", 0};
  init_lists(document);
  policy_builder *builder = policy__allocate(source, sizeof *builder);
  if (builder == NULL) {
    policy_document_unref(document);
    return NULL;
  }
  *builder = (policy_builder){.document = document};
  builder->scratch.allocator = document->memory.allocator;
  policy__table_init(&builder->strings, &document->memory.allocator);
  return builder;
}

/* The text is in the buffer: gives back what it does not use, and indexes it. */
static policy_status settle_text(policy_document *document) {
  policy_buffer *buffer = &document->buffer;
  if (buffer->size > 0) {
    char *fitting = policy__reallocate(&buffer->allocator, buffer->data, buffer->capacity, buffer->size + 1);
    if (fitting == NULL) return POLICY_ERROR_NO_MEMORY;
    buffer->data = fitting;
    buffer->capacity = buffer->size + 1;
    document->text = (policy_string){buffer->data, buffer->size};
  }
  policy_status status =
      policy__positions_init(&document->positions, document->text, &document->memory.allocator);
  policy_string *empty = status == POLICY_OK ? policy__array_push(&document->strings, &status) : NULL;
  if (empty != NULL) *empty = (policy_string){"", 0}; /* number 0 */
  return status;
}

static policy_status warn_of_cleaning(policy_builder *builder, const policy__cleaning *cleaning) {
  policy_status status = POLICY_OK;
  char message[POLICY_MESSAGE_SIZE];
  const policy_span whole = {0, 0};
  if (cleaning->replaced > 0) {
    (void)snprintf(message, sizeof message, "%llu ill-formed sequences became U+FFFD, the first at byte %llu",
                   (unsigned long long)cleaning->replaced, (unsigned long long)cleaning->first_bad);
    status = policy_builder_add_warning(builder, "bad-utf8", message, whole, NULL);
  }
  if (cleaning->long_runs > 0 && status == POLICY_OK) {
    (void)snprintf(message, sizeof message, "%llu pieces with over 30 combining marks in a row were not normalised",
                   (unsigned long long)cleaning->long_runs);
    status = policy_builder_add_warning(builder, "combining-run", message, whole, NULL);
  }
  return status;
}

static policy_status set_digest(policy_builder *builder, const void *bytes, size_t size) {
  char id[7 + POLICY__SHA256_HEX];
  memcpy(id, "sha256:", 7);
  policy__sha256(bytes, size, id + 7);
  return policy_builder_set(builder, POLICY_FIELD_ID, (policy_string){id, sizeof id}, NULL);
}

/* Gives up, with the right words. */
policy_status policy__source_check(const void *bytes, size_t size, const policy_limits *limits, policy_error *error) {
  if (bytes == NULL && size > 0) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  if (size <= limits->input) return POLICY_OK;
  return policy__fail(error, POLICY_ERROR_LIMIT, limits->input, "the source has more than %llu bytes",
                      (unsigned long long)limits->input);
}

static policy_builder *fail(policy_builder *builder, policy_status status, policy_error *error) {
  if (builder == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  policy__settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

policy_builder *policy_builder_new(const void *bytes, size_t size, const policy_limits *limits,
                                   const policy_allocator *allocator, policy_error *error) {
  policy_limits filled = policy__limits_fill(limits, size);
  if (policy__source_check(bytes, size, &filled, error) != POLICY_OK) return NULL;
  policy_builder *builder = begin(size, limits, allocator);
  if (builder == NULL) return fail(NULL, POLICY_ERROR_NO_MEMORY, error);
  policy_document *document = builder->document;
  policy__cleaning cleaning = {0};
  document->source_size = size;
  policy_status status = policy__utf8_clean(size > 0 ? bytes : "", size, &document->buffer,
                                            &document->source_runs, &cleaning);
  if (status == POLICY_ERROR_LIMIT) {
    policy__fail(error, status, 0, "the text has more than %llu bytes", (unsigned long long)filled.text);
    policy_builder_free(builder);
    return NULL;
  }
  if (status == POLICY_OK) status = settle_text(document);
  if (status == POLICY_OK) status = set_digest(builder, size > 0 ? bytes : "", size);
  if (status == POLICY_OK) status = warn_of_cleaning(builder, &cleaning);
  return status == POLICY_OK ? builder : fail(builder, status, error);
}

static policy_status copy_array(policy__array *to, const policy__array *from) {
  policy_status status = policy__array_reserve(to, from->count);
  if (status != POLICY_OK || from->count == 0) return status;
  memcpy(to->items, from->items, from->count * from->item);
  to->count = from->count;
  return POLICY_OK;
}

/* ---- composed texts -------------------------------------------------------------------------------------- */

uint32_t policy__builder_byte(const policy_builder *builder, uint32_t byte) {
  const policy_document *document = builder->document;
  const policy__array *runs = &document->source_runs;
  size_t low = 0, high = runs->count; /* the runs before `low` come from before the byte, or from it */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(runs, policy__source_run, middle)->source <= byte) low = middle + 1;
    else high = middle;
  }
  uint64_t text = byte, most = document->text.size;
  if (low > 0) {
    const policy__source_run *run = POLICY__AT(runs, policy__source_run, low - 1);
    text = run->text + (byte - run->source);
  }
  if (low < runs->count) most = POLICY__AT(runs, policy__source_run, low)->text;
  return (uint32_t)(text < most ? text : most);
}

/* The runs from the text to the source: those from the composed text to the source, moved to where its pieces now
   stand, for what normalising changed is within a piece. */
policy_status policy__builder_source(policy_builder *builder, const void *bytes, size_t size, policy__array *runs,
                                     policy_error *error) {
  policy_document *document = builder->document;
  document->source_size = size;
  if (runs == NULL) return policy__settle(builder, set_digest(builder, size > 0 ? bytes : "", size), error);
  for (size_t i = 0; i < runs->count; i++) {
    policy__source_run *run = POLICY__AT(runs, policy__source_run, i);
    run->text = policy__builder_byte(builder, run->text);
  }
  document->source_runs.count = 0;
  policy_status status = copy_array(&document->source_runs, runs);
  if (status == POLICY_OK) status = set_digest(builder, size > 0 ? bytes : "", size);
  return status == POLICY_OK ? status : policy__settle(builder, status, error);
}

/* ---- copying -------------------------------------------------------------------------------------------- */

/* Strings of blocks have other numbers in the copy, whose tokens are not copied. */
static policy_status copy_pooled(policy_builder *builder, const policy_document *from, uint32_t *number) {
  return policy__keep_pooled(builder, *POLICY__AT(&from->strings, policy_string, *number), number);
}

static policy_status copy_blocks(policy_builder *builder, const policy_document *from) {
  policy_document *to = builder->document;
  policy_status status = copy_array(&to->blocks, &from->blocks);
  for (size_t i = 0; i < to->blocks.count && status == POLICY_OK; i++) {
    policy__block_item *block = POLICY__AT(&to->blocks, policy__block_item, i);
    if (!policy__arena_string(&to->arena, block->place, &block->place)) status = POLICY_ERROR_NO_MEMORY;
    if (status == POLICY_OK) status = copy_pooled(builder, from, &block->language);
    if (status == POLICY_OK) status = copy_pooled(builder, from, &block->number);
    if (status == POLICY_OK) status = copy_pooled(builder, from, &block->speaker);
  }
  return status;
}

static policy_status copy_metadata(policy_builder *builder, const policy_document *from) {
  policy_document *to = builder->document;
  to->source_size = from->source_size;
  to->page_count = from->page_count;
  to->charset_source = from->charset_source;
  to->charset_confidence = from->charset_confidence;
  to->language_confidence = from->language_confidence;
  for (int i = 0; i < POLICY__FIELDS; i++)
    if (!policy__arena_string(&to->arena, from->fields[i], &to->fields[i])) return POLICY_ERROR_NO_MEMORY;
  for (int i = 0; i < POLICY__LISTS; i++) {
    for (size_t n = 0; n < from->lists[i].count; n++) {
      policy_status status = policy_builder_set(builder, (policy_field)(POLICY_FIELD_AUTHOR + i),
                                                *POLICY__AT(&from->lists[i], policy_string, n), NULL);
      if (status != POLICY_OK) return status;
    }
  }
  return policy__copy_lists(builder, from);
}

static policy_status copy_warnings(policy_builder *builder, const policy_document *from) {
  for (size_t n = 0; n < from->warnings.count; n++) {
    const policy__warning_item *item = POLICY__AT(&from->warnings, policy__warning_item, n);
    policy_status status =
        policy_builder_add_warning(builder, item->code.data, item->message.data, item->span, NULL);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

policy_builder *policy__builder_copy(const policy_document *document, const policy_limits *limits,
                                     const policy_allocator *allocator, policy_error *error) {
  policy_builder *builder = begin(document->text.size, limits, allocator);
  if (builder == NULL) return fail(NULL, POLICY_ERROR_NO_MEMORY, error);
  policy_document *copy = builder->document;
  policy_status status = policy_buffer_append(&copy->buffer, document->text.data, document->text.size);
  if (status == POLICY_OK) status = settle_text(copy);
  if (status == POLICY_OK) status = copy_array(&copy->source_runs, &document->source_runs);
  if (status == POLICY_OK) status = copy_blocks(builder, document);
  if (status == POLICY_OK) status = copy_array(&copy->pages, &document->pages);
  if (status == POLICY_OK) status = copy_array(&copy->lines, &document->lines);
  if (status == POLICY_OK) status = copy_metadata(builder, document);
  if (status == POLICY_OK) status = copy_warnings(builder, document);
  return status == POLICY_OK ? builder : fail(builder, status, error);
}

const policy_allocator *policy__builder_allocator(const policy_builder *builder) {
  return &builder->document->memory.allocator;
}

const policy_limits *policy__builder_limits(const policy_builder *builder) {
  return &builder->document->limits;
}

/* ---- progress ------------------------------------------------------------------------------------------- */

void policy__builder_watch(policy_builder *builder, bool (*progress)(void *context, double done), void *context) {
  builder->progress = progress;
  builder->context = context;
}

void policy__builder_stage(policy_builder *builder, double from, double to) {
  builder->from = from;
  builder->to = to;
}

policy_status policy__builder_pulse(policy_builder *builder, size_t done, size_t all) {
  enum { BETWEEN = 64 }; /* sentences: a few milliseconds */
  if (builder->progress == NULL || builder->pulses++ % BETWEEN != 0) return POLICY_OK;
  double share = all > 0 ? (double)done / (double)all : 1;
  double whole = builder->from + share * (builder->to - builder->from);
  return builder->progress(builder->context, whole) ? POLICY_OK : POLICY_ERROR_CANCELLED;
}

policy_status policy__builder_settle(const policy_builder *builder, policy_status status, policy_error *error) {
  return status == POLICY_ERROR_NO_MEMORY ? policy__settle(builder, status, error) : status;
}

/* ---- end ------------------------------------------------------------------------------------------------ */

static void free_builder(policy_builder *builder) {
  policy_allocator source = builder->document->memory.source;
  policy_buffer_free(&builder->scratch);
  policy__table_free(&builder->strings);
  policy__release(&source, builder, sizeof *builder);
}

void policy_builder_free(policy_builder *builder) {
  if (builder == NULL) return;
  policy_document *document = builder->document;
  free_builder(builder);
  policy_document_unref(document);
}

static policy_status add_last_warning(policy_builder *builder) {
  if (builder->warnings_dropped == 0) return POLICY_OK;
  char message[POLICY_MESSAGE_SIZE];
  (void)snprintf(message, sizeof message, "%llu" POLICY__MORE_WARNINGS_TEXT,
                 (unsigned long long)builder->warnings_dropped);
  return policy__keep_warning(builder, POLICY__MORE_WARNINGS, message, (policy_span){0, 0});
}

policy_document *policy_builder_finish(policy_builder *builder, policy_error *error) {
  if (builder == NULL) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_document *document = builder->document;
  policy_status status = add_last_warning(builder);
  if (status == POLICY_OK) status = policy__index_pages(document);
  status = policy__settle(builder, status, error);
#ifdef POLICY_DEBUG
  if (status == POLICY_OK) status = policy_document_check(document, error);
#else
  if (status == POLICY_OK) status = policy__check_forward(document, error);
#endif
  free_builder(builder);
  if (status == POLICY_OK) return document;
  policy_document_unref(document);
  return NULL;
}

const policy_document *policy_builder_document(const policy_builder *builder) {
  return builder != NULL ? builder->document : NULL;
}
