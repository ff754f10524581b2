--- Parts of documents and lists of them: SWIG's objects with a behaviour of Lua's own. For libpolicy alone.
-- @module libpolicy.parts

-- SWIG leaves two globals behind; they go back to what they were.
local before, after = rawget(_G, "swig_type"), rawget(_G, "swig_equals")
local core = require "libpolicy_core"
rawset(_G, "swig_type", before)
rawset(_G, "swig_equals", after)

local parts = {core = core}

-- ---- misuse: errors where the caller stands -----------------------------------------------------------------

-- Levels count from the function that calls these.
local function need(value, kind, level)
  if getmetatable(value) == kind then return value end
  error(("a %s is needed here, not %s"):format(kind, type(value)), level + 1)
end

local function opened(document, level)
  need(document, "policy.document", level + 1)
  if not core.is_open(document) then error("the document is closed", level + 1) end
  return document
end

-- ---- fields -------------------------------------------------------------------------------------------------

-- Absent strings are empty in C, absent numbers 0.
local function some(get)
  return function(self)
    local value = get(self)
    if value ~= "" and value ~= 0 then return value end
  end
end

local Found = {} -- the methods of all lists
local found = {__index = Found, __name = "policy.found"}

local function gather(self, count, at)
  local items = {}
  for n = 1, count do items[n] = at(self, n - 1) end
  return setmetatable(items, found)
end

local function many(count, at)
  return function(self) return gather(self, count(self), at) end
end

local function cut(text)
  text = text:gsub("%s+", " ")
  if #text <= 60 then return text end
  return text:sub(1, 60):gsub("[\192-\255][\128-\191]*$", "") .. "..."
end

-- ---- classes: SWIG's objects with a behaviour of our own ----------------------------------------------------

local fields_of = {} -- by the name of the class, for Found.by

local function sorted(fields)
  local names = {}
  for name in next, fields do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- pairs(object): the fields that are not nil, sorted.
local function iterator(fields)
  local names = sorted(fields)
  return function(self)
    local n = 0
    return function()
      while n < #names do
        n = n + 1
        local value = self[names[n]]
        if value ~= nil then return names[n], value end
      end
    end
  end
end

local function class(name, meta, fields, methods)
  meta.__name, meta.__metatable = name, name
  fields_of[name] = fields
  meta.__pairs = iterator(fields)
  meta.__newindex = function(_, key) error(("%s: %s cannot be set"):format(name, tostring(key)), 2) end
  meta.__index = function(self, key)
    local get = fields[key]
    if get then return get(self) end
    return methods[key] or error(("%s has no field %q"):format(name, tostring(key)), 2)
  end
  return meta
end

-- A kind of part. Without `letter` it has no id; `span` is the C function that gives its place.
local function part(kind, letter, span, fields, methods)
  local meta = core.metatable("policy_" .. kind)
  local raw, number = meta[".fn"], meta[".get"].id
  local name = "policy." .. kind
  local key, piece = raw.key, raw.piece
  fields.document = raw.owner
  fields.index = function(self) return number(self) + 1 end
  if letter then fields.id = function(self) return ("%s%d"):format(letter, number(self) + 1) end end
  if span then
    fields.span = span
    fields.text = fields.text or function(self)
      local at = span(self)
      return at and piece(self, at)
    end
  end
  class(name, meta, fields, methods or {})
  meta.__eq = function(a, b)
    return getmetatable(a) == name and getmetatable(b) == name and number(a) == number(b) and key(a) == key(b)
  end
  meta.__tostring = function(self)
    return ("%s %d: %s"):format(kind, number(self) + 1, cut(self.text or "(no place)"))
  end
  return meta, piece
end

part("block", "b", core.policy_block_span, {
  kind = core.policy_block_kind_of,
  level = some(core.policy_block_level),
  page = some(core.policy_block_page),
  box = core.policy_block_box,
  place = core.policy_block_place,
  language = core.policy_block_language,
  language_confidence = some(core.policy_block_language_confidence),
  part = some(core.policy_block_part_of),
  paragraph_number = some(core.policy_block_number),
  speaker = some(core.policy_block_speaker),
})

local page_methods = {}
local page, number_of_page = part("page", nil, nil, {
  width = some(core.policy_page_width),
  height = some(core.policy_page_height),
  lines = many(core.policy_page_line_count, core.policy_page_line),
}, page_methods), core.metatable("policy_page")[".get"].id
function page.__tostring(self) return ("page %d: %d lines"):format(self.index, core.policy_page_line_count(self)) end

