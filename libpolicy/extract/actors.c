/* The actor step: from the sentences of a document to its actors and their mentions. */
#include "extract/actors.h"
#include "model/builder.h"

#include <string.h>

#include "base/checked.h"
#include "base/status.h"
#include "extract/extract.h"
#include "extract/known.h"
#include "extract/own.h"
#include "extract/phrase.h"

/* ---- what the parts share -------------------------------------------------------------------------------- */

policy_string policy__step_slice(const policy__actor_step *step, uint32_t first, uint32_t end) {
  if (first >= end) return (policy_string){"", 0};
  uint32_t from = policy__step_term(step, first)->span.begin, to = policy__step_term(step, end - 1)->span.end;
  return (policy_string){step->text.data + from, to - from};
}

policy_status policy__step_add(policy__actor_step *step, policy_string name, policy_actor_kind kind,
                               uint32_t *actor) {
  policy_status status;
  *actor = (uint32_t)step->actors.count;
  policy__actor_item *item = policy__array_push(&step->actors, &status);
  if (item == NULL) return status;
  *item = (policy__actor_item){.name = name, .kind = kind, .order = POLICY_NONE, .owner = POLICY_NONE};
  return status;
}

policy_status policy__step_key(policy__actor_step *step, uint32_t first, uint32_t end, policy_string *key) {
  policy_string slice = policy__step_slice(step, first, end);
  size_t room;
  if (!policy__multiply(slice.size + 1, 2, &room)) return POLICY_ERROR_LIMIT;
  char *bytes = policy__arena_allocate(&step->arena, room);
  if (bytes == NULL) return POLICY_ERROR_NO_MEMORY;
  size_t size = 0;
  for (uint32_t n = first; n < end; n++) {
    policy_span span = policy__step_term(step, n)->span;
    policy_string word = {step->text.data + span.begin, span.end - span.begin};
    if (n > first && size < room) bytes[size++] = ' ';
    size_t folded = policy__terms_fold(word, bytes + size, room - size);
    size += folded < room - size ? folded : room - size;
  }
  *key = (policy_string){bytes, size};
  return POLICY_OK;
}

policy_status policy__step_named(policy__actor_step *step, policy_string key, uint32_t first, uint32_t end,
                                 policy_actor_kind kind, uint32_t *actor) {
  *actor = policy__table_find(&step->keys, key);
  if (*actor != POLICY_NONE) return POLICY_OK;
  policy_status status = policy__step_add(step, policy__step_slice(step, first, end), kind, actor);
  return status != POLICY_OK ? status : policy__table_add(&step->keys, key, *actor);
}

policy_status policy__step_known(policy__actor_step *step, const policy__gazetteer_form *form,
                                 uint32_t *actor) {
  uint32_t *known = &step->known[form->actor];
  if (*known == POLICY_NONE) {
    const policy__gazetteer_actor *source = &policy__gazetteer_actors[form->actor];
    policy_string name = {source->name, strlen(source->name)};
    policy_status status = policy__step_add(step, name, (policy_actor_kind)source->kind, known);
    if (status != POLICY_OK) return status;
    POLICY__AT(&step->actors, policy__actor_item, *known)->gazetteer = form->actor;
  }
  *actor = *known;
  return POLICY_OK;
}

