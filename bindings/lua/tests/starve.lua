-- What starve.c runs while it lets no more memory be had: a little of all that makes objects or strings.
local policy = require "libpolicy"
local options = {name = "x", limits = {text = 100}, progress = function() end}
local doc = assert(policy.analyse("Japan should fund gauges.\n", options))
local again = assert(policy.from_json(doc:to_json()))
local text = doc:summary{} .. again.recommendations[1].statement.ig_script .. again.actors[1].mentions[1].text
local other = assert(policy.from_table(again:to_table()))
assert(#other.recommendations:by{addressee = "JPN"} == 1)
for _, block in other.blocks:each() do text = text .. block.kind end
local parsed = assert(policy.parse(doc, options))
assert(#assert(policy.read(parsed:to_conllu())).tokens == #parsed.tokens)
policy.from_json("{")
doc:close()