-- The flags of a picture.
function parts.svg_flags(given)
  return (given.bare and core.POLICY_SVG_BARE or 0) + (given.overlay and core.POLICY_SVG_OVERLAY or 0)
end

--- The page as a picture with the findings marked. Options: bare (without them), overlay (the marks alone).
function page_methods.to_svg(self, given)
  need(self, "policy.page", 2)
  if given ~= nil and type(given) ~= "table" then error("options are a table, not " .. type(given), 2) end
  return core.policy_svg_write(self.document, number_of_page(self) + 1, parts.svg_flags(given or {}))
end

local line_methods = {}
part("line", nil, core.policy_line_span, {
  page = core.policy_line_page,
  box = core.policy_line_box,
  size = some(core.policy_line_size),
  bold = core.policy_line_is_bold,
  italic = core.policy_line_is_italic,
  turned = core.policy_line_is_turned,
}, line_methods)

--- The part of its box that the bytes from `first` to `last` of the text take, or nil.
function line_methods.box_of(self, first, last)
  need(self, "policy.line", 2)
  return core.policy_line_box_of(self, {first, last or first})
end

local token_of, number_of_token = core.metatable("policy_token")[".fn"], core.metatable("policy_token")[".get"].id
local sentence_methods = {}
local sentence = part("sentence", nil, core.policy_sentence_span, {
  block = core.policy_sentence_block,
  tokens = many(core.policy_sentence_token_count, core.policy_sentence_token),
  root = core.metatable("policy_sentence")[".fn"].root,
}, sentence_methods)

--- for n, token in sentence:each() do: its tokens, without making the list of them.
function sentence_methods.each(self)
  need(self, "policy.sentence", 2)
  return function(_, n)
    local token = core.policy_sentence_token(self, n)
    if token then return n + 1, token end
  end, nil, 0
end

--- for token in sentence do: in every version of Lua. The token before says where the loop is.
function sentence.__call(self, _, before)
  local first = core.policy_sentence_token(self, 0)
  if not before then return first end
  return core.policy_sentence_token(self, number_of_token(before) - number_of_token(first) + 1)
end

