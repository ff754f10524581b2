--- JSON to tables and back, without recursion, for libpolicy's exchange format.
--
-- Written in Lua, so that no memory of C is held while Lua works on its own, and nothing more has to be linked.
-- Lists carry a metatable, so that empty ones stay lists; so do objects. null is the value `json.null`.
-- Integers are integers where Lua has them, else floats of 53 bits.
-- @module libpolicy.json

local json = {}

local byte, find, format, gsub, sub = string.byte, string.find, string.format, string.gsub, string.sub
local char, concat, sort, floor = string.char, table.concat, table.sort, math.floor
local math_type = math.type

local LIST, OBJECT = {__jsontype = "array"}, {__jsontype = "object"}
local DEEPEST = 1000

--- What stands for null.
json.null = setmetatable({}, {__tostring = function() return "null" end, __metatable = "json.null"})

--- Marks a table as a list, also when it is empty.
function json.list(items)
  return setmetatable(items or {}, LIST)
end

--- Marks a table as an object, also when it is empty.
function json.object(members)
  return setmetatable(members or {}, OBJECT)
end

-- What is wrong with the input goes up as a table, so that faults of this file stay what they are.
local function refuse(what, at)
  error({at and format("%s at byte %d", what, at) or what}, 0)
end

local function guarded(work, input)
  local good, result = pcall(work, input)
  if good then return result end
  if type(result) ~= "table" then error(result, 0) end
  return nil, result[1]
end

-- ---- reading ----------------------------------------------------------------------------------------------

