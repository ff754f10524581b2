--- libpolicy reads policy documents and represents their actors and recommendations.
--
--     local policy = require "libpolicy"
--     local doc = assert(policy.analyse("report.txt"))
--     for _, ask in doc.recommendations:by{addressee = "JPN"}:each() do print(ask.force, ask.text) end
--
-- What can fail gives nil, a message, a word ("io", "format", ...) and the byte where it failed. Misuse is an
-- error. Positions are bytes from 1, so that doc.text:sub(span[1], span[2]) is what a span covers. Absent things
-- are nil.
-- @module libpolicy

local parts = require "libpolicy.parts"
local json = require "libpolicy.json"

local core, opened, need, some, many = parts.core, parts.opened, parts.need, parts.some, parts.many

local policy = {
  version = core.policy_version(),
  features = core.policy_features(),
  null = json.null,
  list = json.list,
  object = json.object,
  gazetteer = require "libpolicy.gazetteer",
}

-- ---- misuse: errors where the caller stands. Levels count from the function that calls these ----------------

local function place(value, level)
  if type(value) == "number" and value >= 0 and value < 2 ^ 32 and value % 1 == 0 then return value end
  error(("%s is no place in a text"):format(tostring(value)), level + 1)
end

local function options(given, known, level)
  if given == nil then return {} end
  if type(given) ~= "table" then error("options are a table, not " .. type(given), level + 1) end
  for key, value in next, given do
    if known[key] == nil then error(("%q is no option"):format(tostring(key)), level + 1) end
    if type(value) ~= known[key] then
      error(("%s is a %s, not %s"):format(key, known[key], type(value)), level + 1)
    end
  end
  return given
end

-- ---- documents ----------------------------------------------------------------------------------------------

local Document = {} -- methods
local fields = {}
for field_name in ("title subtitle date publisher language language_confidence charset_source charset_confidence identifier url type "
                   .. "publisher_type series licence"):gmatch("[%w_]+") do
  fields[field_name] = some(core["policy_document_" .. field_name])
end
for singular, members in next, {contributor = "role name affiliation", date = "kind value source",
                                identifier = "scheme value", subject = "scheme code label"} do
  local get = {}
  for member in members:gmatch("%w+") do get[member] = core[("policy_document_%s_%s"):format(singular, member)] end
  fields[singular .. "s"] = many(core[("policy_document_%s_count"):format(singular)], function(self, n)
    local item = {}
    for member, of in next, get do
      local value = of(self, n)
      item[member] = value ~= "" and value or nil
    end
    return item
  end)
end
for plural, singular in next, {authors = "author", topics = "topic", regions = "region"} do
  fields[plural] = many(core["policy_document_" .. singular .. "_count"], core["policy_document_" .. singular])
end
for plural, singular in next, {
  blocks = "block", pages = "page", lines = "line", sentences = "sentence", tokens = "token", actors = "actor", statements = "statement",
  recommendations = "recommendation", times = "time", events = "event", relations = "relation", causal = "causal",
  citations = "citation", warnings = "warning",
} do
  local count = core["policy_document_" .. singular .. "_count"]
  local at = core["policy_document_" .. singular .. (plural == "citations" and "_at" or "")] -- "citation" is a string
  fields[plural] = function(self)
    local kept = core.state(self)
    kept[plural] = kept[plural] or parts.list(self, plural, count(self), at)
    return kept[plural]
  end
end

fields.id = core.policy_document_id
function fields.text(self)
  local kept = core.state(self)
  kept.text = kept.text or core.policy_document_text(self)
  return kept.text
end
function fields.source(self)
  return {
    name = some(core.policy_document_source_name)(self),
    media_type = some(core.policy_document_media_type)(self),
    charset = some(core.policy_document_charset)(self),
    bytes = core.policy_document_source_size(self),
    pages = some(core.policy_document_page_count)(self),
  }
end
for _, kept in ipairs{"citation", "extra"} do
  local get = some(core["policy_document_" .. kept])
  fields[kept] = function(self)
    local text = get(self)
    return text and json.decode(text)
  end
end

local document = core.metatable("policy_document")
local key = document[".fn"].key
parts.class("policy.document", document, fields, Document)
function document.__index(self, name)
  if Document[name] then return Document[name] end
  opened(self, 2)
  if fields[name] then return fields[name](self) end
  error(("policy.document has no field %q"):format(tostring(name)), 2)
