-- What wrk asks: the question named by BENCH_QUESTION, about the ids and words that bench/run wrote to BENCH_FACTS.
-- Answers one line of JSON when done.

local facts = {}
for line in io.lines(os.getenv("BENCH_FACTS")) do
  local kind, value = line:match("^(%S+) (.*)$")
  facts[kind] = facts[kind] or {}
  table.insert(facts[kind], value)
end

local function any(kind)
  return facts[kind][math.random(#facts[kind])]
end

local function encoded(text)
  return (text:gsub("[^%w%-%._~]", function(character) return string.format("%%%02X", character:byte()) end))
end

local headers = { ["Authorization"] = "Bearer " .. os.getenv("RAPPORT_TOKEN"), ["Content-Type"] = "application/json" }
local created = 0
local run = tostring(os.time()) .. math.random(1000000)

local function person()
  created = created + 1
  return '{"first_name":"' .. any("first_name") .. '","last_name":"' .. any("last_name") .. " " .. run .. "-" .. created ..
    '","account_id":"' .. any("account") .. '"}'
end

local questions = {
  fixed = function() return wrk.format("GET", "/bench/fixed", headers) end,

  read = function() return wrk.format("GET", "/api/v1/records/contact/" .. any("contact"), headers) end,

  list = function()
    local filter = '{"field":"stage_id","op":"=","value":"' .. any("stage") .. '"}'
    return wrk.format("GET", "/api/v1/records/opportunity?fields=name,account.name,amount,close_date,owner.name&sort=-close_date&limit=50&filter=" ..
      encoded(filter), headers)
  end,

  create = function() return wrk.format("POST", "/api/v1/records/contact", headers, person()) end,

  board = function()
    return wrk.format("POST", "/api/v1/query", headers,
      '{"soql":"SELECT stage_id, COUNT(id), SUM(amount_base), SUM(expected_revenue_base) FROM opportunity WHERE pipeline_id = \'' ..
      any("pipeline") .. '\' GROUP BY stage_id"}')
  end,

  search = function() return wrk.format("GET", "/api/v1/search?limit=20&q=" .. encoded(any("letters")), headers) end,

  search_name = function()
    return wrk.format("GET", "/api/v1/search?objects=contact&limit=20&q=" ..
      encoded(any("first_name") .. " " .. any("last_name")), headers)
  end,

  duplicates = function()
    return wrk.format("POST", "/api/v1/duplicates/contact", headers, '{"first_name":"' .. any("first_name") .. '","last_name":"' .. any("last_name") ..
      '","email":"' .. any("last_name"):lower() .. '@example.com","mobile":"+4930' .. math.random(1000000, 9999999) .. '"}')
  end,

  -- What bench/handwritten.cpp answers.
  handwritten_list = function() return wrk.format("GET", "/list?stage=" .. any("stage"), headers) end,
  raw_insert = function() return wrk.format("POST", "/insert", headers, person()) end,
  raw_insert_alone = function() return wrk.format("POST", "/insert-alone", headers, person()) end,
}

function init()
  math.randomseed(tonumber(os.getenv("BENCH_SEED")))
  request = questions[os.getenv("BENCH_QUESTION")]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
