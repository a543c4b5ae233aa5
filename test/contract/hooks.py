"""What the description of the API cannot say, done to each request before it is sent.

A message must be of this instance and of an agent it has, of now, and its columns even; a range of time must end after
it begins. Only what fits the description already is put right, so what is wrong in a request stays wrong.
"""

import json
import os
import re
from datetime import datetime, timedelta, timezone

import schemathesis
from hypothesis import strategies as st
from schemathesis.core.parameters import ParameterLocation

INSTANCE = os.environ["INSTANCE_ID"]
AGENT = os.environ["AGENT"]
ORIGIN = os.environ["ORIGIN"]
HOST = os.environ["API_HOST"]

schemathesis.openapi.format(
    "time-zone", st.sampled_from(["UTC", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"])
)
# Of whole numbers: a list by time has no others, and any other list has those too.
SORTED_BY = st.integers(-(2**53) + 1, 2**53 - 1)
NAME = st.text(max_size=20)
schemathesis.openapi.format("call-cursor", st.tuples(SORTED_BY, NAME, NAME).map(json.dumps))
schemathesis.openapi.format("contact-cursor", st.tuples(SORTED_BY, NAME).map(json.dumps))

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d:(\d\d:\d\d(?:\.\d+)?Z)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
COLUMNS = ["packetsLost", "packetsCount", "jitterMillis", "roundTripTimeMillis", "audioLevel", "concealedPercent", "quiet"]
# Seconds before now.
AGES = {"sentAt": 0, "endedAt": 20, "callEndTime": 20, "callStartTime": 110, "call": 120}


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers = {**(case.headers or {}), "Host": HOST}
    if "Origin" in case.headers and not (case.meta and case.meta.is_negative_at(ParameterLocation.HEADER)):
        case.headers["Origin"] = ORIGIN
    if isinstance(case.body, dict):
        case.body = message(case.body)
    if isinstance(case.query, dict):
        end_after_begin(case.query)
        day_that_is_kept(case.query)


def message(body):
    its = plausible_times(body)
    if isinstance(its.get("instanceId"), str) and re.fullmatch(r"[A-Za-z0-9-]{1,100}", its["instanceId"]):
        its["instanceId"] = INSTANCE
    if isinstance(its.get("agent"), str) and re.fullmatch(r"[a-z0-9_.@+-]{1,100}", its["agent"]):
        its["agent"] = AGENT
    if isinstance(its.get("windows"), list):
        its["windows"] = [even(window) for window in its["windows"]]
        if its["windows"] == [] and its.get("events") == []:
            its["events"] = [{"type": "rung", "at": ago(60)}]
    if isinstance(its.get("preflight"), dict) and isinstance(its["preflight"].get("checks"), list):
        its["preflight"]["checks"] = each_once(its["preflight"]["checks"])
    if isinstance(its.get("operations"), list):
        its["operations"] = [adding_up(operation) for operation in its["operations"]]
    return its


def each_once(checks):
    """The first of each check; what is none stays."""
    seen = []
    for check in checks:
        name = check.get("check") if isinstance(check, dict) else None
        if name is None or all(name != other.get("check") for other in seen if isinstance(other, dict)):
            seen.append(check)
    return seen


def plausible_times(value, key=""):
    if isinstance(value, dict):
        return {
            name: ago(AGES["call"]) if key == "call" and name == "startedAt" and is_instant(inner) else plausible_times(inner, name)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [plausible_times(inner, key) for inner in value]
    return ago(AGES.get(key, 60)) if is_instant(value) else value


def is_instant(value):
    return isinstance(value, str) and INSTANT.fullmatch(value) is not None


def ago(seconds):
    return (datetime.now(timezone.utc) - timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def even(window):
    """Columns as long as the offsets, which do not fall; what is no column stays."""
    if not isinstance(window, dict) or not is_numbers(window.get("offsetMillis")):
        return window
    offsets = sorted(window["offsetMillis"])
    evened = {
        name: [(window[name] or [None if name != "quiet" else 0])[i % max(1, len(window[name]))] for i in range(len(offsets))]
        for name in COLUMNS
        if isinstance(window.get(name), list) and len(window[name]) <= 90 and is_numbers(offsets)
    }
    return {**window, **evened, "offsetMillis": offsets}


def is_numbers(value):
    return isinstance(value, list) and all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in value)


def adding_up(operation):
    """As many calls as the buckets hold, and no more failures than calls."""
    if not isinstance(operation, dict) or not is_numbers(operation.get("buckets")):
        return operation
    if not is_numbers([operation.get(name) for name in ("count", "errors", "faults")]):
        return operation
    counts = [*operation["buckets"], *(operation[name] for name in ("count", "errors", "faults"))]
    if not all(0 <= n <= 10**9 and n == int(n) for n in counts) or operation["count"] < 1 or operation["buckets"] == []:
        return operation
    buckets = [int(n) // len(operation["buckets"]) for n in operation["buckets"]]
    buckets = buckets if any(buckets) else [1, *buckets[1:]]
    count = sum(buckets)
    errors = min(operation["errors"], count)
    return {**operation, "buckets": buckets, "count": count, "errors": errors, "faults": min(operation["faults"], count - errors)}


def day_that_is_kept(query):
    """A whole day is only told of while all of it is kept."""
    if isinstance(query.get("day"), str) and DAY.fullmatch(query["day"]):
        query["day"] = ago(86_400)[:10]


def end_after_begin(query):
    """The range is of the day on which it begins, whatever day and fraction of a second that is."""
    begin, end = (query.get(name) for name in ("from", "to"))
    if not isinstance(end, str) or TIME.fullmatch(end) is None:
        return
    match = TIME.fullmatch(begin) if isinstance(begin, str) else None
    if match:
        day, rest = match.groups()
        query["from"], query["to"] = f"{day}T00:{rest}", f"{day}T23:{rest}"
