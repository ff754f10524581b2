/* From the bytes of a page to its skeleton, its pieces of text and what its head says: once through, linear. */
#include <string.h>

#include "base/ascii.h"
#include "read/html_page.h"
#include "read/notes.h"

/* ---- characters ------------------------------------------------------------------------------------------ */

static char lower_of(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* ---- the scanner ----------------------------------------------------------------------------------------- */

typedef struct scanner {
  policy__html_page *page;
  const char *begin, *at, *end;
  uint32_t first;  /* piece of the run that is being filled */
  bool filled;     /* which has more than white space */
  bool leads;      /* the run begins right behind the start tag of the last element */
  bool linked;     /* in a link */
  bool pressed;    /* on a button */
  bool bold, raised;
  policy__note_link link; /* what the open link is */
  policy_string unclosed[16]; /* names of which no end tag comes any more */
  uint32_t unclosed_count;
  policy__html_shape shape;
  policy__html_hint_table hints;
} scanner;

static void *push(scanner *s, policy__array *array) {
  if (s->page->status != POLICY_OK) return NULL;
  return policy__array_push(array, &s->page->status);
}

static void add_piece(scanner *s, const char *begin, const char *end) {
  bool blank = true;
  for (const char *p = begin; p < end && blank; p++) blank = policy__is_white(*p);
  if (begin == end || (blank && !s->filled)) return;
  policy__html_piece *piece = push(s, &s->page->pieces);
  if (piece == NULL) return;
  piece->begin = (uint32_t)(begin - s->begin);
  piece->size = (uint32_t)(end - begin);
  piece->linked = s->linked || s->pressed;
  piece->bold = s->bold;
  piece->raised = s->raised;
  piece->link = (uint8_t)s->link;
  s->filled |= !blank;
}

/* Writes "<name>", or "</name>". */
static void write_skeleton(scanner *s, const char *name, bool end) {
  char tag[POLICY__TAG_LONGEST + 3] = "<";
  size_t size = 1, length = strlen(name);
  if (end) tag[size++] = '/';
  memcpy(tag + size, name, length);
  tag[size + length] = '>';
  if (s->page->status == POLICY_OK)
    s->page->status = policy_buffer_append(&s->page->skeleton, tag, size + length + 1);
}

/* Ends the run of text before a tag that makes structure. */
static void end_run(scanner *s) {
  policy__html_page *page = s->page;
  if (s->filled) {
    policy__html_run *run = push(s, &page->runs);
    if (run == NULL) return;
    run->first = s->first;
    run->count = (uint32_t)page->pieces.count - s->first;
    if (s->leads) {
      policy__html_element *last = POLICY__AT(&page->elements, policy__html_element, page->elements.count - 1);
      last->lead = (uint32_t)page->runs.count - 1;
    } else {
      policy__html_mark *mark = push(s, &page->marks);
      if (mark == NULL) return;
      *mark = (policy__html_mark){(uint32_t)page->skeleton.size, (uint32_t)page->runs.count - 1};
      write_skeleton(s, "br", false);
      page->budget += policy__html_cost(POLICY__TAG_TEXT, false);
    }
  } else {
    page->pieces.count = s->first;
  }
  s->leads = s->bold = s->raised = false;
  s->first = (uint32_t)page->pieces.count;
  s->filled = false;
}

/* ---- what is no text ------------------------------------------------------------------------------------- */

/* The end tag of a name, from `at` on; NULL: none comes. `*content` becomes what stands before it. */
static const char *find_end(const char *at, const char *end, policy_string name, policy_string *content) {
  for (const char *p = at; (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++) {
    if ((size_t)(end - p) < name.size + 2 || p[1] != '/') continue;
    size_t i = 0;
    while (i < name.size && lower_of(p[2 + i]) == lower_of(name.data[i])) i++;
    const char *rest = p + 2 + i;
    if (i < name.size || (rest < end && !policy__is_white(*rest) && *rest != '>' && *rest != '/')) continue;
    *content = (policy_string){at, (size_t)(p - at)};
    const char *close = memchr(rest, '>', (size_t)(end - rest));
    return close != NULL ? close + 1 : end;
  }
  return NULL;
}

static bool is_raw(policy_string name) {
  static const char *const raw[] = {"script", "style", "textarea", "title", "iframe", "noembed", "noframes"};
  for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
    if (policy__html_is(name, raw[i])) return true;
  return false;
}

/* Goes behind the end of an element that is no text. The source ends with one that is never closed and holds raw
   text; the tag of any other is passed over. */
static policy_string skip_element(scanner *s, policy_string name) {
  policy_string content = {s->at, 0};
  for (uint32_t i = 0; i < s->unclosed_count; i++)
    if (name.size == s->unclosed[i].size && memcmp(name.data, s->unclosed[i].data, name.size) == 0) return content;
  const char *behind = find_end(s->at, s->end, name, &content);
  if (behind != NULL) {
    s->at = behind;
  } else if (is_raw(name)) {
    content.size = (size_t)(s->end - s->at);
    s->at = s->end;
  } else if (s->unclosed_count < sizeof s->unclosed / sizeof *s->unclosed) {
    s->unclosed[s->unclosed_count++] = name;
  } else {
    s->at = s->end; /* so many spellings are no page */
  }
  return content;
}

static void skip_comment(scanner *s) {
  const char *p = s->at + 4;
  if (p < s->end && *p == '>') s->at = p + 1;
  else if (s->end - p >= 2 && p[0] == '-' && p[1] == '>') s->at = p + 2;
  else {
    const char *close = NULL;
    while (close == NULL && (p = memchr(p, '-', (size_t)(s->end - p))) != NULL) {
      const char *dash = p;
      while (p < s->end && *p == '-') p++;
      if (p - dash < 2) continue;
      if (p < s->end && *p == '>') close = p + 1;
      else if (s->end - p >= 2 && p[0] == '!' && p[1] == '>') close = p + 2;
    }
    s->at = close != NULL ? close : s->end;
  }
}

/* ---- tags ------------------------------------------------------------------------------------------------ */

static bool contains(policy_string value, const char *word) {
  size_t size = strlen(word);
  for (size_t i = 0; i + size <= value.size; i++)
    if (lower_of(value.data[i]) == *word && policy__html_begins(value.data + i, word, size)) return true;
  return false;
}

/* What the attributes of one tag come to. */
typedef struct attributes {
  policy_string id, name, content, rel, href, lang, type, datetime, itemprop, itemtype, class, role, note;
  policy__html_counter counter;
  bool hidden, closed;
} attributes;

static bool hides(policy_string style) {
  return contains(style, "display:none") || contains(style, "display: none") ||
         contains(style, "visibility:hidden") || contains(style, "visibility: hidden");
}

/* The word behind "list-style-type:" or "list-style:", as far as it is one. */
static policy_string list_style(policy_string style) {
  static const char property[] = "list-style";
  size_t at = 0, end;
  while (at + sizeof property - 1 <= style.size &&
         !policy__html_is((policy_string){style.data + at, sizeof property - 1}, property))
    at++;
  while (at < style.size && style.data[at] != ':') at++;
  at += at < style.size;
  while (at < style.size && policy__is_white(style.data[at])) at++;
  for (end = at; end < style.size && (policy__is_letter(style.data[end]) || style.data[end] == '-');) end++;
  return (policy_string){style.data + at, end - at};
}

static void take_style(attributes *all, policy_string style) {
  all->hidden |= hides(style);
  all->counter.format = (uint8_t)policy__label_format(list_style(style), (policy__number_format)all->counter.format);
}

static void take_number(attributes *all, policy_string value) {
  all->counter.given = policy__label_number(value, &all->counter.number);
}

static void take(attributes *all, const policy__html_attribute *one) {
  policy_string name = one->name, value = one->value;
  if (name.size == 0) return;
  switch (lower_of(name.data[0])) {
    case 'a':
      if (policy__html_is(name, "aria-hidden")) all->hidden |= policy__html_is(value, "true");
      break;
    case 'c':
      if (policy__html_is(name, "class")) all->class = value;
      if (policy__html_is(name, "content")) all->content = value;
      break;
    case 'd':
      if (policy__html_is(name, "datetime")) all->datetime = value;
      break;
    case 'e':
      if (policy__html_is(name, "epub:type")) all->note = value;
      break;
    case 'h':
      if (policy__html_is(name, "hidden")) all->hidden = true;
      if (policy__html_is(name, "href")) all->href = value;
      break;
    case 'i':
      if (policy__html_is(name, "id")) all->id = value;
      if (policy__html_is(name, "itemprop")) all->itemprop = value;
      if (policy__html_is(name, "itemtype")) all->itemtype = value;
      break;
    case 'l':
      if (policy__html_is(name, "lang")) all->lang = value;
      break;
    case 'n':
    case 'p':
      if (policy__html_is(name, "name") || policy__html_is(name, "property")) all->name = value;
      break;
    case 'r':
      if (policy__html_is(name, "rel")) all->rel = value;
      if (policy__html_is(name, "reversed")) all->counter.reversed = true;
      if (policy__html_is(name, "role")) all->role = value;
      break;
    case 's':
      if (policy__html_is(name, "style")) take_style(all, value);
      if (policy__html_is(name, "start")) take_number(all, value);
      break;
    case 't':
      if (!policy__html_is(name, "type")) break;
      all->type = value;
      all->counter.format = (uint8_t)policy__label_format(value, (policy__number_format)all->counter.format);
      break;
    case 'v':
      if (policy__html_is(name, "value")) take_number(all, value);
      break;
    case 'x':
      if (policy__html_is(name, "xml:lang") && all->lang.size == 0) all->lang = value;
      break;
    default: break;
  }
}

/* Reads the attributes and goes behind the tag. False: the source ends in it. */
static bool read_attributes(scanner *s, attributes *all) {
  static const policy_string none = {"", 0};
  policy__html_attribute one;
  const char *at = s->at;
  *all = (attributes){none, none, none, none, none, none, none, none, none, none, none, none, none,
                      {.format = POLICY__FORMAT_DECIMAL}, false, false};
  while (policy__html_attribute_next(&at, s->end, &one)) take(all, &one);
  all->closed = one.closed;
  s->at = at != NULL ? at : s->end;
  return at != NULL;
}

/* What the names of an element say of it. */
static uint16_t hints_of(const scanner *s, const attributes *all) {
  const policy_string names[] = {all->class, all->id, all->itemprop, all->role};
  uint16_t hints = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].size > 0) hints |= policy__html_hints(&s->hints, names[i]);
  if (all->itemtype.size > 0) hints |= policy__html_hints(&s->hints, all->itemtype) & POLICY__HINT_THREAD;
  if (all->note.size > 0) hints |= policy__html_hints(&s->hints, all->note) & POLICY__HINT_NOTES;
  if (policy__html_is(all->role, "main")) hints |= POLICY__HINT_MAIN;
  if (all->hidden) hints |= POLICY__HINT_HIDDEN;
  return hints;
}

