--- IG Script, the notation of the Institutional Grammar 2.0.
--
--     local igscript = require "libpolicy.igscript"
--     local script = assert(igscript.parse("A(The board) D(must) I(publish) Bdir(the minutes)"))
--     print(script, #script:table(), script:tree().children[1].name)
-- @module libpolicy.igscript

local core = require("libpolicy.parts").core
local json = require "libpolicy.json"

local igscript = {}
local Script = {}
Script.__index = Script

local function flags(given, known, level)
  local sum = 0
  for name, wanted in next, given or {} do
    if not known:find("%f[%w_]" .. tostring(name) .. "%f[^%w_]") then
      error(("%q is no option"):format(tostring(name)), level + 1)
    end
    if wanted and name ~= "id" then sum = sum + core["POLICY_IGSCRIPT_" .. name:upper()] end
  end
  return sum
end

--- The script of a string, or nil, a message that begins with the name of what is wrong, "format", and the byte.
-- Options: limits.
function igscript.parse(text, given)
  if type(text) ~= "string" then error("a string is needed, not " .. type(text), 2) end
  local clean, message, code, at = core.policy_script_text(text, given)
  if not clean then return nil, message, code, at end
  return setmetatable({text = clean, options = given}, Script)
end

--- The tree as IG Parser gives it to D3. Options: binary, flat, annotations, variability, shared,
-- conditions_first.
function Script:tree(given)
  local known = "binary flat annotations variability shared conditions_first"
  local text, message, code, at = core.policy_script_tree(self.text, flags(given, known, 2), self.options)
  if not text then return nil, message, code, at end
  return json.decode(text)
end

--- A row for each atomic statement, by the names of the columns; and the names in order. Options: id,
-- annotations, core, unshared, script.
function Script:table(given)
  local id = given and given.id or "1"
  local text, message, code, at = core.policy_script_table(
    self.text, flags(given, "id annotations core unshared script", 2), id, self.options)
  if not text then return nil, message, code, at end
  local columns, rows
  for line in text:gmatch("[^\n]+") do
    local row, n = {}, 0
    for cell in line:gmatch("([^\31]*)\31") do
      n = n + 1
      if columns then row[columns[n]] = n == 1 and cell:gsub("^'", "") or cell
      else row[n] = cell end
    end
    if columns then rows[#rows + 1] = row else columns, rows = row, {} end
  end
  return rows, columns
end

--- What is doubtful, in the order of the text: code, message and span, in bytes from 1.
function Script:warnings()
  local text, message, code, at = core.policy_script_warnings(self.text, self.options)
  if not text then return nil, message, code, at end
  local found = {}
  for name, words, first, last in text:gmatch("([^\t\n]*)\t([^\t]*)\t(%d+)\t(%d+)\n") do
    found[#found + 1] = {code = name, message = words, span = {tonumber(first) + 1, tonumber(last)}}
  end
  return found
end

function Script:__tostring()
  return (core.policy_script_print(self.text, self.options)) or self.text
end

return igscript