local function utf8_of(code)
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xC0 + floor(code / 0x40), 0x80 + code % 0x40) end
  if code < 0x10000 then
    return char(0xE0 + floor(code / 0x1000), 0x80 + floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
  end
  return char(0xF0 + floor(code / 0x40000), 0x80 + floor(code / 0x1000) % 0x40,
              0x80 + floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

local ESCAPED = {b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/"}

-- The string with its escapes undone. The halves of a surrogate pair follow each other, or are refused.
local function unescape(text, at)
  local high, high_end
  text = gsub(text, "()\\(.)(%x?%x?%x?%x?)()", function(from, letter, hex, to)
    if letter ~= "u" then
      return (ESCAPED[letter] or refuse("a wrong escape in the string", at)) .. hex
    end
    local code = #hex == 4 and tonumber(hex, 16) or refuse("a wrong escape in the string", at)
    if (code >= 0xDC00 and code < 0xE000) ~= (high_end == from) then
      refuse("half a character in the string", at)
    end
    if code >= 0xD800 and code < 0xDC00 then
      high, high_end = code, to
      return ""
    end
    if high_end == from then
      code, high_end = 0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00, nil
    end
    return utf8_of(code)
  end)
  if high_end then refuse("half a character in the string", at) end
  return text
end

-- The string whose first quote stands at `at`, and the place behind it.
local function read_string(text, at)
  local stop = find(text, '["\\]', at + 1)
  local plain = true
  while stop and byte(text, stop) == 92 do
    stop, plain = find(text, '["\\]', stop + 2), false
  end
  if not stop then refuse("no end of the string", at) end
  local inside = sub(text, at + 1, stop - 1)
  if find(inside, "[%z\1-\31]") then refuse("a control character in the string", at) end
  return plain and inside or unescape(inside, at), stop + 1
end

local WORDS = {["true"] = true, ["false"] = false, null = json.null}

-- A number or word, and the place behind it.
local function read_plain(text, at)
  local _, stop = find(text, "^[%w+.-]+", at)
  local word = stop and sub(text, at, stop) or ""
  if WORDS[word] ~= nil then return WORDS[word], stop + 1 end
  local whole, rest = word:match("^%-?(%d+)(.*)$")
  rest = rest and rest:gsub("^%.%d+", ""):gsub("^[eE][+-]?%d+$", "")
  if rest ~= "" or find(whole, "^0%d") then refuse("no value", at) end
  return tonumber(word) or tonumber((gsub(word, "%.", ","))), stop + 1
end

local function skip(text, at)
  return find(text, "[^ \t\r\n]", at) or #text + 1
end

-- The key that begins at `at`, and where its value does.
local function read_key(text, at)
  if byte(text, at) ~= 34 then refuse("no key", at) end
  local key, behind = read_string(text, at)
  behind = skip(text, behind)
  if byte(text, behind) ~= 58 then refuse("no colon", behind) end
  return key, skip(text, behind + 1)
end

local function parse(text)
  local stack, depth, at = {}, 0, skip(text, 1)
  local open -- the list or object that is being filled: {table, closing byte, key, count}
  while true do
    local first, value, done = byte(text, at), nil, true
    if first == 91 or first == 123 then
      if depth == DEEPEST then refuse("nesting is too deep", at) end
      depth = depth + 1
      open = first == 91 and {json.list(), 93, nil, 0} or {json.object(), 125}
      stack[depth] = open
      at = skip(text, at + 1)
      done = byte(text, at) == open[2]
      if done then
        value, at, depth = open[1], at + 1, depth - 1
        open = stack[depth]
      elseif first == 123 then
        open[3], at = read_key(text, at)
      end
    elseif first == 34 then
      value, at = read_string(text, at)
    else
      value, at = read_plain(text, at)
    end
    while done do
      at = skip(text, at)
      if not open then
        if at <= #text then refuse("something behind the value", at) end
        return value
      end
      if open[2] == 93 then open[3], open[4] = open[4] + 1, open[4] + 1 end
      open[1][open[3]] = value
      local next_byte = byte(text, at)
      if next_byte == 44 then
        at, done = skip(text, at + 1), false
        if open[2] == 125 then open[3], at = read_key(text, at) end
      elseif next_byte == open[2] then
        value, at, depth = open[1], at + 1, depth - 1
        open = stack[depth]
      else
        refuse("no comma and no end", at)
      end
    end
  end
end

--- The value of a piece of JSON; nil and a message when it is none.
function json.decode(text)
  return guarded(parse, text)
end

-- ---- writing ----------------------------------------------------------------------------------------------

local function quoted(text)
  return '"' .. gsub(text, '[%z\1-\31"\\]', function(c)
    return (c == '"' or c == "\\") and "\\" .. c or format("\\u%04x", byte(c))
  end) .. '"'
end

-- As few digits as give the number back.
local function number(value)
  if value ~= value or value - value ~= 0 then refuse("a number is not finite") end
  if math_type and math_type(value) == "integer" or not math_type and value == floor(value) and
     value > -2 ^ 53 and value < 2 ^ 53 then
    return format("%d", value)
  end
  for digits = 15, 17 do
    local text = format("%." .. digits .. "g", value)
    if tonumber(text) == value then
      text = gsub(text, ",", ".")
      return find(text, "[.eE]") and text or text .. ".0"
    end
  end
end

local function scalar(value)
  local kind = type(value)
  if kind == "string" then return quoted(value) end
  if kind == "number" then return number(value) end
  if kind == "boolean" or value == json.null then return tostring(value) end
  refuse("JSON has no " .. kind)
end

-- Without a mark a table is a list when it is empty or has a first item. Those of policy-document that are
-- objects all the same are known by their keys.
local OBJECTS = {source = true, metadata = true, codes = true, extra = true, citation = true}

local function is_list(value, key)
  local mark = getmetatable(value)
  mark = type(mark) == "table" and rawget(mark, "__jsontype")
  if next(value) == nil then return mark == "array" or mark ~= "object" and not OBJECTS[key] end
  return rawget(value, 1) ~= nil
end

-- The members of an object in the order of the alphabet; the items of a list are as many as its members.
local function members(value, list)
  local keys, count = {}, 0
  for key in next, value do
    count = count + 1
    keys[count] = key
    if type(key) ~= (list and "number" or "string") then refuse("a table is neither a list nor an object") end
  end
  if list and count ~= #value then refuse("a list has holes") end
  if not list then sort(keys) end
  return keys, count
end

local function write(value)
  local out, stack, depth, size = {}, {}, 0, 0
  local function put(text)
    size = size + 1
    out[size] = text
  end
  local key
  repeat
    if type(value) ~= "table" or value == json.null then
      put(scalar(value))
    else
      if depth == DEEPEST then refuse("nesting is too deep, or without end") end
      local list = is_list(value, key)
      local keys, count = members(value, list)
      put(list and "[" or "{")
      depth = depth + 1
      stack[depth] = {value, list, keys, count, 0}
    end
    local open = stack[depth]
    while open and open[5] == open[4] do
      put(open[2] and "]" or "}")
      stack[depth], depth = nil, depth - 1
      open = stack[depth]
    end
    if open then
      local n = open[5] + 1
      open[5] = n
      if n > 1 then put(",") end
      key = open[2] and n or open[3][n]
      if not open[2] then put(quoted(key) .. ":") end
      value = rawget(open[1], key)
    end
  until not open
  return concat(out)
end

--- The JSON of a value, members sorted; nil and a message when it has none.
function json.encode(value)
  return guarded(write, value)
end

return json