static void add_meta(scanner *s, policy__array *array, policy_string name, policy_string value) {
  if (name.size == 0 || value.size == 0 || array->count == array->ceiling) return;
  policy__html_said *meta = push(s, array);
  if (meta != NULL) *meta = (policy__html_said){name, value};
}

static void add_time(scanner *s, const attributes *all) {
  static const policy_string published = {"published", 9}, modified = {"modified", 8}, any = {"any", 3};
  policy_string name = any;
  if (contains(all->itemprop, "published") || contains(all->class, "publish") || contains(all->class, "entry-date"))
    name = published;
  if (contains(all->itemprop, "modified") || contains(all->class, "updated") || contains(all->class, "modif"))
    name = contains(all->class, "published") ? published : modified;
  add_meta(s, &s->page->head.times, name, all->datetime);
}

static void take_link(scanner *s, const attributes *all) {
  if (policy__html_is(all->rel, "canonical") && s->page->head.canonical.size == 0)
    s->page->head.canonical = all->href;
}

/* An element inside of a line that is for an author's name. */
static void note_byline(scanner *s, const attributes *all) {
  policy__array *bylines = &s->page->head.bylines;
  bool author = policy__html_is(all->rel, "author") || policy__html_is(all->itemprop, "author") ||
                contains(all->class, "author") || contains(all->class, "byline");
  if (!author || bylines->count == bylines->ceiling || (hints_of(s, all) & POLICY__HINT_COMMENTS) != 0) return;
  uint32_t *piece = push(s, bylines);
  if (piece != NULL) *piece = (uint32_t)s->page->pieces.count;
}