policy_status policy__step_mention(policy__actor_step *step, uint32_t actor, uint32_t first, uint32_t end,
                                   policy_mention_form form) {
  policy_status status;
  policy__spot *spot = policy__array_push(&step->spots, &status);
  if (spot == NULL) return status;
  spot->span.begin = policy__step_term(step, first)->span.begin;
  spot->span.end = policy__step_term(step, end - 1)->span.end;
  spot->actor = actor;
  spot->form = (uint32_t)form;
  return POLICY_OK;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

/* A heading or line in capitals, or with a capital on nearly each word, tells no names from other words. */
static bool is_shouted(const policy__actor_step *step, const policy__sentence_words *sentence) {
  uint32_t words = 0, capitals = 0, shouts = 0;
  for (uint32_t n = sentence->first; n < sentence->end; n++) {
    const policy__term *word = policy__step_term(step, n);
    if (!(word->shape & (POLICY__SHAPE_CAPITAL | POLICY__SHAPE_SMALL))) continue;
    if (policy__term_classes(word) & POLICY__CLASS_FUNCTION && !(word->shape & POLICY__SHAPE_ALL_CAPITALS))
      continue;
    words++;
    capitals += (word->shape & POLICY__SHAPE_CAPITAL) != 0;
    shouts += (word->shape & POLICY__SHAPE_ALL_CAPITALS) != 0;
  }
  if (words >= 3 && (shouts == words || (words > 4 && shouts > words / 2 + words / 8))) return true;
  return sentence->block == POLICY_BLOCK_HEADING && words >= 4 && capitals * 10 >= words * 9;
}

/* Behind the words at the beginning of a block that name who speaks; 0 where none do. */
static uint32_t label_end(const policy__actor_step *step, policy_sentence sentence, policy_block block,
                          const policy__sentence_words *words) {
  policy_string label = block.document != NULL ? policy_block_speaker(block) : (policy_string){"", 0};
  const char *bracket = label.size > 0 ? memchr(label.data, '(', label.size) : NULL;
  if (bracket != NULL) label.size = (size_t)(bracket - label.data); /* "Mr Lake (France)" */
  uint32_t begin = policy_sentence_span(sentence).begin, end = words->first;
  bool here = label.size > 0 && begin == policy_block_span(block).begin &&
              begin + label.size <= step->text.size &&
              memcmp(step->text.data + begin, label.data, label.size) == 0;
  while (here && end < words->end && policy__step_term(step, end)->span.end <= begin + label.size) end++;
  return end > words->first ? end : 0;
}

static policy_status find_words(policy__actor_step *step) {
  uint32_t count = policy_document_sentence_count(step->document);
  for (uint32_t n = 0; n < count; n++) {
    policy_sentence sentence = policy_document_sentence(step->document, n);
    policy_block block = policy_sentence_block(sentence);
    if (block.document != NULL && policy_block_kind_of(block) == POLICY_BLOCK_BOILERPLATE) continue;
    policy_status status;
    policy__sentence_words *words = policy__array_push(&step->sentences, &status);
    if (words == NULL) return status;
    words->first = (uint32_t)step->words.count;
    words->block = policy_block_kind_of(block);
    status = policy__terms_find(step->text, policy_sentence_span(sentence), &step->words);
    if (status != POLICY_OK) return status;
    words->end = (uint32_t)step->words.count;
    words->shouted = is_shouted(step, words);
    words->label = label_end(step, sentence, block, words);
  }
  return POLICY_OK;
}

static policy_status note_small(policy__actor_step *step) {
  size_t bits = 1024;
  while (bits < step->words.count * 16) bits *= 2;
  step->small = policy__arena_allocate(&step->arena, bits / 8);
  if (step->small == NULL) return POLICY_ERROR_NO_MEMORY;
  step->small_mask = (uint32_t)(bits - 1);
  for (size_t n = 0; n < step->words.count; n++) {
    const policy__term *word = policy__step_term(step, (uint32_t)n);
    uint32_t bit = word->hash & step->small_mask;
    if (word->shape & POLICY__SHAPE_SMALL) step->small[bit >> 3] |= (unsigned char)(1u << (bit & 7));
  }
  return POLICY_OK;
}

static policy_status tag_names(policy__actor_step *step) {
  policy__name_place place = {step->text, step->words.items, step->small, step->small_mask};
  for (size_t i = 0; i < step->sentences.count; i++) {
    const policy__sentence_words *sentence = POLICY__AT(&step->sentences, policy__sentence_words, i);
    if (sentence->shouted) continue;
    policy_status status = policy__nametag_find(&place, sentence->first, sentence->end, &step->names);
    if (status != POLICY_OK) return status;
  }
  return policy__nametag_agree(&place, (uint32_t)step->words.count, step->allocator, &step->names);
}

/* ---- handing over --------------------------------------------------------------------------------------- */

/* Stable counting sort of `count` spots by 11 bits of a key: `by_actor`, the actor's order, or the place
   (begin, then end). */
static void sort_pass(const policy__spot *from, policy__spot *to, size_t count, const uint32_t *keys,
                      unsigned shift, uint32_t *starts) {
  memset(starts, 0, 2049 * sizeof *starts);
  for (size_t i = 0; i < count; i++) starts[(keys[i] >> shift & 2047) + 1]++;
  for (size_t i = 0; i < 2048; i++) starts[i + 1] += starts[i];
  for (size_t i = 0; i < count; i++) to[starts[keys[i] >> shift & 2047]++] = from[i];
}

typedef enum sort_key { BY_END, BY_BEGIN, BY_ORDER } sort_key;

static policy_status sort_spots(policy__actor_step *step, sort_key key) {
  size_t count = step->spots.count;
  policy__spot *spots = step->spots.items;
  policy__spot *other = policy__arena_array(&step->arena, count, sizeof *other);
  uint32_t *keys = policy__arena_array(&step->arena, count, sizeof *keys);
  uint32_t *starts = policy__arena_array(&step->arena, 2049, sizeof *starts);
  if (other == NULL || keys == NULL || starts == NULL) return POLICY_ERROR_NO_MEMORY;
  for (unsigned shift = 0; shift < 33; shift += 11) {
    for (size_t i = 0; i < count; i++)
      keys[i] = key == BY_END     ? spots[i].span.end
                : key == BY_BEGIN ? spots[i].span.begin
                                  : POLICY__AT(&step->actors, policy__actor_item, spots[i].actor)->order;
    sort_pass(spots, other, count, keys, shift, starts);
    memcpy(spots, other, count * sizeof *spots);
  }
  return POLICY_OK;
}

/* Sorts the mentions by actor, in the order of first mention, and by place. */
static policy_status order_spots(policy__actor_step *step) {
  if (step->spots.count == 0) return POLICY_OK;
  policy_status status = sort_spots(step, BY_END);
  if (status == POLICY_OK) status = sort_spots(step, BY_BEGIN);
  if (status != POLICY_OK) return status;
  uint32_t order = 0;
  for (size_t i = 0; i < step->spots.count; i++) {
    policy__actor_item *actor =
        POLICY__AT(&step->actors, policy__actor_item, POLICY__AT(&step->spots, policy__spot, i)->actor);
    if (actor->order == POLICY_NONE) actor->order = order++;
  }
  return sort_spots(step, BY_ORDER);
}

/* Adds the actor whose mentions are the spots [first, end). */
static policy_status hand_over(policy__actor_step *step, size_t first, size_t end,
                               policy_mention_record *mentions, policy_error *error) {
  const policy__spot *spots = step->spots.items;
  const policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, spots[first].actor);
  uint32_t count = 0;
  for (size_t i = first; i < end; i++) {
    policy_span span = spots[i].span;
    if (count > 0 && mentions[count - 1].span.begin == span.begin && mentions[count - 1].span.end == span.end)
      continue;
    mentions[count++] = (policy_mention_record){span, (policy_mention_form)spots[i].form};
  }
  const policy_code_record *codes;
  uint32_t code_count;
  policy_status status = policy__codes_of(step, item, &codes, &code_count);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  policy_actor_record record = {item->name, item->kind, codes, code_count, mentions, count};
  return policy_builder_add_actor(step->builder, &record, NULL, error);
}

