-- The examples in Lua run, and say what they should.
local tap = require "tap"
local policy = require "libpolicy"

-- Runs an example in this Lua; what it printed.
local function run(name, ...)
  local lines = {}
  local world = setmetatable({
    arg = {...},
    print = function(...) lines[#lines + 1] = table.concat({...}, "\t") end,
    io = {stderr = {write = function(_, ...) lines[#lines + 1] = table.concat{...} end}},
    os = {exit = function(status) error({status = status}) end},
  }, {__index = _G})
  local path = ("%s/examples/%s.lua"):format(tap.root, name)
  local chunk = setfenv and setfenv(assert(loadfile(path)), world) or assert(loadfile(path, "t", world))
  local good, failed = pcall(chunk)
  if not good and not failed.status then error(failed) end
  return table.concat(lines, "\n"), failed and failed.status or 0
end

local file = tap.root .. "/examples/opinion.txt"
local said, status = run("asks", file)
local doc = assert(policy.analyse(file))
tap.is(status, 0, "asks.lua")
tap.is(select(2, said:gsub("\n", "\n")) + 1, #doc.recommendations, "asks.lua: a line for each recommendation")
said = run("asks", file, "Ghana")
tap.ok(said:find("Ghana should: ", 1, true) and not said:find("Ministry"), "asks.lua: of one actor", said)
said, status = run("asks", "no such file")
tap.ok(status == 1 and said:find("No such file"), "asks.lua: a file that is not there", said)
said, status = run("asks")
tap.ok(status == 2 and said:find("usage"), "asks.lua: without a file", said)
said, status = run("annotate")
tap.ok(status == 0 and said:find("A(Ghana) D(should) I(publish) Bdir(the position of every trawler)", 1, true),
       "annotate.lua", said)
tap.done()