/* A link that may call a note, or a target of such links, which belongs to the element that begins with it. */
static void open_link(scanner *s, const attributes *all) {
  const policy_string names[] = {all->role, all->note, all->class};
  policy__array *calls = &s->page->calls;
  policy_string target = all->href;
  s->linked = all->href.size > 0;
  s->link = policy__note_link_of(all->href, names, 3, s->raised);
  if (s->link == POLICY__LINK_CALL && target.size > 1 && *target.data == '#' && calls->count < calls->ceiling) {
    policy_string *call = push(s, calls);
    if (call != NULL) *call = (policy_string){target.data + 1, target.size - 1};
  }
  policy_string id = all->id.size > 0 ? all->id : all->name;
  if (!s->leads || s->filled || id.size == 0) return;
  policy__html_element *last = POLICY__AT(&s->page->elements, policy__html_element, s->page->elements.count - 1);
  last->anchor = (uint32_t)(id.data - s->begin);
  last->anchor_size = (uint32_t)id.size;
}

static void add_break(scanner *s, const char *begin) {
  policy__html_piece *piece = s->filled ? push(s, &s->page->pieces) : NULL;
  if (piece != NULL) piece->begin = (uint32_t)(begin - s->begin);
}

/* A tag that makes structure, or, behind the last one that may, a line. */
static void open_element(scanner *s, policy__tag tag, const attributes *all, const char *begin) {
  policy__html_page *page = s->page;
  const char *name = policy__tag_name(tag);
  if (page->cut) {
    add_break(s, begin);
    return;
  }
  end_run(s);
  page->cut = page->elements.count == page->elements_most || page->budget > page->budget_most;
  if (page->cut || !policy__html_shape_start(&s->shape, tag)) return;
  page->budget += policy__html_cost(tag, false);
  policy__html_element *element = push(s, &page->elements);
  if (element == NULL) return;
  element->skeleton = (uint32_t)page->skeleton.size;
  element->source = (uint32_t)(begin - s->begin);
  element->id = all->id.size > 0 ? (uint32_t)(all->id.data - s->begin) : 0;
  element->id_size = (uint32_t)all->id.size;
  element->language = all->lang.size > 0 ? (uint32_t)(all->lang.data - s->begin) : 0;
  element->language_size = (uint32_t)all->lang.size;
  element->counter = all->counter;
  element->hints = hints_of(s, all);
  element->tag = (uint8_t)tag;
  element->lead = POLICY_NONE;
  s->leads = true;
  write_skeleton(s, name, false);
}

