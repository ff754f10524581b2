--- Gazetteers: lists of actors, and finding their names in any text.
--
--     local own = assert(policy.gazetteer.open("actors.tsv", {base = policy.gazetteer.builtin()}))
--     for match in own:match(text, {languages = "en"}) do print(text:sub(match[1], match[2]), match.entry.id) end
--
-- What can fail gives nil, a message, a word and the byte where it failed. Absent things are nil.
-- @module libpolicy.gazetteer

local parts = require "libpolicy.parts"
local core = parts.core

local gazetteer = {}
local Gazetteer, Entry = {}, {}

local function opened(value, level)
  if getmetatable(value) ~= "policy.gazetteer" then
    error("a policy.gazetteer is needed here, not " .. type(value), level + 1)
  end
  return value
end

local function text_of(value, what, level)
  if type(value) == "string" then return value end
  error(("%s is a string, not %s"):format(what, type(value)), level + 1)
end

local function some(value)
  if value ~= "" then return value end
end

-- ---- entries: tables {gazetteer, number} that ask when they are asked ------------------------------------------

local entry = {}

local function make(own, number)
  return number and setmetatable({own, number}, entry)
end

local fields = {
  id = core.policy_entry_id,
  name = core.policy_entry_name,
  kind = core.policy_entry_kind,
  sector = function(self) return some(core.policy_entry_sector(self)) end,
  begins = function(self) return some(core.policy_entry_from(self)) end,
  ends = function(self) return some(core.policy_entry_to(self)) end,
  gazetteer = function(self) return rawget(self, 1) end,
}

--- The codes by scheme, the first of each.
function fields.codes(self)
  local codes = {}
  for n = core.policy_entry_code_count(self) - 1, 0, -1 do
    codes[core.policy_entry_code_scheme(self, n)] = core.policy_entry_code_value(self, n)
  end
  return codes
end

--- All forms that name it: text, use, languages. No languages: it belongs to all.
function fields.forms(self)
  local forms = {}
  for n = 0, core.policy_entry_form_count(self) - 1 do
    local languages = {}
    for k = 0, core.policy_entry_form_language_count(self, n) - 1 do
      languages[k + 1] = core.policy_entry_form_language(self, n, k)
    end
    forms[n + 1] = {text = core.policy_entry_form(self, n), use = core.policy_entry_form_use(self, n),
                    languages = languages}
  end
  return forms
end

--- The offices that a person holds or held: title, entry, begins, ends.
function fields.posts(self)
  local posts = {}
  for n = 0, core.policy_entry_post_count(self) - 1 do
    posts[n + 1] = {title = core.policy_entry_post_title(self, n),
                    entry = make(rawget(self, 1), core.policy_entry_post(self, n)),
                    begins = some(core.policy_entry_post_from(self, n)), ends = some(core.policy_entry_post_to(self, n))}
  end
  return posts
end

--- The code of a scheme ("iso3166-1").
function Entry.code(self, scheme)
  return some(core.policy_entry_code(self, text_of(scheme, "a scheme", 2)))
end

--- The name in a language ("pt-BR"), or in the nearest that contains it ("pt").
function Entry.name_in(self, language)
  return some(core.policy_entry_name_in(self, text_of(language, "a language", 2)))
end

--- The entries that it belongs to: "member_of", "part_of", "government_of", or all.
function Entry.links(self, kind)
  local links = {}
  for n = 0, core.policy_entry_link_count(self) - 1 do
    if kind == nil or core.policy_entry_link_kind(self, n) == kind then
      links[#links + 1] = make(rawget(self, 1), core.policy_entry_link(self, n))
    end
  end
  return links
end

function entry.__index(self, name)
  if Entry[name] then return Entry[name] end
  if fields[name] then return fields[name](self) end
  error(("policy.entry has no field %q"):format(tostring(name)), 2)
end
function entry.__newindex()
  error("a policy.entry never changes", 2)
end
function entry.__eq(a, b)
  return rawget(a, 1) == rawget(b, 1) and rawget(a, 2) == rawget(b, 2)
end
function entry.__tostring(self)
  return ("entry %s: %s"):format(self.id, self.name)
end
entry.__name = "policy.entry"

-- ---- gazetteers ---------------------------------------------------------------------------------------------------

local class = core.metatable("policy_gazetteer")
class.__index = function(_, name)
  if Gazetteer[name] then return Gazetteer[name] end
  error(("policy.gazetteer has no field %q"):format(tostring(name)), 2)
end
class.__newindex = function() error("a policy.gazetteer never changes", 2) end
class.__len = function(self) return core.policy_gazetteer_entry_count(self) end
class.__tostring = function(self) return ("gazetteer: %d entries"):format(self:count()) end
class.__metatable = "policy.gazetteer"

--- The number of entries.
function Gazetteer.count(self)
  return core.policy_gazetteer_entry_count(opened(self, 2))
end

--- Entry `n`, from 1; nil behind the last.
function Gazetteer.entry(self, n)
  opened(self, 2)
  if type(n) ~= "number" or n % 1 ~= 0 then error("an entry has an integer from 1", 2) end
  if n < 1 or n > self:count() then return nil end
  return make(self, core.policy_gazetteer_entry(self, n - 1))
end

--- All entries, for `for`.
function Gazetteer.each(self)
  local n, count = 0, opened(self, 2):count()
  return function()
    n = n + 1
    if n <= count then return make(self, n - 1) end
  end
end

--- The entry with an id ("state:JPN").
function Gazetteer.find(self, id)
  return make(opened(self, 2), core.policy_gazetteer_find(self, text_of(id, "an id", 2)))
end

--- The entry with a code: find_code("iso3166-1", "JPN").
function Gazetteer.find_code(self, scheme, value)
  return make(opened(self, 2), core.policy_gazetteer_find_code(self, text_of(scheme, "a scheme", 2),
                                                               text_of(value, "a code", 2)))
end

--- The gazetteer as a string, which from_text reads faster than a table.
function Gazetteer.save(self)
  return core.policy_gazetteer_save(opened(self, 2))
end

--- The names in a text, for `for`: the longest at each place, none overlapping. Each is a table: its first and last byte at
-- 1 and 2, entry, use, language, others (its other readings). Options: languages ("en fr"), longer.
function Gazetteer.match(self, text, options)
  opened(self, 2)
  if options ~= nil and type(options) ~= "table" then error("options are a table, not " .. type(options), 2) end
  local matcher = assert(core.policy_matcher_new(self, text_of(text, "a text", 2), options))
  return function()
    local first, last, number, use, language = core.policy_matcher_next(matcher)
    if not first then return nil end
    local match = {first, last, entry = make(self, number), use = use, language = some(language), others = {}}
    local others = match.others
    first, last, number, use = core.policy_matcher_other(matcher)
    while first do
      others[#others + 1] = {entry = make(self, number), use = use}
      first, last, number, use = core.policy_matcher_other(matcher)
    end
    return match
  end
end

--- The gazetteer of a file: a table, or what save gave. Options: base (its entries come first), limits.
function gazetteer.open(path, options)
  return core.policy_gazetteer_open(text_of(path, "a path", 2), options)
end

--- The same of a string.
function gazetteer.from_text(text, options)
  return core.policy_gazetteer_read(text_of(text, "a table", 2), options)
end

--- The one that the library carries.
function gazetteer.builtin()
  return core.policy_gazetteer_builtin()
end

return gazetteer