static policy_status hand_over_all(policy__actor_step *step, policy_error *error) {
  policy_status status = order_spots(step);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  size_t count = step->spots.count;
  policy_mention_record *mentions = policy__arena_array(&step->arena, count + 1, sizeof *mentions);
  if (mentions == NULL) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  const policy__spot *spots = step->spots.items;
  for (size_t first = 0, end; first < count && status == POLICY_OK; first = end) {
    for (end = first + 1; end < count && spots[end].actor == spots[first].actor;) end++;
    status = hand_over(step, first, end, mentions, error);
  }
  return status == POLICY_OK ? policy__owners_add(step, error) : status;
}

/* ---- the step ------------------------------------------------------------------------------------------- */

static policy_status begin_step(policy__actor_step *step, policy_builder *builder,
                                const policy_allocator *allocator) {
  *step = (policy__actor_step){
      .builder = builder, .allocator = allocator, .state = POLICY_NONE, .ruled = POLICY_NONE};
  step->document = policy_builder_document(builder);
  step->text = policy_document_text(step->document);
  policy__array_init(&step->words, allocator, sizeof(policy__term), UINT32_MAX - 1);
  policy__array_init(&step->sentences, allocator, sizeof(policy__sentence_words), UINT32_MAX - 1);
  policy__array_init(&step->names, allocator, sizeof(policy__name_span), UINT32_MAX - 1);
  policy__array_init(&step->candidates, allocator, sizeof(policy__candidate), UINT32_MAX - 1);
  policy__array_init(&step->actors, allocator, sizeof(policy__actor_item), UINT32_MAX - 1);
  policy__array_init(&step->spots, allocator, sizeof(policy__spot), UINT32_MAX - 1);
  policy__arena_init(&step->arena, allocator);
  policy__table_init(&step->keys, allocator);
  size_t known = policy__gazetteer_actor_count, words = policy__gazetteer_word_count;
  step->known = policy__arena_array(&step->arena, known, sizeof *step->known);
  step->latest = policy__arena_array(&step->arena, words, sizeof *step->latest);
  if (step->known == NULL || step->latest == NULL) return POLICY_ERROR_NO_MEMORY;
  memset(step->known, 0xFF, known * sizeof *step->known);
  memset(step->latest, 0xFF, words * sizeof *step->latest);
  return POLICY_OK;
}

