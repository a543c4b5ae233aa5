import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import type { Alert, Notice } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { dueNotices, isTold, planNotices, tried, withNotice } from './notices.ts';

const start = Date.parse('2026-03-04T20:00:00Z');
const at = (minute: number) => new Date(start + minute * 60_000);
const iso = (minute: number) => at(minute).toISOString();
const reading = { value: 40, restsOn: 50, at: iso(0) };
/** Half an hour after everything begins, for an hour. */
const quietHours = { from: '20:30', to: '21:30', zone: 'UTC' };
const both = ['topic', 'webhook'] as const;

function alertAt(minute: number, change: Partial<Alert> = {}): Alert {
  const rule = { ...(defaultRules[0] as AlertRule), quietHours };
  const readings = { first: reading, worst: reading, latest: reading };
  const raised = { group: 'Krakow', scope: {}, raisedAt: iso(minute), ...readings };
  return { id: 'a', revision: 1, rule, ...raised, notices: [], ...change };
}
const deliver = (alert: Alert, minute: number) =>
  dueNotices(alert, at(minute)).reduce((its, one) => withNotice(its, tried(one, true, at(minute))), alert);
const told = ({ notices }: Alert) =>
  notices.map(({ event, channel, status }) => `${event} ${channel} ${status}`);

test('each event is told once on each channel', () => {
  const raised = deliver(planNotices(alertAt(0), both, at(0)), 0);
  expect(told(raised)).toEqual(['raised topic delivered', 'raised webhook delivered']);
  expect(dueNotices(planNotices(raised, both, at(5)), at(5))).toEqual([]);
  const cleared = deliver(planNotices({ ...raised, clearedAt: iso(10) }, both, at(10)), 10);
  expect(told(cleared).slice(2)).toEqual(['cleared topic delivered', 'cleared webhook delivered']);
  expect(isTold(cleared)).toBe(true);
});

test('in quiet hours nobody is told; at their end it is, if it is still so', () => {
  const planned = planNotices(alertAt(40), ['topic'], at(40));
  expect(dueNotices(planned, at(40))).toEqual([]);
  expect(dueNotices(planned, at(89))).toEqual([]);
  expect(dueNotices(planned, at(90))).toHaveLength(1);
  const over = planNotices({ ...planned, clearedAt: iso(60) }, ['topic'], at(60));
  expect(told(over)).toEqual(['raised topic dropped']);
  expect(isTold(over)).toBe(true);
});

test('what was told before quiet hours is said to be over after them', () => {
  const raised = deliver(planNotices(alertAt(0), ['topic'], at(0)), 0);
  const over = planNotices({ ...raised, clearedAt: iso(45) }, ['topic'], at(45));
  expect(dueNotices(over, at(45))).toEqual([]);
  expect(told(deliver(over, 90))).toEqual(['raised topic delivered', 'cleared topic delivered']);
});

test('what could not be told is tried again, ever later, and before what came after it', () => {
  const quietless = { ...(defaultRules[0] as AlertRule) };
  let alert = planNotices(alertAt(0, { rule: quietless }), ['topic'], at(0));
  const pauses: number[] = [];
  for (let minute = 0; minute < 400; minute++) {
    const [due] = dueNotices(alert, at(minute));
    if (!due) continue;
    pauses.push(minute);
    alert = withNotice(alert, tried(due, false, at(minute)));
  }
  expect(pauses).toEqual([0, 5, 15, 35, 75, 135, 195, 255, 315, 375]);
  const over = planNotices({ ...alert, clearedAt: iso(400) }, ['topic'], at(400));
  expect(told(over)).toEqual(['raised topic waiting', 'cleared topic waiting']);
  expect(dueNotices(over, at(440)).map(({ event }) => event)).toEqual(['raised']);
  expect(told(deliver(deliver(over, 440), 440))).toEqual([
    'raised topic delivered',
    'cleared topic delivered',
  ]);
});

test('what waits for a channel that was taken away is told no more', () => {
  const planned = planNotices(alertAt(40), both, at(40));
  expect(told(planNotices(planned, ['topic'], at(45)))).toEqual([
    'raised topic waiting',
    'raised webhook dropped',
  ]);
});

test('after a week it is given up', () => {
  const waiting: Notice = { event: 'raised', channel: 'topic', status: 'waiting', attempts: 170, at: iso(0) };
  expect(tried(waiting, false, at(7 * 1440 - 1)).status).toBe('waiting');
  expect(tried(waiting, false, at(7 * 1440)).status).toBe('dropped');
});

test('a channel that comes later is not told of what was over before', () => {
  const raised = deliver(planNotices(alertAt(0), ['topic'], at(0)), 0);
  expect(told(planNotices({ ...raised, clearedAt: iso(5) }, both, at(5)))).not.toContain(
    'cleared webhook waiting',
  );
});

test('whatever fails and whenever: what is delivered is raised, then cleared, each at most once', () => {
  const outcomes = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.boolean()), { minLength: 30 });
  fc.assert(
    fc.property(outcomes, fc.nat(120), fc.nat(600), (outcomes, raisedAt, length) => {
      let alert = alertAt(raisedAt);
      let minute = raisedAt;
      const said: string[] = [];
      for (const [minutes, works] of outcomes) {
        if (minute >= raisedAt + length) alert = { ...alert, clearedAt: iso(raisedAt + length) };
        alert = planNotices(alert, ['topic'], at(minute));
        for (const due of dueNotices(alert, at(minute))) {
          if (works) said.push(due.event);
          alert = withNotice(alert, tried(due, works, at(minute)));
        }
        minute += minutes;
      }
      expect(['', 'raised', 'raised,cleared']).toContain(said.join());
    }),
  );
});
