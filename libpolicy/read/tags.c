/* Tags away, text stays. */
#include "read/tags.h"

#include <string.h>

#include "base/equal.h"
#include "read/xml.h"
#include "text/utf8.h"

void policy__tags_begin(policy__tags *tags) {
  *tags = (policy__tags){.state = POLICY__IN_TEXT};
}

/* ---- entities -------------------------------------------------------------------------------------------- */

static size_t number_entity(policy_string digits, char utf8[8]) {
  bool hex = digits.size > 1 && (digits.data[0] | 0x20) == 'x';
  uint32_t point = 0, base = hex ? 16 : 10;
  for (size_t i = hex; i < digits.size; i++) {
    char c = digits.data[i];
    bool digit = c >= '0' && c <= '9', letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    uint32_t value = digit ? (uint32_t)(c - '0') : letter ? (uint32_t)((c | 0x20) - 'a' + 10) : 16;
    if (value >= base || (point = point * base + value) > 0x10FFFF) return 0;
  }
  if (digits.size <= (size_t)hex || point == 0 || (point >= 0xD800 && point < 0xE000)) return 0;
  return policy__utf8_write(point, utf8);
}

size_t policy__tags_entity(policy_string entity, char utf8[8]) {
  static const struct {
    const char *name;
    char character;
  } own[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  if (entity.size < 3 || entity.data[0] != '&' || entity.data[entity.size - 1] != ';') return 0;
  policy_string name = {entity.data + 1, entity.size - 2};
  if (*name.data == '#') return number_entity((policy_string){name.data + 1, name.size - 1}, utf8);
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (policy__equal_word(name, own[i].name)) return utf8[0] = own[i].character, 1;
  return policy__xml_named(name, utf8);
}

/* ---- tags ------------------------------------------------------------------------------------------------ */

static bool among(const char *name, const char *list) {
  size_t size = strlen(name);
  for (const char *at = list + 1; *at != '\0'; at += strcspn(at, " ") + 1)
    if (strncmp(at, name, size) == 0 && at[size] == ' ') return true;
  return false;
}

static policy__tags_event end_tag(policy__tags *tags) {
  static const char blocks[] =
      " address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
      "footer form h1 h2 h3 h4 h5 h6 head header hr html li main menu nav ol optgroup option p pre section summary table "
      "tbody td tfoot th thead title tr ul ";
  const char *name = tags->name[0] == '/' ? tags->name + 1 : tags->name;
  bool hides = strcmp(tags->name, "script") == 0 || strcmp(tags->name, "style") == 0;
  tags->state = hides ? POLICY__IN_HIDDEN : POLICY__IN_TEXT;
  if (strcmp(name, "br") == 0) return POLICY__TAGS_LINE;
  return among(name, blocks) ? POLICY__TAGS_BLOCK : POLICY__TAGS_NOTHING;
}

/* One character inside of a tag. */
static policy__tags_event in_tag(policy__tags *tags, char c) {
  bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' || c == '-';
  if (tags->quote != '\0') {
    if (c == tags->quote) tags->quote = '\0';
    return POLICY__TAGS_NOTHING;
  }
  if (c == '>') return end_tag(tags);
  if ((c == '"' || c == '\'') && tags->named) tags->quote = c;
  bool slash = c == '/' && tags->size == 0;
  if (!letter && !slash) tags->named = true;
  if (tags->named || tags->size + 1 >= sizeof tags->name) return POLICY__TAGS_NOTHING;
  tags->name[tags->size++] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  tags->name[tags->size] = '\0';
  if (strcmp(tags->name, "!--") == 0) {
    tags->state = POLICY__IN_COMMENT;
    tags->dashes = 2; /* "<!-->" is a comment, too */
  }
  return POLICY__TAGS_NOTHING;
}

static void in_comment(policy__tags *tags, char c) {
  if (c == '>' && tags->dashes >= 2) tags->state = POLICY__IN_TEXT;
  tags->dashes = c == '-' ? tags->dashes + 1 : 0;
}

static void begin_tag(policy__tags *tags) {
  *tags = (policy__tags){.state = POLICY__IN_TAG};
}

/* Whether a tag begins at `at`: what else follows a "<" makes it text. */
static bool is_tag(policy_string piece, size_t at) {
  char next = at + 1 < piece.size ? piece.data[at + 1] : '\0';
  return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?';
}

/* Text up to the next tag or entity. */
static policy__tags_event in_text(policy__tags *tags, policy_string piece, size_t *at, policy_string *text, char utf8[8]) {
  size_t begin = *at, end = begin;
  if (piece.data[begin] == '<' && is_tag(piece, begin)) {
    begin_tag(tags);
    ++*at;
    return POLICY__TAGS_NOTHING;
  }
  if (piece.data[begin] == '&') {
    size_t most = piece.size - begin < 16 ? piece.size - begin : 16;
    const char *stop = memchr(piece.data + begin, ';', most);
    policy_string entity = {piece.data + begin, stop != NULL ? (size_t)(stop - piece.data) - begin + 1 : 0};
    size_t size = policy__tags_entity(entity, utf8);
    if (size > 0) {
      *at += entity.size;
      *text = (policy_string){utf8, size};
      return POLICY__TAGS_TEXT;
    }
  }
  for (end++; end < piece.size && piece.data[end] != '&' && !(piece.data[end] == '<' && is_tag(piece, end));) end++;
  *text = (policy_string){piece.data + begin, end - begin};
  *at = end;
  return POLICY__TAGS_TEXT;
}

/* Whether the end of what is hidden begins here. */
static bool ends_hidden(policy_string piece, size_t at) {
  static const char *const ends[] = {"</script", "</style"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t size = strlen(ends[i]), k = 0;
    while (k < size && at + k < piece.size && (piece.data[at + k] | (ends[i][k] >= 'a' ? 0x20 : 0)) == ends[i][k]) k++;
    if (k == size) return true;
  }
  return false;
}

policy__tags_event policy__tags_next(policy__tags *tags, policy_string piece, size_t *at, policy_string *text,
                                     char utf8[8]) {
  policy__tags_event event = POLICY__TAGS_NOTHING;
  while (*at < piece.size && event == POLICY__TAGS_NOTHING) {
    char c = piece.data[*at];
    switch (tags->state) {
      case POLICY__IN_TEXT: event = in_text(tags, piece, at, text, utf8); break;
      case POLICY__IN_TAG: event = in_tag(tags, c), ++*at; break;
      case POLICY__IN_COMMENT: in_comment(tags, c), ++*at; break;
      default:
        if (c == '<' && ends_hidden(piece, *at)) begin_tag(tags);
        ++*at;
    }
  }
  return event;
}
