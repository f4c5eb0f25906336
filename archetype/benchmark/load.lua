-- For wrk: sends requests as fast as answers come, or so many in a second, and tells what came as one line of JSON.
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
  -- wrk asks before each request for how many milliseconds it shall wait. All connections share one timetable, so a
  -- connection that waits for an answer slows down nothing while another one is free.
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
