"""What Amazon CloudWatch does and the emulator does not: metrics out of log lines in the embedded metric format, the
metrics of queues, and alarms that look at their own dimensions, at each period, and at what is missing.

Sources: Amazon CloudWatch User Guide, "Specification: Embedded metric format" and "Evaluating an alarm"; Amazon SQS
Developer Guide, "Available CloudWatch metrics".
"""

import json
import logging
import operator
import threading
import time

from ministack.core.responses import set_request_account_id, set_request_region
from ministack.services import cloudwatch, cloudwatch_logs, sqs

log = logging.getLogger("local.cloudwatch")

# CloudWatch takes a minute; here somebody is watching.
TICK_SECONDS = 2

COMPARISONS = {
    "GreaterThanOrEqualToThreshold": operator.ge,
    "GreaterThanThreshold": operator.gt,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}


def fill_in():
    """Call once, before the emulator starts."""
    append = cloudwatch_logs._append_log_events

    def append_and_measure(stream, events):
        append(stream, events)
        for event in events:
            record_embedded(event["message"])

    cloudwatch_logs._append_log_events = append_and_measure
    cloudwatch._evaluate_alarm = evaluate
    threading.Thread(target=tick_for_ever, daemon=True, name="cloudwatch").start()


def record_embedded(line):
    """A line that CloudWatch would find a metric in must be one as a whole; whatever is wrong in it, it leaves out silently."""
    if not line.startswith('{"_aws"'):
        return
    try:
        document = json.loads(line)
        at = document["_aws"]["Timestamp"] / 1000
        for directive in document["_aws"]["CloudWatchMetrics"]:
            for metric in directive["Metrics"]:
                for names in directive["Dimensions"]:
                    dimensions = {name: document[name] for name in names}
                    record(directive["Namespace"], metric, document[metric["Name"]], dimensions, at)
    except (KeyError, TypeError, ValueError):
        log.warning("a log line is no metric: %s", line[:500])


def record(namespace, metric, value, dimensions, at=None):
    name = metric["Name"]
    key = (namespace, name, cloudwatch._dims_key(dimensions))
    point = {"Timestamp": at or time.time(), "Value": float(value), "Unit": metric["Unit"], "Dimensions": dimensions}
    cloudwatch._metric_bucket(key).append(point)


def tick_for_ever():
    while True:
        time.sleep(TICK_SECONDS)
        try:
            for (account, region, _), queue in list(sqs._queues._data.items()):
                enter(account, region)
                measure_queue(queue)
            for (account, region, _), alarm in list(cloudwatch._alarms._data.items()):
                enter(account, region)
                evaluate(alarm)
        except Exception:
            log.exception("the metrics of a moment are missing")


def enter(account, region):
    set_request_account_id(account)
    set_request_region(region)


def measure_queue(queue):
    now = time.time()
    messages = list(queue["messages"])
    waiting = [message for message in messages if message["visible_at"] <= now]
    # Amazon's leaves out what was received three times or more.
    oldest = max((now - message["sent_at"] for message in messages if message["receive_count"] < 3), default=0)
    figures = {
        "ApproximateNumberOfMessagesVisible": ("Count", len(waiting)),
        "ApproximateNumberOfMessagesNotVisible": ("Count", len(messages) - len(waiting)),
        "ApproximateAgeOfOldestMessage": ("Seconds", oldest),
    }
    for name, (unit, value) in figures.items():
        record("AWS/SQS", {"Name": name, "Unit": unit}, value, {"QueueName": queue["name"]})


def evaluate(alarm):
    """Looks at the last periods, the current one included; so many of them must breach."""
    periods = int(alarm.get("EvaluationPeriods", 1))
    needed = int(alarm.get("DatapointsToAlarm") or periods)
    values = values_of(alarm, periods)
    treatment = alarm.get("TreatMissingData", "missing")
    known = [value for value in values if value is not None]
    if not known and treatment in ("missing", "ignore"):
        return
    compare = COMPARISONS[alarm["ComparisonOperator"]]
    breaching = sum(compare(value, alarm["Threshold"]) for value in known)
    if treatment == "breaching":
        breaching += len(values) - len(known)
    change(alarm, "ALARM" if breaching >= needed else "OK", f"{breaching} of {periods} periods breach; values {known}")


def values_of(alarm, periods):
    seconds = int(alarm["Period"])
    statistic = alarm.get("ExtendedStatistic") or alarm.get("Statistic", "Average")
    dimensions = {each["Name"]: each["Value"] for each in alarm.get("Dimensions") or []}
    points = cloudwatch._metrics.get((alarm["Namespace"], alarm["MetricName"], cloudwatch._dims_key(dimensions))) or []
    current = int(time.time() // seconds)
    first = (current - periods + 1) * seconds
    recent = [point for point in list(points) if point["Timestamp"] >= first]
    values = []
    for period in range(current - periods + 1, current + 1):
        within = [point for point in recent if int(point["Timestamp"] // seconds) == period]
        values.append(cloudwatch._stat_value(cloudwatch._calc_stats(within), statistic, within) if within else None)
    return values


def change(alarm, state, reason):
    before = alarm["StateValue"]
    if state == before:
        return
    alarm.update(StateValue=state, StateReason=reason, StateUpdatedTimestamp=int(time.time()))
    cloudwatch._record_history(alarm["AlarmName"], before, state, reason)
    cloudwatch._dispatch_alarm_actions(alarm, before, state, reason)
