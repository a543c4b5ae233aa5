import { expect, test } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { buildSamples, type Path } from '../../test/builders.ts';
import { newCallRecord } from '../monitor/call-record.ts';
import type { CallView } from '../monitor/call-view.ts';
import { viewOf, withWindow, worseRating } from '../monitor/view-of.ts';
import { adviceFor } from './advice.ts';

const at = Date.UTC(2026, 10, 21, 10);
const record = {
  ...newCallRecord('c', at),
  events: [{ type: 'connected' as const, at: new Date(at).toISOString() }],
};
function call(toAgent: Path, fromAgent: Path, more: Partial<CallView> = {}): CallView {
  const samples = {
    audio_input: buildSamples('audio_input', 29, toAgent, at),
    audio_output: buildSamples('audio_output', 29, fromAgent, at),
  };
  return { ...viewOf(record, withWindow([], samples, defaultLimits)), ...more };
}
const advise = (toAgent: Path, fromAgent: Path, more?: Partial<CallView>) =>
  adviceFor(call(toAgent, fromAgent, more), defaultLimits);

test('says which way the gaps are', () => {
  expect(advise({ lossPercent: 3 }, {})).toMatchObject({
    tone: 'fair',
    title: expect.stringMatching(/^You hear gaps/),
  });
  expect(advise({}, { lossPercent: 8 })).toMatchObject({
    tone: 'poor',
    title: expect.stringMatching(/^The caller hears gaps/),
  });
  expect(advise({ lossPercent: 8 }, { lossPercent: 8 })?.title).toMatch(/both hear gaps/);
});

test('names the worse direction', () => {
  expect(advise({ lossPercent: 2 }, { lossPercent: 9 })?.title).toMatch(/^The caller/);
  expect(advise({ lossPercent: 9 }, { lossPercent: 2 })).toMatchObject({ tone: 'poor' });
});

test('names delay and jitter', () => {
  const late = { roundTripTimeMillis: 420 };
  expect(advise(late, late)).toMatchObject({ tone: 'fair', title: expect.stringMatching(/late/) });
  expect(advise({ jitterMillis: 45 }, {})?.title).toMatch(/choppy/);
});

test('does not say that all is well while the agent is warned', () => {
  expect(advise({}, { audioLevel: 0 }, { warned: true })).toBeUndefined();
});

test('says that all is well only where both directions were judged', () => {
  expect(advise({}, {})?.tone).toBe('good');
  expect(advise({}, { roundTripTimeMillis: null })?.tone).toBe('good');
  const thin = call({}, {});
  const few = {
    ...thin,
    windows: withWindow(
      [],
      { audio_input: buildSamples('audio_input', 1, {}, at), audio_output: [] },
      defaultLimits,
    ),
  };
  expect(worseRating(few.windows[0])).toBe('unclassified');
  expect(adviceFor(few, defaultLimits)).toBeUndefined();
  expect(adviceFor({ ...thin, windows: [] }, defaultLimits)).toBeUndefined();
});

test('after a reload it says that nothing more is measured', () => {
  expect(advise({}, {}, { reloaded: true })?.title).toMatch(/not measured/);
  expect(advise({}, {}, { reloaded: true, phase: 'over' })?.tone).toBe('good');
});
