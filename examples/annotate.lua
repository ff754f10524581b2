-- A document with annotations of one's own, made from a table in the exchange format and printed as JSON and as
-- IG Script.
local policy = require "libpolicy"

local text = "Fishing at night\n\nGhana should publish the position of every trawler."

-- The place of some words in the text, as JSON counts: this text is ASCII, so bytes are code points.
local function span(words)
  local first, last = text:find(words, 1, true)
  return {first - 1, last}
end

local function component(words, actor)
  return {span = span(words), text = words, inferred = false, actor = actor}
end

local sentence = "Ghana should publish the position of every trawler."
local doc = assert(policy.from_table{
  format = "policy-document", version = 1, text = text,
  source = {name = "annotate.lua"},
  metadata = {title = "Fishing at night", language = "en"},
  blocks = {
    {id = "b1", kind = "heading", level = 1, span = span "Fishing at night"},
    {id = "b2", kind = "paragraph", span = span(sentence)},
  },
  sentences = {span(sentence)},
  actors = {
    {id = "a1", name = "Ghana", kind = "state", codes = {["iso3166-1"] = "GHA"},
     mentions = {{span = span "Ghana", form = "name"}}},
  },
  statements = {
    {id = "s1", sentence = 0, span = span(sentence), type = "regulative", negated = false,
     attributes = {component("Ghana", "a1")}, deontic = component "should", aim = component "publish",
     direct_objects = {component "the position of every trawler"}},
  },
  recommendations = {
    {id = "r1", statement = "s1", span = span(sentence), source = "author", force = "should",
     addressees = {"a1"}, addressee_implicit = false},
  },
  times = {}, events = {}, relations = {}, causal = {}, warnings = {},
})

print(doc:to_json{indent = true})
print(doc.statements[1].ig_script)
