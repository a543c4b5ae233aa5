import { expect, test } from 'vitest';
import type { Streams } from '../monitor/streams.ts';
import { checkSaid } from './check-said.ts';
import { checkStreams } from './check-streams.ts';

const names = {
  EventType: { SOFTPHONE_STATS: 's', SOFTPHONE_REPORT: 'r', API_METRIC: 'm' },
  ContactEvents: { ACCEPTED: 'a' },
  agent: () => ({ unsubscribe() {} }),
};
const bus = { subscribe: () => ({ unsubscribe() {} }) };

test('Streams that is initialised is taken, with its version where it has one', () => {
  const streams = { ...names, core: { getEventBus: () => bus }, version: '2.28.2' } as unknown as Streams;
  expect(checkStreams(streams)).toEqual({ version: '2.28.2' });
});

test('what is not Streams, or not yet, is refused with what to do', () => {
  expect(() => checkStreams(undefined as unknown as Streams)).toThrow('the global `connect`');
  expect(() => checkStreams({ ...names, core: {} } as unknown as Streams)).toThrow('the global `connect`');
  const early = { ...names, core: { getEventBus: () => undefined } } as unknown as Streams;
  expect(() => checkStreams(early)).toThrow('initCCP() first');
});

test('a problem is one of the symptoms, or words', () => {
  expect(checkSaid({ symptom: 'echo', withdrawn: true })).toEqual({ symptom: 'echo', withdrawn: true });
  expect(checkSaid({ words: 'like a robot' })).toEqual({ words: 'like a robot' });
  expect(() => checkSaid({ symptom: 'hum' } as never)).toThrow('of noAudio, oneWay, choppy');
});
