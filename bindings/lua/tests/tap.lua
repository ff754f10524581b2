-- What the tests say, in the Test Anything Protocol.
local tap = {count = 0, root = os.getenv("srcdir") or ".", version = rawget(_G, "jit") and "LuaJIT" or _VERSION}

function tap.ok(good, name, ...)
  tap.count = tap.count + 1
  print(("%sok %d - %s"):format(good and "" or "not ", tap.count, name))
  if not good and select("#", ...) > 0 then
    print("# " .. table.concat({...}, " "):gsub("\n", "\n# "))
  end
  return good
end

function tap.is(found, wanted, name)
  return tap.ok(found == wanted, name, "found", tostring(found), "wanted", tostring(wanted))
end

-- A call that must raise an error whose message has `pattern`, at the caller's own line.
function tap.raises(call, pattern, name)
  local good, message = pcall(call)
  message = tostring(message)
  local here = debug.getinfo(2, "S").short_src:match("[^/]*$")
  tap.ok(not good and message:find(pattern) and message:find(here, 1, true), name, "found", message)
end

-- A call that must give nil, a message with `pattern`, and the word `code`.
function tap.fails(pattern, code, name, value, message, word, byte)
  tap.ok(value == nil and type(message) == "string" and message:find(pattern) and word == code and
         type(byte) == "number", name, tostring(value), tostring(message), tostring(word), tostring(byte))
end

function tap.skip(name, why)
  tap.count = tap.count + 1
  print(("ok %d - %s # SKIP %s"):format(tap.count, name, why))
end

function tap.is_integer(value)
  if math.type then return math.type(value) == "integer" end
  return type(value) == "number" and value % 1 == 0
end

-- Whether two values are the same, tables by what they hold.
function tap.same(a, b)
  local todo = {{a, b}}
  while #todo > 0 do
    local pair = table.remove(todo)
    local one, other = pair[1], pair[2]
    if type(one) == "table" and type(other) == "table" then
      for key in next, one do todo[#todo + 1] = {rawget(one, key), rawget(other, key)} end
      for key in next, other do
        if rawget(one, key) == nil then return false end
      end
    elseif one ~= other then
      return false
    end
  end
  return true
end

function tap.read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("*a")
  file:close()
  return bytes
end

function tap.done()
  print("1.." .. tap.count)
end

return tap
