import { expect, test } from 'vitest';
import { apiMetrics } from '../../model/messages/api-metrics.ts';
import { buildEnvelope } from '../../test/builders.ts';
import { buildApiMetricEvent } from '../../test/streams-events.ts';
import type { Letter } from '../push/waiting.ts';
import { ApiCalls } from './api-calls.ts';

/** Tabs of one browser; `leader` is the one that reports. */
function tabs(count: number) {
  const letters: Letter[] = [];
  const state = { leader: 0, now: Date.UTC(2026, 10, 21, 10) };
  const { sentAt: _, ...envelope } = buildEnvelope();
  const all: ApiCalls[] = Array.from({ length: count }, (_, i) => {
    const tab = new ApiCalls({
      now: () => state.now,
      envelope: () => envelope,
      put: (letter) => letters.push(letter),
      reports: () => state.leader === i,
      onReported: () => {
        for (const other of all) if (other !== tab) other.forget();
      },
    });
    return tab;
  });
  const each = (how: (tab: ApiCalls) => void) => all.forEach(how);
  const counted = () => letters.map(({ message }) => (message.operations as { count: number }[])[0]?.count);
  return { letters, state, each, counted };
}
const call = buildApiMetricEvent('AgentAppService.Acs.listIntegrationAssociations', 30);

test('two tabs report each call once, also when one takes over from the other', () => {
  const { state, each, counted } = tabs(2);
  each((tab) => tab.note(call));
  each((tab) => tab.report());
  each((tab) => tab.note(call));
  each((tab) => tab.note(call));
  state.leader = 1;
  each((tab) => tab.report());
  expect(counted()).toEqual([1, 2]);
});

test('the server takes the report; each has a number of its own', () => {
  const { letters, state, each } = tabs(1);
  for (let time = 0; time < 2; time++) {
    each((tab) => tab.note(call));
    state.now += 30_000;
    each((tab) => tab.report());
  }
  expect(new Set(letters.map((letter) => letter.key)).size).toBe(2);
  for (const { message } of letters) {
    expect(
      apiMetrics.safeParse({ ...message, sentAt: new Date(state.now).toISOString() }).error,
    ).toBeUndefined();
  }
});

test('where nothing was called, or what is no API metric came, there is nothing to report', () => {
  const { letters, each } = tabs(1);
  each((tab) => tab.note({ time: 3 }));
  each((tab) => tab.report());
  expect(letters).toEqual([]);
});