static void close_element(scanner *s, policy__tag tag) {
  const char *name = policy__tag_name(tag);
  if (name == NULL || s->page->cut) return;
  end_run(s);
  if (!policy__html_shape_end(&s->shape, tag)) return;
  s->page->budget += policy__html_cost(tag, true);
  write_skeleton(s, name, true);
}

static void start_tag(scanner *s, policy_string name, const char *begin) {
  policy__tag tag = policy__tag_of(name);
  attributes all;
  if (!read_attributes(s, &all)) return;
  bool empty = all.closed && s->page->xml;
  switch (tag) {
    case POLICY__TAG_OTHER: note_byline(s, &all); break;
    case POLICY__TAG_A:
      note_byline(s, &all);
      open_link(s, &all);
      if (empty) s->linked = false, s->link = POLICY__LINK_OTHER;
      break;
    case POLICY__TAG_SUP: s->raised = !empty; break;
    case POLICY__TAG_B: s->bold = !empty; break;
    case POLICY__TAG_BUTTON: s->pressed = !empty; break;
    case POLICY__TAG_BR:
      add_break(s, begin);
      break;
    case POLICY__TAG_HTML:
    case POLICY__TAG_BODY:
      if (s->page->head.language.size == 0) s->page->head.language = all.lang;
      break;
    case POLICY__TAG_LINK: take_link(s, &all); break;
    case POLICY__TAG_META:
      add_meta(s, &s->page->head.metas, all.name.size > 0 ? all.name : all.itemprop, all.content);
      break;
    case POLICY__TAG_TIME: add_time(s, &all); break;
    case POLICY__TAG_RULE:
      if (!s->page->cut) end_run(s);
      break;
    case POLICY__TAG_TITLE: {
      policy_string title = empty ? all.id : skip_element(s, name);
      if (s->page->head.title.size == 0) s->page->head.title = title;
      break;
    }
    case POLICY__TAG_SCRIPT: {
      policy_string script = empty ? all.id : skip_element(s, name);
      policy__array *scripts = &s->page->head.scripts;
      if (!contains(all.type, "ld+json") || scripts->count == scripts->ceiling) break;
      policy_string *kept = push(s, scripts);
      if (kept != NULL) *kept = script;
      break;
    }
    case POLICY__TAG_SKIPPED:
      if (!empty) (void)skip_element(s, name);
      break;
    default:
      open_element(s, tag, &all, begin);
      if (empty) close_element(s, tag);
  }
}

