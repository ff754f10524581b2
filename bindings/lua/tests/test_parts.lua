-- Parts and lists: every field of every kind, iteration, finding, choosing.
local tap = require "tap"
local policy = require "libpolicy"
local is, ok, raises = tap.is, tap.ok, tap.raises

local doc = assert(policy.from_json(tap.read(tap.root .. "/tests/golden/full-document.json")))
local json = doc:to_table{tokens = true}

-- ---- lists --------------------------------------------------------------------------------------------------
for name, wanted in pairs{blocks = 11, pages = 2, lines = 3, sentences = 6, tokens = 4, actors = 5, statements = 5, recommendations = 3,
                          times = 3, citations = 2, events = 3, relations = 3, causal = 2, warnings = 2} do
  local list = doc[name]
  is(#list, wanted, "#doc." .. name)
  ok(tap.is_integer(#list), "an integer")
  local seen = 0
  for n, item in list:each() do
    if n == seen + 1 and item == list[n] and item.index == n and tap.is_integer(item.index) then seen = n end
  end
  is(seen, wanted, name .. ": each")
  ok(list[0] == nil and list[-1] == nil and list[wanted + 1] == nil and list[1.5] == nil and list[2 ^ 60] == nil,
     name .. ": nothing outside")
  is(tostring(list), ("%d %s"):format(wanted, name), name .. ": tostring")
  ok(list == doc[name], name .. ": equal to itself")
end
ok(doc.actors ~= doc.events and doc.actors ~= assert(policy.read("x")).actors, "lists are equal to no others")
ok(doc.actors ~= doc and doc.actors ~= doc.actors[1] and doc ~= doc.actors, "nor to other things")
raises(function() doc.actors[1] = 1 end, "cannot be set", "lists are read only")
raises(function() return doc.actors.first end, "no field", "a field of a list that is none")
if _VERSION == "Lua 5.4" then
  local seen = 0
  for n, actor in ipairs(doc.actors) do seen = seen + (actor.index == n and 1 or 0) end
  is(seen, 5, "ipairs(list)")
  for n, actor in pairs(doc.actors) do seen = seen - (actor.index == n and 1 or 0) end
  is(seen, 0, "pairs(list)")
else
  tap.skip("ipairs(list), pairs(list)", "this is " .. tap.version)
end

-- ---- pages ---------------------------------------------------------------------------------------------------
local page, line = doc:page(1), doc.lines[2]
is(page, doc.pages[1], "a page by its number")
ok(doc:page(0) == nil and doc:page(3) == nil, "no page")
ok(page.index == 1 and page.width > 595 and page.height > 841 and doc.pages[2].width == nil, "sizes of pages")
ok(#page.lines == 2 and page.lines[2] == line and #doc.pages[2].lines == 1, "lines of pages")
ok(line.page == 1 and line.size == 10 and line.italic and not line.bold and not line.turned, "the look of a line")
ok(line.box.left == 72 and line.box.width == 400 and line.text:find("^Japan, which"), "its place and text")
is(tostring(page), "page 1: 2 lines", "tostring of a page")
is(doc:line_at(line.span[1]), line, "the line at a byte")
ok(doc:line_at(#doc.text) == nil and doc:page_at(#doc.text) == nil, "no line, and no page")
ok(doc:page_at(line.span[1]) == 1 and doc:origin(line.span[1]).page == 1, "the page at a byte")
ok(line:box_of(line.span[1], line.span[2]).width == 400 and line:box_of(line.span[1]).width < 20, "parts of a line")
is(line:box_of(1), nil, "a byte that is not in the line")
local picture = page:to_svg()
ok(picture:find("^<svg ") and picture:find("Recommendation 1", 1, true) and picture:find("Japan", 1, true), "a picture")
ok(not page:to_svg{bare = true}:find("Recommendation 1: ", 1, true), "without findings")
ok(not page:to_svg{overlay = true}:find("Safer", 1, true), "the marks alone")
ok(doc:to_svg():find("Safer", 1, true) and doc:to_svg():find("A gauge", 1, true), "all pages")
tap.fails("no pages", "not_found", "a document without pages", assert(policy.read("x")):to_svg())
raises(function() page:to_svg(1) end, "options are a table", "options that are none")
raises(function() doc:to_svg{bar = true} end, "no option", "an option that is none")

-- ---- places: the same as in JSON ----------------------------------------------------------------------------
local function place(span)
  return span and {doc:byte_of_code_point(span[1]), doc:byte_of_code_point(span[2]) - 1}
end
for _, name in ipairs{"blocks", "actors", "statements", "recommendations", "times", "citations", "events", "relations", "warnings"} do
  for n, item in doc[name]:each() do
    local wanted, wrong = json[name][n], {}
    if name ~= "actors" then
      ok(tap.same(item.span, place(wanted.span)) and
         item.text == (item.span and doc.text:sub(item.span[1], item.span[2])), ("%s[%d]: span, text"):format(name, n))
    end
    for _, field in ipairs{"id", "kind", "level", "page", "name", "type", "value", "status", "date", "sign", "code",
                           "message", "force", "instrument", "topic", "label", "deadline", "why", "specificity",
                           "confidence", "negated", "addressee_implicit", "ig_script"} do
      if wanted[field] ~= nil and item[field] ~= wanted[field] then wrong[#wrong + 1] = field end
    end
    ok(#wrong == 0 and item.document == doc, ("%s[%d]: the fields of JSON"):format(name, n), unpack and unpack(wrong))
  end
end
for n, sentence in doc.sentences:each() do
  ok(tap.same(sentence.span, place(json.sentences[n])), ("sentences[%d].span"):format(n))
  is(#sentence.tokens, #json.tokens[n], ("#sentences[%d].tokens"):format(n))
end
ok(tap.is_integer(doc.blocks[1].span[1]) and tap.is_integer(doc.blocks[1].span[2]), "spans are integers")
is(doc.blocks[3].box, nil, "blocks[3].box: none")
is(doc.blocks[1].box.width, 300.25, "blocks[1].box.width")
is(doc.blocks[1].place, "sec_1__heading", "blocks[1].place")
is(doc.blocks[11].page, nil, "blocks[11].page: none")
is(doc.blocks[2].level, nil, "blocks[2].level: none")
is(doc.sentences[1].block, doc.blocks[1], "sentences[1].block")

-- ---- tokens -------------------------------------------------------------------------------------------------
local a, gauge, floods, stop = doc.tokens[1], doc.tokens[2], doc.tokens[3], doc.tokens[4]
is(floods.form, "floods", "token.form")
is(floods.text, "flo-\nods", "token.text")
is(gauge.lemma, "gauge", "token.lemma")
is(gauge.upos, "NOUN", "token.upos")
is(gauge.xpos, "NN", "token.xpos")
is(a.features, "Definite=Ind|PronType=Art", "token.features")
is(a.relation, "det", "token.relation")
is(a.head, gauge, "token.head")
is(gauge.head, nil, "token.head of a root")
ok(stop.joined == true and a.joined == false, "token.joined")
ok(stop.lemma == nil and stop.upos == nil and stop.xpos == nil and stop.features == nil, "what a token lacks")
is(doc.sentences[6].tokens[2], gauge, "sentence.tokens")

-- ---- trees of words: a sentence without tokens, a tree, a ring with a word on its own -----------------------
local text = "Hm.\nGhana should publish the report of ministers.\naround alone and\n"
local function word(form, head, relation, features)
  local first = assert(text:find(form, 5, true)) - 1
  return {span = {first, first + #form}, head = head, deprel = relation, feats = features}
end
local tree = assert(policy.from_table{
  format = "policy-document", version = 1, id = "own:tree", text = text, sentences = {{0, 3}, {4, 49}, {50, 66}},
  tokens = {
    {},
    {word("Ghana", 2, "nsubj", "Number=Sing|Case=Nom"), word("should", 2, "aux"), word("publish", nil, "root"),
     word("the", 4, "det"), word("report", 2, "obj"), word("of", 6, "case"), word("ministers", 4, "nmod"),
     word(".", 2, "punct")},
    {word("around", 2, "dep"), word("alone"), word("and", 0, "dep")},
  },
})
local words, forms = tree.tokens, function(list)
  local found = {}
  for _, token in ipairs(list) do found[#found + 1] = token.form end
  return table.concat(found, " ")
end
local spoken, numbered, counted = {}, {}, 0
for token in tree.sentences[2] do spoken[#spoken + 1] = token end
for n, token in tree.sentences[2]:each() do numbered[n] = token end
is(forms(spoken), "Ghana should publish the report of ministers .", "for token in sentence")
is(forms(numbered), forms(tree.sentences[2].tokens), "sentence:each")
for _ in tree.sentences[1] do counted = counted + 1 end
for _ in tree.sentences[1]:each() do counted = counted + 1 end
is(counted, 0, "a sentence without tokens")
is(tree.sentences[1].root, nil, "has no root")
is(tree.sentences[2].root.form, "publish", "sentence.root")
is(doc.sentences[6].root, gauge, "sentence.root: not a token without an analysis")
is(tree.sentences[3].root, nil, "sentence.root: none without an analysis")
local same = true
for _, sentence in tree.sentences:each() do
  for token in sentence do same = same and token.sentence == sentence end
end
ok(same, "token.sentence")
is(forms(words[3].children), "Ghana should report .", "token.children")
is(forms(words[5].children), "the ministers", "token.children on both sides")
is(#words[1].children, 0, "token.children: none")
is(words[3].children:by{relation = "obj"}[1].form, "report", "children are a list")
is(forms(words[5].subtree), "the report of ministers", "token.subtree")
is(forms(words[3].subtree), forms(spoken), "token.subtree of a root")
is(forms(words[1].subtree), "Ghana", "token.subtree of a leaf")
is(forms(words[9].subtree), "around and", "token.subtree of heads in a ring")
is(forms(words[10].subtree), "alone", "token.subtree beside a ring")
is(words[1]:feature("Number"), "Sing", "token:feature")
is(words[1]:feature("Case"), "Nom", "token:feature: the last one")
is(words[1]:feature("Num"), nil, "token:feature: none")
is(words[1]:feature("Sing"), nil, "token:feature: a value is no name")
is(words[2]:feature("Number"), nil, "token:feature of a token without any")
raises(function() words[1]:feature(1) end, "a string, not number", "feature: a number")
raises(function() words[1].feature(doc, "x") end, "a policy.token is needed", "feature of something else")
raises(function() tree.sentences[1].each(doc) end, "a policy.sentence is needed", "each of something else")

-- ---- actors -------------------------------------------------------------------------------------------------
local japan, union = doc.actors[1], doc.actors[2]
is(japan.codes["iso3166-1"], "JPN", "actor.codes")
is(japan:code("cameo"), "JPN", "actor:code")
is(japan:code("nothing"), nil, "actor:code of no such scheme")
is(japan:code("cameo\0"), nil, "actor:code with NUL")
is(japan:code("\255"), nil, "actor:code with bad UTF-8")
is(next(union.codes), nil, "an actor without codes")
is(#japan.mentions, 5, "#actor.mentions")
is(japan.mentions[5].text, "Japanese", "mention.text")
is(japan.mentions[5].form, "demonym", "mention.form")
is(doc.text:sub(japan.mentions[1].span[1], japan.mentions[1].span[2]), "Tokyo", "mention.span")
is(#doc.actors[5].mentions, 0, "an actor without mentions")
is(doc.actors:find("JPN"), japan, "find by code")
is(doc.actors:find("jpn"), japan, "find by code in small letters")
is(doc.actors:find("Delta Union"), union, "find by name")
is(select(2, doc.actors:find("delta union")), 2, "find gives the number too")
is(doc.actors:find("a3"), doc.actors[3], "find by id")
is(doc.actors:find("Atlantis"), nil, "find nothing")
is(doc.actors:find("JPN\0"), nil, "find with NUL")
is(doc.actors:find("\255"), nil, "find with bad UTF-8")
is(doc.statements:find("s3"), doc.statements[3], "find others by id")
raises(function() doc.actors:find(1) end, "a string, not number", "find: a number")
raises(function() japan:is_called() end, "a string, not nil", "is_called: nil")
raises(function() japan:code(1) end, "a string, not number", "code: a number")
is(tostring(japan), "actor 1: Japan (state)", "tostring(actor)")

-- ---- statements and components ------------------------------------------------------------------------------
local s1, s5 = doc.statements[1], doc.statements[5]
is(s1.attributes[1].text, "Japan", "statement.attributes")
is(s1.attributes[1].actor, japan, "component.actor")
is(s1.attributes[1].properties[1].properties[1].text, "the Delta Union", "component.properties")
is(s1.deontic.text, "should", "statement.deontic")
is(s1.deontic.symbol, "D", "component.symbol")
is(s1.aim.text, "fund", "statement.aim")
is(s1.aim.properties[1].text, "gradually", "properties of an aim")
is(s1.direct_objects[1].text, "ríver gauges", "statement.direct_objects")
is(s1.indirect_objects[1].role, "indirect_objects", "component.role")
is(s1.activation_conditions[1].statement, doc.statements[2], "component.statement")
is(#s1.execution_constraints, 2, "statement.execution_constraints")
is(s1.or_else[1].statement, doc.statements[3], "statement.or_else")
is(s1.modal, nil, "a role that a statement lacks")
is(#s1.entities, 0, "a list of roles that it lacks")
is(s1.sentence, doc.sentences[3], "statement.sentence")
is(doc.statements[3].sentence, nil, "a statement without a sentence")
is(s5.entities[1].text, "A gauge", "statement.entities")
is(s5["function"].text, "remain", "statement['function']")
is(s5.properties[1].text, "a public good", "statement.properties")
is(#s1.components, 9, "#statement.components")
local inferred = doc.statements[3].attributes[1]
ok(inferred.inferred == true and inferred.span == nil and inferred.text == "the grant’s giver", "an inferred component")
is(doc.statements[3].execution_constraints[1].text, nil, "a component without words")
is(tostring(doc.statements[4]), "statement 4: Tokyo must not wait", "tostring(statement)")

-- ---- recommendations ----------------------------------------------------------------------------------------
local r1, r2, r3 = doc.recommendations[1], doc.recommendations[2], doc.recommendations[3]
is(r1.statement, s1, "recommendation.statement")
is(r3.statement, nil, "a recommendation without a statement")
is(r1.voice, "author", "recommendation.voice")
is(r2.speaker.name, "Ana Lund", "recommendation.speaker")
is(r3.speaker, nil, "no speaker")
is(r1.addressees[1], japan, "recommendation.addressees")
is(r1.partners[2], union, "recommendation.partners")
is(r1.targets[1].name, "the villages", "recommendation.targets")
is(r1.beneficiaries[1].name, "the villages", "recommendation.beneficiaries")
is(r1.purposes[1].text, "so that floods kill nobody", "recommendation.purposes")
is(r1.reasons[1].role, "reasons", "recommendation.reasons")
is(r3.confidence, nil, "no confidence")
is(r3.specificity, nil, "no specificity")
ok(tap.is_integer(r1.specificity), "specificity is an integer")
ok(#tostring(r1) < 100 and tostring(r1):find("^recommendation 1: should: Japan"), "tostring(recommendation) is short")

local function ids(list)
  local found = {}
  for _, item in list:each() do found[#found + 1] = item.id end
  return table.concat(found, " ")
end
is(ids(doc.recommendations:by{addressee = "JPN", force = "should"}), "r1", "by addressee and force")
is(ids(doc.recommendations:by{addressees = japan}), "r1", "by an actor itself")
is(ids(doc.recommendations:by{force = {"must_not", "could"}}), "r2 r3", "by one of several")
is(ids(doc.recommendations:by{beneficiary = "the villages"}), "r1", "by beneficiary")
is(ids(doc.recommendations:by{speaker = "Ana Lund"}), "r2", "by speaker")
is(ids(doc.recommendations:by{text = function(text) return text:find("partners") end}), "r3", "by a function")
is(ids(doc.recommendations:by{confidence = 1}), "r2", "by a number")
is(ids(doc.recommendations:by{addressee = "Atlantis"}), "", "by what nothing is")
is(ids(doc.recommendations:by{}), "r1 r2 r3", "by nothing")
is(ids(doc.recommendations:by{voice = "author"}:by{force = "could"}), "r3", "choices are lists too")
is(#doc.recommendations:by{voice = "author"}, 2, "with a length")
is(ids(doc.actors:by{kind = {"state", "igo"}}), "a1 a2", "actors by kind")
is(ids(doc.actors:by{code = "JPN"}), "a1", "actors by code")
is(#japan.mentions:by{form = "capital"}, 2, "mentions by form")
is(ids(doc.events:by{status = "past"}), "e1", "events by status")
raises(function() doc.recommendations:by{colour = 1} end, 'no field "colour"', "by what is no field")
raises(function() doc.recommendations:by("must") end, "a table, not string", "by: a string")

-- ---- the rest -----------------------------------------------------------------------------------------------
is(doc.times[1].value, "2016-01-06", "time.value")
is(doc.citations[1].kind, "resolution", "citation.kind")
ok(tap.same(doc.contributors[2], {role = "sponsor", name = "Fund for Wells"}), "contributors")
ok(tap.same(doc.dates[1], {kind = "published", value = "2016-02-25", source = "text"}), "dates")
ok(tap.same(doc.identifiers[1], {scheme = "doi", value = "10.1234/rivers"}), "identifiers")
ok(tap.same(doc.subjects[1], {scheme = "eurovoc", code = "5794", label = "water policy"}), "subjects")
is(doc.licence, nil, "no licence")
is(doc.citations[1].scheme, "un-symbol", "citation.scheme")
is(doc.citations[1].value, "A/RES/70/1", "citation.value")
is(doc.citations[2].value, nil, "citation.value: none")
is(doc.events[1].participants[1].actor, union, "participant.actor")
is(doc.events[1].participants[1].role, "host", "participant.role")
is(doc.events[1].participants[2].role, nil, "no role")
is(doc.relations[1].from, japan, "relation.from")
is(doc.relations[1].to, union, "relation.to")
is(doc.relations[2].span, nil, "relation.span: none")
ok(tap.same(doc.causal[1].cause, place{426, 430}), "causal.cause")
ok(tap.same(doc.causal[1].effect, place{438, 446}), "causal.effect")
ok(tap.same(doc.causal[1].marker, place{431, 437}), "causal.marker")
is(doc.causal[2].marker, nil, "causal.marker: none")
is(doc.causal[1].text, "flo-\nods", "causal.text: the effect")
is(tostring(doc.warnings[1]), "warning line-cut: a word is cut at the end of a line", "tostring(warning)")

-- ---- parts as values ----------------------------------------------------------------------------------------
ok(rawequal(japan, japan) and japan == r1.addressees[1], "the same part is equal")
ok(japan ~= union and japan ~= doc.blocks[1] and japan ~= doc and japan ~= "Japan", "other things are not")
ok(doc.tokens[1] ~= doc.times[1], "nor are other kinds of the same number")
ok(japan ~= assert(policy.from_json(doc:to_json())).actors[1], "nor is that of another document")
is(debug.getmetatable(japan).__name, "policy.actor", "__name")
raises(function() japan.name = "x" end, "cannot be set", "parts are read only")
raises(function() return japan.nmae end, 'no field "nmae"', "a field that is none")
raises(function() return japan[1] end, "no field", "a part is no list")
raises(function() japan.is_called(doc, "x") end, "a policy.actor is needed", "a method on something else")
if _VERSION == "Lua 5.4" then
  local fields = {}
  for name, value in pairs(japan) do fields[name] = value end
  ok(fields.name == "Japan" and fields.mentions and fields.codes and fields.id == "a1", "pairs(part) gives its fields")
else
  tap.skip("pairs(part)", "this is " .. tap.version)
end
tap.done()
