-- What Lua gives is what the policy command gives.
local tap = require "tap"
local policy = require "libpolicy"
local json = require "libpolicy.json"

local function quoted(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- The command is not Lua's: what is loaded first for Lua must not be loaded for it.
local function output(command)
  local pipe = assert(io.popen("unset LD_PRELOAD; " .. command))
  local text = pipe:read("*a")
  pipe:close()
  return text
end

local tool = os.getenv("POLICY")
local files = {}
for name in ("act audit-report committee-report opinion resolution strategy wrapped"):gmatch("%S+") do
  files[#files + 1] = tap.root .. "/examples/" .. name .. ".txt"
end
if not tool or output("test -x " .. quoted(tool) .. " && echo yes") ~= "yes\n" then
  tap.skip("the policy command's JSON", "there is no policy command")
  files = {}
end
for _, path in ipairs(files) do
  local name = path:match("[^/]*$")
  local wanted = output(("%s analyse -f json %s"):format(quoted(tool), quoted(path)))
  local doc = assert(policy.analyse(path))
  local text = doc:to_json()
  tap.ok(#wanted > 1000 and (doc:to_json{indent = true} .. "\n" == wanted or text .. "\n" == wanted),
         name .. ": to_json", #wanted, #text)
  local value = assert(json.decode(wanted))
  tap.ok(tap.same(doc:to_table(), value), name .. ": to_table")
  tap.is(assert(policy.from_table(value)):to_json(), text, name .. ": from_table")
  tap.is(assert(policy.from_json(wanted)):to_json(), text, name .. ": from_json")
  local read = output(("%s read -f json %s"):format(quoted(tool), quoted(path)))
  tap.ok(tap.same(assert(policy.read(path)):to_table(), assert(json.decode(read))), name .. ": read")
end

-- Words with their analysis, once.
if files[1] then
  local path = tap.root .. "/examples/opinion.txt"
  local made = {["analyse --full"] = assert(policy.analyse(path, {full = true})), parse = assert(policy.parse(path))}
  for how, doc in pairs(made) do
    local wanted = output(("%s %s --tokens -f json %s"):format(quoted(tool), how, quoted(path)))
    local found = doc:to_json{tokens = true, indent = true}
    tap.ok(#wanted > 10000 and (found .. "\n" == wanted or doc:to_json{tokens = true} .. "\n" == wanted),
           how .. ": the same words", #wanted, #found)
    tap.is(select(2, wanted:gsub('"deprel": "root"', "")), #doc.sentences, how .. ": with their trees")
    tap.ok(tap.same(doc:to_table{tokens = true}, assert(json.decode(wanted))), how .. ": the same words in a table")
  end
  tap.is(assert(policy.parse(path)):to_conllu(), output(("%s parse %s"):format(quoted(tool), quoted(path))),
         "parse: the same CoNLL-U")
end
tap.done()