-- What hangs on a token, directly; and all of it with the token, in the order of the text.
local function children(self)
  local items, child = {}, token_of.child(self, 0)
  while child do
    items[#items + 1] = child
    child = token_of.child(self, number_of_token(child) + 1)
  end
  return setmetatable(items, found)
end

local function subtree(self)
  local above, inside, items = {}, {[number_of_token(self)] = true}, {}
  for token in token_of.sentence(self) do
    local head = core.policy_token_head(token)
    above[number_of_token(token)] = head and number_of_token(head)
  end
  for token in token_of.sentence(self) do
    local way, at = {}, number_of_token(token)
    while at and inside[at] == nil do
      way[#way + 1], inside[at], at = at, false, above[at]
    end
    for _, each in ipairs(way) do inside[each] = at and inside[at] or false end
    if inside[number_of_token(token)] then items[#items + 1] = token end
  end
  return setmetatable(items, found)
end

local token_methods = {}
part("token", nil, core.policy_token_span, {
  form = core.policy_token_form,
  joined = core.policy_token_is_joined,
  lemma = some(core.policy_token_lemma),
  upos = some(core.policy_token_upos),
  xpos = some(core.policy_token_xpos),
  features = some(core.policy_token_features),
  relation = some(core.policy_token_relation),
  head = core.policy_token_head,
  sentence = token_of.sentence,
  children = children,
  subtree = subtree,
}, token_methods)

--- The value of a feature ("Number"), or nil.
function token_methods.feature(self, name)
  need(self, "policy.token", 2)
  if type(name) ~= "string" then error("a feature is a string, not " .. type(name), 2) end
  for each, value in core.policy_token_features(self):gmatch("([^|=]+)=([^|]*)") do
    if each == name then return value end
  end
end

part("warning", nil, core.policy_warning_span, {
  code = core.policy_warning_code,
  message = core.policy_warning_message,
}).__tostring = function(self) return ("warning %s: %s"):format(self.code, self.message) end

local actor_methods = {}
local actor, piece_of_actor = part("actor", "a", nil, {
  name = core.policy_actor_name,
  kind = core.policy_actor_kind_of,
  codes = function(self)
    local codes = {}
    for n = 0, core.policy_actor_code_count(self) - 1 do
      codes[core.policy_actor_code_scheme(self, n)] = core.policy_actor_code_value(self, n)
    end
    return codes
  end,
}, actor_methods)
actor.__tostring = function(self) return ("actor %d: %s (%s)"):format(self.index, cut(self.name), self.kind) end
fields_of["policy.actor"].mentions = function(self)
  return gather(self, core.policy_actor_mention_count(self), function(_, n)
    local span = core.policy_actor_mention_span(self, n)
    return {span = span, form = core.policy_actor_mention_form(self, n), text = piece_of_actor(self, span)}
  end)
end
actor.__pairs = iterator(fields_of["policy.actor"])

--- The code of an actor in a scheme ("iso3166-1"), or nil.
function actor_methods.code(self, scheme)
  need(self, "policy.actor", 2)
  if type(scheme) ~= "string" then error("a scheme is a string, not " .. type(scheme), 2) end
  if scheme:find("\0", 1, true) then return nil end
  local code = core.policy_actor_code(self, scheme)
  return code ~= "" and code or nil
end

--- A state's name in a language ("ja", "pt-BR"), from the gazetteer that the library carries, or nil.
function actor_methods.name_in(self, language)
  need(self, "policy.actor", 2)
  if type(language) ~= "string" then error("a language is a string, not " .. type(language), 2) end
  local code = self:code("iso3166-1")
  local entry = code and require("libpolicy.gazetteer").builtin():find_code("iso3166-1", code)
  return entry and entry:name_in(language)
end

--- Whether that is its name, id or one of its codes, in whatever case (of ASCII letters).
function actor_methods.is_called(self, name)
  need(self, "policy.actor", 2)
  if type(name) ~= "string" then error("a name is a string, not " .. type(name), 2) end
  name = name:lower()
  if self.name:lower() == name or self.id == name then return true end
  for n = 0, core.policy_actor_code_count(self) - 1 do
    if core.policy_actor_code_value(self, n):lower() == name then return true end
  end
  return false
end

part("component", nil, core.policy_component_span, {
  role = core.policy_component_role,
  symbol = function(self) return some(core.policy_role_symbol)(core.policy_component_role(self)) end,
  text = some(core.policy_component_text),
  inferred = core.policy_component_is_inferred,
  actor = core.policy_component_actor,
  statement = core.policy_component_statement,
  properties = many(core.policy_component_property_count, core.policy_component_property),
})

local statement = {
  type = core.policy_statement_type_of,
  sentence = core.policy_statement_sentence,
  negated = core.policy_statement_is_negated,
  components = many(core.policy_statement_component_count, core.policy_statement_component),
  ig_script = function(self) return core.policy_igscript_write(self) end,
}
for role in ("attributes direct_objects indirect_objects activation_conditions execution_constraints " ..
             "or_else entities properties"):gmatch("[%w_]+") do
  statement[role] = many(function(self) return core.policy_statement_role_count(self, role) end,
                         function(self, n) return core.policy_statement_role(self, role, n) end)
end
for role in ("deontic aim modal function"):gmatch("%w+") do
  statement[role] = function(self) return core.policy_statement_role(self, role, 0) end
end
part("statement", "s", core.policy_statement_span, statement)

local recommendation = {
  statement = core.policy_recommendation_statement,
  voice = core.policy_recommendation_voice,
  speaker = core.policy_recommendation_speaker,
  force = core.policy_recommendation_force,
  addressee_implicit = core.policy_recommendation_is_addressee_implicit,
  purposes = many(core.policy_recommendation_purpose_count, core.policy_recommendation_purpose),
  reasons = many(core.policy_recommendation_reason_count, core.policy_recommendation_reason),
}
for party in ("addressees partners targets beneficiaries"):gmatch("%w+") do
  recommendation[party] = many(function(self) return core.policy_recommendation_actor_count(self, party) end,
                               function(self, n) return core.policy_recommendation_actor(self, party, n) end)
end
for field in ("instrument topic label deadline status why specificity confidence"):gmatch("%w+") do
  recommendation[field] = some(core["policy_recommendation_" .. field])
end
part("recommendation", "r", core.policy_recommendation_span, recommendation).__tostring = function(self)
  return ("recommendation %d: %s: %s"):format(self.index, self.force, cut(self.text or "(no place)"))
end

part("time", nil, core.policy_time_span, {
  type = core.policy_time_type_of,
  value = some(core.policy_time_value),
  deadline = core.policy_time_is_deadline,
})
part("citation", nil, core.policy_citation_span, {
  kind = core.policy_citation_kind_of,
  scheme = some(core.policy_citation_scheme),
  value = some(core.policy_citation_value),
})
part("event", "e", core.policy_event_span, {
  kind = some(core.policy_event_kind),
  status = core.policy_event_status_of,
  date = some(core.policy_event_date),
  participants = many(core.policy_event_participant_count, function(self, n)
    local role = core.policy_event_participant_role(self, n)
    return {actor = core.policy_event_participant(self, n), role = role ~= "" and role or nil}
  end),
})
part("relation", nil, core.policy_relation_span, {
  from = core.policy_relation_from,
  to = core.policy_relation_to,
  kind = some(core.policy_relation_kind),
  sign = core.policy_relation_sign,
})
part("causal", nil, core.policy_causal_effect, {
  cause = core.policy_causal_cause,
  effect = core.policy_causal_effect,
  marker = core.policy_causal_marker,
  sign = core.policy_causal_sign,
})

-- ---- lists --------------------------------------------------------------------------------------------------

local function step(list, n)
  local item = list[n + 1]
  if item ~= nil then return n + 1, item end
end

--- for n, item in list:each() do: in every version of Lua.
function Found.each(list)
  return step, list, 0
end

-- Whether a field is what find and by look for.
local function fits(value, wanted)
  if type(wanted) == "function" then return wanted(value) and true or false end
  if type(wanted) == "table" then
    for _, each in ipairs(wanted) do
      if fits(value, each) then return true end
    end
    return false
  end
  if type(value) == "table" then
    for _, each in next, value do
      if fits(each, wanted) then return true end
    end
    return false
  end
  if getmetatable(value) == "policy.actor" and type(wanted) == "string" then
    return actor_methods.is_called(value, wanted)
  end
  return value == wanted
end

-- The value of a field, whose singular will do: "addressee" for "addressees".
local function field(item, name, level)
  local fields = fields_of[getmetatable(item)]
  if not fields then return item[name] end
  for _, each in ipairs{name, name .. "s", (name:gsub("y$", "ies"))} do
    if fields[each] then return fields[each](item) end
  end
  error(("%s has no field %q"):format(getmetatable(item), name), level + 1)
end

--- The first item that is called so: an actor by name, code or id, others by id; and its number.
function Found.find(list, name)
  if type(name) ~= "string" then error("a name is a string, not " .. type(name), 2) end
  for n, item in Found.each(list) do
    local fields = fields_of[getmetatable(item)]
    if fits(item, name) or fields and fields.id and fields.id(item) == name then return item, n end
  end
end

--- A list of the items whose fields are as wanted: by{force = "must", addressee = "JPN"}.
-- A list stands for any of its members, a function decides itself. An actor is wanted by its name or one of its
-- codes, and among several ("addressees") by one of them.
function Found.by(list, wanted)
  if type(wanted) ~= "table" then error("what is wanted is a table, not " .. type(wanted), 2) end
  local items = {}
  for _, item in Found.each(list) do
    local good = true
    for name, value in next, wanted do good = good and fits(field(item, name, 2), value) end
    if good then items[#items + 1] = item end
  end
  return setmetatable(items, found)
end

-- The lists of a document make their items when they are asked for.
local List = {__name = "policy.list", __metatable = "policy.list"}

local function state(list, level)
  need(list, "policy.list", level + 1)
  local self = core.state(list)
  opened(self.document, level + 1)
  return self
end

function List.__index(list, key)
  local self = state(list, 2)
  if type(key) ~= "number" then
    return Found[key] or error(("policy.list has no field %q"):format(tostring(key)), 2)
  end
  if key >= 1 and key <= self.count and key % 1 == 0 then return self.at(self.document, key - 1) end
end

function List.__len(list) return state(list, 2).count end
function List.__pairs(list) return step, list, 0 end
function List.__newindex() error("policy.list: items cannot be set", 2) end
function List.__tostring(list) return ("%d %s"):format(core.state(list).count, core.state(list).name) end
function List.__eq(a, b)
  if getmetatable(a) ~= getmetatable(b) then return false end
  a, b = core.state(a), core.state(b)
  return a.name == b.name and a.document == b.document
end

function parts.list(document, name, count, at)
  return core.list(List, {document = document, name = name, count = count, at = at})
end

parts.need, parts.opened, parts.some, parts.many, parts.cut, parts.class = need, opened, some, many, cut, class

return parts
