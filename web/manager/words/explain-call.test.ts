import { expect, test } from 'vitest';
import { callRow } from '../../../model/query/call-row.ts';
import { buildCallDocument } from '../../../test/document-builders.ts';
import { explainCall, worseSide } from './explain-call.ts';

const good = {
  seconds: 30,
  rating: 'good',
  ratingReasons: [],
  mos: { avg: 4.3, min: 4.2 },
  packetsLost: 0,
  packetsCount: 1500,
} as const;
const lossy = {
  ...good,
  rating: 'poor',
  ratingReasons: ['loss'],
  mos: { avg: 3.2, min: 2.1 },
  packetsLost: 120,
} as const;

const explain = (parts: Parameters<typeof buildCallDocument>[0]) =>
  explainCall(callRow.parse(buildCallDocument(parts))).replaceAll('\u00a0', ' ');

test('says who heard whom badly, and why', () => {
  const windows = {
    a: { ...lossy, streamType: 'audio_input' as const },
    b: { ...good, streamType: 'audio_output' as const },
  };
  expect(explain({ windows })).toBe(
    'The agent heard the customer badly: 7.4 % of the packets were lost on the way to the agent. The customer heard the agent well.',
  );
  expect(worseSide(callRow.parse(buildCallDocument({ windows })))).toBe('toAgent');
});

test('does not call a direction good of which nothing is known', () => {
  expect(explain({ windows: { a: { ...good, streamType: 'audio_input' } } })).toMatch(
    'The customer heard the agent: not known',
  );
});

test('a call without audio is not called good', () => {
  expect(explain({})).toBe('There was too little audio to say how this call sounded.');
  expect(explain({ events: [{ type: 'missed', at: '2026-03-04T10:00:20.000Z' }] })).toBe(
    'The agent did not take this call.',
  );
  expect(explain({ report: { failures: ['iceCollection'] } })).toBe(
    'The audio could not be set up: No network path found (ICE collection).',
  );
});
