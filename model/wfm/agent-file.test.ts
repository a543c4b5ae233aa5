import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgentChange } from '../documents/contact-states.ts';
import { agentHeader, agentRows } from './agent-file.ts';
import { intervalMillis } from './interval.ts';

const day = { from: Date.parse('2026-03-04T00:00:00Z'), to: Date.parse('2026-03-05T00:00:00Z') };
const utc = { zone: 'UTC' };
const column = (name: string) => agentHeader.indexOf(name);

const changes = fc.array(
  fc.record({
    '@timestamp': fc
      .integer({ min: day.from - 400_000, max: day.from + 8_000_000 })
      .map((at) => new Date(at).toISOString()),
    eventId: fc.uuid(),
    eventType: fc.constantFrom('STATE_CHANGE', 'HEART_BEAT', 'LOGIN', 'LOGOUT'),
    agent: fc.constantFrom('ana.silva', 'bo.li'),
    state: fc.record({ type: fc.constantFrom('ROUTABLE', 'CUSTOM', 'OFFLINE') }),
    contacts: fc.array(fc.record({ contactId: fc.uuid(), state: fc.constantFrom('CONNECTED', 'MISSED') }), {
      maxLength: 2,
    }),
  }),
  { maxLength: 60 },
);

test('no agent is online longer than an interval, and all parts of the time fit into it', () => {
  fc.assert(
    fc.property(changes, (events) => {
      for (const row of agentRows(events, day, utc)) {
        const of = (name: string) => Number(row[column(name)]);
        expect(of('tot_work_dur')).toBeGreaterThan(0);
        expect(of('tot_work_dur')).toBeLessThanOrEqual(900);
        expect(of('pause_dur') + of('avail_dur')).toBe(of('tot_work_dur'));
        expect(of('wait_dur')).toBeLessThanOrEqual(of('avail_dur'));
      }
    }),
  );
});

test('in whatever order events come, and in whatever parts a day is made, the rows are the same', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 9 }), (events, quarters) => {
      const whole = agentRows(events, day, utc);
      expect(agentRows([...events].reverse(), day, utc)).toEqual(whole);
      const middle = day.from + quarters * intervalMillis;
      const parts = [
        { from: day.from, to: middle },
        { from: middle, to: day.to },
      ].flatMap((part) => agentRows(heardIn(events, part), part, utc));
      expect(parts).toEqual(whole);
    }),
  );
});

/** What a part of a day is made of: what happened in it, and five minutes before. */
function heardIn(events: readonly AgentChange[], { from, to }: typeof day): AgentChange[] {
  const at = (event: AgentChange) => Date.parse(event['@timestamp']);
  return events.filter((event) => at(event) >= from - 300_000 && at(event) < to);
}
