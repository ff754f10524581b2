-- libpolicy.json: tables and back.
local tap = require "tap"
local json = require "libpolicy.json"

for text, wanted in pairs{
  ['{"a":[],"b":{},"c":[1,2.5,null,true,false,"x"]}'] = '{"a":[],"b":{},"c":[1,2.5,null,true,false,"x"]}',
  ["  [ 1 ,\t2 ]\r\n"] = "[1,2]",
  ['{"z":1,"a":{"y":[[[]]],"x":""}}'] = '{"a":{"x":"","y":[[[]]]},"z":1}',
  ['"\\u00e9\\ud83d\\ude00\\n\\\\ud83d\\/\\"\\u0000"'] = '"é😀\\u000a\\\\ud83d/\\"\\u0000"',
  ['"\\u0041b\\tcd"'] = '"Ab\\u0009cd"',
  ["-0.125"] = "-0.125",
  ["null"] = "null",
  ["9007199254740991"] = "9007199254740991",
} do
  tap.is(json.encode(json.decode(text)), wanted, "there and back: " .. text:gsub("%s", " "))
end

for text, what in pairs{
  ["[1,]"] = "no value at byte 4", ["[01]"] = "no value", ['{"a"}'] = "no colon", ['{"a":1,}'] = "no key",
  ["{1:2}"] = "no key", ['"\\ud83d"'] = "half a character", ['"\\ude00"'] = "half a character",
  ['"\\ud83dx\\ude00"'] = "half a character", ["[1] 2"] = "something behind", [""] = "no value", ["["] = "no value",
  ["-"] = "no value", ["1."] = "no value", [".5"] = "no value", ["1e"] = "no value", ["[1 2]"] = "no comma",
  ["tru"] = "no value", ['"a\nb"'] = "control character", ['"\\q"'] = "escape", ['"\\u12g4"'] = "escape",
  ['"x'] = "no end", ["nan"] = "no value", ["0x10"] = "no value", ["inf"] = "no value", ['{"a":1]'] = "no comma",
  [("["):rep(1000001)] = "too deep",
} do
  local value, message = json.decode(text)
  tap.ok(value == nil and message:find(what), "refused: " .. text:sub(1, 20):gsub("%c", " "), tostring(message))
end

local cycle = {}
cycle.again = cycle
for what, value in pairs{
  ["no function"] = {print}, ["holes"] = {1, nil, 3}, ["neither a list nor an object"] = {1, x = 2},
  ["not finite"] = {0 / 0}, ["without end"] = cycle,
} do
  local text, message = json.encode(value)
  tap.ok(text == nil and message:find(what), "no JSON: " .. what, tostring(text), tostring(message))
end
tap.is(json.encode{x = 1 / 0} , nil, "no JSON: infinity")
tap.is(json.encode{[true] = 1}, nil, "no JSON: a key that is no string")

tap.is(json.encode{actors = {}, metadata = {}, source = {}}, '{"actors":[],"metadata":{},"source":{}}',
       "empty tables are lists, but where the format has objects")
tap.is(json.encode{json.object(), json.list(), json.list{1}}, "[{},[],[1]]", "marked tables are what they are marked as")
tap.is(json.encode{0.1, 1 / 3, 1e300, 2 ^ 60}, "[0.1,0.3333333333333333,1e+300,1.152921504606847e+18]",
       "as few digits as give the number back")
for n = 1, 500 do
  local value = math.sin(n) * 10 ^ (n % 40 - 20)
  if json.decode(json.encode(value)) ~= value then tap.ok(false, "every digit of " .. value) end
end
local list = json.decode("[1,2,3]")
tap.is(#list, 3, "a list has its length")
tap.ok(json.decode("[null]")[1] == json.null and tostring(json.null) == "null", "null is a value")
tap.ok(tap.is_integer(json.decode("12")), "integers are integers")
if math.type then tap.is(math.type(json.decode("12.0")), "float", "reals are floats") end
tap.is(json.encode(json.decode(("["):rep(1000) .. ("]"):rep(1000))), ("["):rep(1000) .. ("]"):rep(1000),
       "nesting to the limit")
local long = '"' .. ("\\u00e9x"):rep(100000) .. '"'
tap.is(#json.decode(long), 300000, "long strings with escapes")
tap.done()