static void end_tag(scanner *s, policy_string name) {
  policy__tag tag = policy__tag_of(name);
  attributes all;
  if (!read_attributes(s, &all)) return;
  if (tag == POLICY__TAG_A) s->linked = false, s->link = POLICY__LINK_OTHER;
  else if (tag == POLICY__TAG_SUP) s->raised = false;
  else if (tag == POLICY__TAG_B) s->bold = false;
  else if (tag == POLICY__TAG_BUTTON) s->pressed = false;
  else close_element(s, tag);
}

/* Goes behind the markup that begins here. */
static void markup(scanner *s) {
  const char *begin = s->at;
  bool end = begin[1] == '/';
  const char *name = begin + 1 + end;
  if (name < s->end && policy__is_letter(*name)) {
    const char *p = name;
    while (p < s->end && (policy__is_letter(*p) || (!policy__is_white(*p) && *p != '/' && *p != '>'))) p++;
    s->at = p;
    if (end) end_tag(s, (policy_string){name, (size_t)(p - name)});
    else start_tag(s, (policy_string){name, (size_t)(p - name)}, begin);
  } else if (s->end - begin >= 4 && memcmp(begin, "<!--", 4) == 0) {
    skip_comment(s);
  } else {
    const char *close = memchr(begin, '>', (size_t)(s->end - begin));
    s->at = close != NULL ? close + 1 : s->end;
  }
}

policy_status policy__html_scan(policy__html_page *page) {
  scanner s = {.page = page, .begin = page->source.data, .at = page->source.data};
  s.end = s.begin + page->source.size;
  s.shape.most = page->nesting;
  policy__html_hints_init(&s.hints);
  page->status = policy_buffer_append(&page->skeleton, "<!doctype html>", 15);
  const char *text = s.at;
  while (s.at < s.end && page->status == POLICY_OK) {
    const char *tag = memchr(s.at, '<', (size_t)(s.end - s.at));
    if (tag == NULL) break;
    s.at = tag + 1;
    if (s.at == s.end || (!policy__is_letter(*s.at) && memchr("!?/", *s.at, 3) == NULL)) continue;
    add_piece(&s, text, tag); /* before the tag, which may end its run */
    s.at = tag;
    markup(&s);
    text = s.at;
  }
  add_piece(&s, text, s.end);
  end_run(&s);
  return page->status;
}
