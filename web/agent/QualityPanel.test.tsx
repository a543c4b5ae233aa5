import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { buildSamples, type Path } from '../../test/builders.ts';
import { newCallRecord } from '../monitor/call-record.ts';
import { viewOf, withWindow } from '../monitor/view-of.ts';
import { emptyPage, type PageState } from './page-state.ts';
import { QualityPanel } from './QualityPanel.tsx';

const at = Date.now() - 60_000;
const record = {
  ...newCallRecord('c', at),
  events: [{ type: 'connected' as const, at: new Date(at).toISOString() }],
};
const show = (state: Partial<PageState>) =>
  renderToStaticMarkup(
    <QualityPanel
      state={{ ...emptyPage, ...state }}
      onRetry={() => {}}
      onSignIn={() => {}}
      onSay={() => {}}
    />,
  );
const ratings = (html: string) => [...html.matchAll(/data-rating="(\w+)"/g)].map((match) => match[1]);

function callWith(toAgent: Path, fromAgent: Path, seconds = 29) {
  const samples = {
    audio_input: buildSamples('audio_input', seconds, toAgent, at),
    audio_output: buildSamples('audio_output', seconds, fromAgent, at),
  };
  return viewOf(record, withWindow([], samples, defaultLimits));
}

test('shows each direction’s own score and rating, and the worse one in short', () => {
  expect(ratings(show({ call: callWith({}, { lossPercent: 8 }) }))).toEqual(['poor', 'good', 'poor']);
});

test('shows the figures of the last half minute until now, where the page measures them by the second', () => {
  const before = callWith({}, {});
  const latest = callWith({ lossPercent: 8 }, {}, 12).windows[0];
  if (!latest) throw new Error('there is no window');
  const html = show({ call: { ...before, latest } });
  expect(ratings(html)).toEqual(['poor', 'poor', 'good']);
  expect(show({ call: { ...before, windows: [], latest } })).toContain('8.0 %');
});

test('what could not be judged is never shown as good, and what was not measured never as 0', () => {
  const html = show({ call: callWith({ roundTripTimeMillis: null }, { roundTripTimeMillis: null }, 1) });
  expect(new Set(ratings(html))).toEqual(new Set(['unclassified']));
  expect(html).toContain('Not judged');
  expect(html).toContain('<dd data-testid="delay">unknown</dd>');
});

test('says how old the figures are', () => {
  expect(show({ call: callWith({}, {}) })).toMatch(/Measured 3\d s ago, every 30 s/);
});

test('says what is recorded and for how long, also without a call', () => {
  const html = show({ retentionDays: 30 });
  expect(html).toMatch(/No call yet/);
  expect(html).toMatch(/What is recorded.*Never what is said.*Deleted after 30 days/s);
});

test('tells a screen reader what is wrong', () => {
  expect(show({ call: callWith({ lossPercent: 8 }, {}) })).toMatch(/aria-live="polite">You hear gaps/);
});