static void end_step(policy__actor_step *step) {
  policy__array_free(&step->words);
  policy__array_free(&step->sentences);
  policy__array_free(&step->names);
  policy__array_free(&step->candidates);
  policy__array_free(&step->actors);
  policy__array_free(&step->spots);
  policy__table_free(&step->keys);
  policy__arena_free(&step->arena);
}

static policy_status find(policy__actor_step *step, const policy_gazetteer *own) {
  policy_status status = find_words(step);
  if (status == POLICY_OK) status = note_small(step);
  if (status == POLICY_OK) status = policy__phrases_find(step);
  if (status == POLICY_OK) status = policy__addressed_find(step);
  if (status == POLICY_OK) status = tag_names(step);
  for (size_t i = 0, count = step->sentences.count; i < count && status == POLICY_OK; i++) {
    status = policy__names_find(step, POLICY__AT(&step->sentences, policy__sentence_words, i));
    if (status == POLICY_OK) status = policy__builder_pulse(step->builder, i, count);
  }
  if (status == POLICY_OK) status = policy__names_resolve(step);
  if (status == POLICY_OK) status = policy__peoples_find(step);
  if (status == POLICY_OK) status = policy__roles_find(step);
  if (status == POLICY_OK) status = policy__known_find(step);
  return status == POLICY_OK ? policy__own_find(step, own) : status;
}

policy_status policy__extract_actors(policy_builder *builder, const policy_gazetteer *own,
                                     const policy_allocator *allocator, policy_error *error) {
  policy__actor_step step;
  policy_status status = begin_step(&step, builder, allocator);
  if (status == POLICY_OK) status = find(&step, own);
  status = status == POLICY_OK ? hand_over_all(&step, error) : policy__fail_plain(error, status);
  end_step(&step);
  return status;
}
