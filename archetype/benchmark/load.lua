-- A script for wrk: sends requests as fast as responses arrive or at a constant rate, and prints the results as a JSON line.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long micros; } moment; int gettimeofday(moment *now, void *zone);")

local moment = ffi.new("moment")

local function micros()
  ffi.C.gettimeofday(moment, nil)
  return tonumber(moment.seconds) * 1e6 + tonumber(moment.micros)
end

function init(arguments)
  local rate = tonumber(arguments[1])
  if not rate then
    return
  end
  local due
  -- wrk calls this before each request for the milliseconds to wait. All connections share one schedule, so a connection that
  -- waits for a response does not reduce the rate while another one is free.
  function delay()
    due = due and due + 1e6 / rate or micros()
    return math.max(0, math.floor((due - micros()) / 1000 + 0.5))
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"micros":%d,"p50":%d,"p99":%d,"status":%d,"broken":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
