-- Who is asked to do what in a policy document. usage: lua asks.lua FILE [ACTOR]
local policy = require "libpolicy"

local path, name = arg[1], arg[2]
if not path then
  io.stderr:write("usage: lua asks.lua FILE [ACTOR]\n")
  os.exit(2)
end
local doc, message = policy.analyse(path, {path = true})
if not doc then
  io.stderr:write(path, ": ", message, "\n")
  os.exit(1)
end

local asks = name and doc.recommendations:by{addressee = name} or doc.recommendations
for _, ask in asks:each() do
  local names = {}
  for _, actor in ask.addressees:each() do names[#names + 1] = actor.name end
  local line = ask.span and doc:position(ask.span[1]).line or 0
  print(("%d: %s %s: %s"):format(line, #names > 0 and table.concat(names, ", ") or "somebody", ask.force,
                                 ask.statement and ask.statement.aim and ask.statement.aim.text or ask.text))
end