end
function document.__eq(a, b)
  local both = getmetatable(a) == getmetatable(b) and core.is_open(a) and core.is_open(b)
  return both and key(a) == key(b)
end
function document.__tostring(self)
  if not core.is_open(self) then return "document (closed)" end
  return ("document: %s (%d actors, %d recommendations)"):format(
    parts.cut(self.title or self.source.name or self.id:sub(1, 15)), #self.actors, #self.recommendations)
end

--- Gives the document up before the collector does. It and its lists cannot be used any more; parts that were
-- taken from it can, and keep what they need.
function Document.close(self)
  need(self, "policy.document", 2)
  local kept = core.state(self)
  for name in next, kept do kept[name] = nil end
  core.release(self)
end
document.__close = Document.close

--- The document as JSON: policy-document version 1. Options: indent, tokens.
function Document.to_json(self, given)
  opened(self, 2)
  given = options(given, {indent = "boolean", tokens = "boolean"}, 2)
  return core.policy_json_write(self, (given.indent and core.POLICY_JSON_INDENT or 0) +
                                      (given.tokens and core.POLICY_JSON_TOKENS or 0))
end

--- The same as a table. Spans are as in JSON: code points from 0, half open.
function Document.to_table(self, given)
  opened(self, 2)
  local text, message, code, at = core.policy_json_write(
    self, options(given, {tokens = "boolean"}, 2).tokens and core.POLICY_JSON_TOKENS or 0)
  if not text then return nil, message, code, at end
  return json.decode(text)
end

--- The sentences that have words as CoNLL-U, which policy.read takes back. What was not analysed is "_".
function Document.to_conllu(self)
  return core.policy_conllu_write(opened(self, 2))
end

--- How to cite the document, as an entry of BibTeX; "" when nothing is known.
function Document.to_bibtex(self)
  return core.policy_bibtex_write(opened(self, 2))
end

--- A page of the web that needs nothing else: the text with its findings marked, and what the document asks for.
function Document.to_html(self)
  return core.policy_html_write(opened(self, 2))
end

--- What the document is and asks for, in words for people. Options: colour, width, clean (its text alone).
function Document.summary(self, given)
  opened(self, 2)
  given = options(given, {colour = "boolean", width = "number", clean = "boolean"}, 2)
  return core.policy_summary_write(self, (given.colour and core.POLICY_SUMMARY_COLOUR or 0) +
    (given.clean and core.POLICY_SUMMARY_CLEAN or 0), place(given.width or 0, 2))
end

--- True, or nil and the first rule that the document breaks.
function Document.check(self)
  return core.policy_document_check(opened(self, 2))
end

--- A place in every count: byte, line and column from 1; code_point and utf16 from 0, as other programs count.
function Document.position(self, at)
  opened(self, 2)
  local position = core.policy_document_position(self, math.max(place(at, 2), 1) - 1)
  position.byte = position.byte + 1
  return position
end

--- The byte of the source, from 1, that a byte of the text came from.
function Document.source_offset(self, at)
  opened(self, 2)
  return core.policy_document_source_offset(self, math.max(place(at, 2), 1) - 1) + 1
end

--- The block that a byte of the text, from 1, stands in, or nil.
function Document.block_at(self, at)
  return core.policy_document_block_at(opened(self, 2), math.max(place(at, 2), 1) - 1)
end

--- The line of a page that a byte of the text, from 1, stands in, or nil; and the number of the page, from 1, or nil.
function Document.line_at(self, at)
  return core.policy_document_line_at(opened(self, 2), math.max(place(at, 2), 1) - 1)
end
function Document.page_at(self, at)
  local page = core.policy_document_page_at(opened(self, 2), math.max(place(at, 2), 1) - 1)
  return page > 0 and page or nil
end

--- The page of that number, from 1, or nil.
function Document.page(self, number)
  return opened(self, 2).pages[number]
end

--- All pages as one picture, one below the other, with the findings marked. Options as of page:to_svg.
function Document.to_svg(self, given)
  opened(self, 2)
  return core.policy_svg_write(self, 0, parts.svg_flags(options(given, {bare = "boolean", overlay = "boolean"}, 2)))
end

--- Where in the source the bytes from `first` to `last` of the text came from: first and last byte, the page that they begin
-- on, and the box and place of the block.
function Document.origin(self, first, last)
  opened(self, 2)
  local block = Document.block_at(self, first)
  last = last or first
  local final, behind = Document.source_offset(self, last), Document.source_offset(self, last + 1) - 1
  if behind > final and behind - final < 4 then final = behind end -- the last character has several bytes there
  return {first = Document.source_offset(self, first), last = final,
          page = Document.page_at(self, first), box = block and block.box, place = block and block.place}
end

--- The byte at which the n-th code point, or UTF-16 unit, from 0 begins; past the end, the byte behind it.
function Document.byte_of_code_point(self, n)
  return core.policy_document_byte_of_code_point(opened(self, 2), place(n, 2)) + 1
end
function Document.byte_of_utf16(self, n)
  return core.policy_document_byte_of_utf16(opened(self, 2), place(n, 2)) + 1
end

-- ---- making documents ---------------------------------------------------------------------------------------

local READING = {
  name = "string", media_type = "string", limits = "table", progress = "function", path = "boolean", text = "boolean",
}
local ANALYSING = {full = "boolean", gazetteer = "userdata"}
for name, kind in next, READING do ANALYSING[name] = kind end

-- What must be a C string in C.
local function without_nul(...)
  for n = 1, select("#", ...) do
    local value = select(n, ...)
    if value and value:find("\0", 1, true) then return nil, "a NUL byte in a name or path", "argument", 0 end
  end
  return true
end

-- A document costs memory that Lua's collector does not see; it works the more for it.
local function made(doc, ...)
  if not doc then return doc, ... end
  collectgarbage("step", math.ceil(core.policy_document_source_size(doc) / 32) + 8)
  return doc
end

local function is_path(source, given)
  if given.path or given.text then return given.path end
  if #source > 4096 or source:find("[%z\n]") then return false end
  local file = io.open(source, "rb")
  return file and file:close()
end

local function read(source, given, known, level)
  if type(source) ~= "string" then error("a path or text is a string, not " .. type(source), level + 1) end
  given = options(given, known, level + 1)
  local path = is_path(source, given)
  local good, message, code, at = without_nul(given.name, given.media_type, path and source)
  if not good then return nil, message, code, at end
  if path then return core.policy_read_file(source, given) end
  return core.policy_read(source, given)
end

--- Reads a document: text, blocks, metadata. A string that names an existing file is its path, any other a
-- text; the options path = true and text = true force one. Options: name, media_type, limits, progress(share).
function policy.read(source, given)
  return made(read(source, given, READING, 2))
end

-- The document that `work` makes of one, or of what is read first.
local function worked(work, source, given, known, level)
  if getmetatable(source) == "policy.document" then
    return work(opened(source, level + 1), options(given, known, level + 1))
  end
  local doc, message, code, at = read(source, given, known, level + 1)
  if not doc then return nil, message, code, at end
  local good, why, word, byte = work(doc, given)
  Document.close(doc)
  return good, why, word, byte
end

--- Reads, and finds sentences, actors, statements, recommendations, ... Takes a document too, which stays as
-- it is. Options as of read; full: parse every sentence, not only those that may hold a finding; gazetteer:
-- own entries, found as actors before those that the library knows.
function policy.analyse(source, given)
  return made(worked(core.policy_analyse, source, given, ANALYSING, 2))
end

--- Reads, and tags, lemmatises and parses every sentence; looks for nothing else. Takes a document too, whose
-- sentences and words are kept. Options as of read.
function policy.parse(source, given)
  return made(worked(core.policy_parse, source, given, READING, 2))
end

--- The document that to_json wrote. Options as of read, but path and text.
function policy.from_json(text, given)
  if type(text) ~= "string" then error("JSON is a string, not " .. type(text), 2) end
  return made(core.policy_json_read(text, options(given, READING, 2)))
end

--- The document that a table in the exchange format describes. Empty tables are lists where nothing marks them.
function policy.from_table(value, given)
  if type(value) ~= "table" then error("a table is needed, not " .. type(value), 2) end
  local text, message = json.encode(value)
  if not text then return nil, message, "argument", 0 end
  return made(core.policy_json_read(text, options(given, READING, 2)))
end

return policy
