import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Symptom } from '../../model/messages/symptoms.ts';
import { newCallRecord } from '../monitor/call-record.ts';
import { viewOf } from '../monitor/view-of.ts';
import { ProblemCard } from './ProblemCard.tsx';

const at = '2026-03-04T10:00:00.000Z';

function show(...events: { type: 'connected' | 'ended'; at: string }[]) {
  return (said: readonly Symptom[], words?: string) => {
    const problem = {
      symptoms: said.map((symptom) => ({ symptom, at })),
      ...(words ? { words: { at, text: words } } : {}),
    };
    const record = { ...newCallRecord('c', Date.parse(at)), events, problem };
    return renderToStaticMarkup(<ProblemCard call={viewOf(record, [])} onSay={() => {}} />);
  };
}
const talking = show({ type: 'connected', at });
const over = show({ type: 'connected', at }, { type: 'ended', at });

test('is folded away during the call, and open after it', () => {
  expect(talking([])).toMatch(/<details class="problem"(?! open)/);
  expect(over([])).toMatch(/<details class="problem" open/);
});

test('says which symptoms are reported, and asks for words only then', () => {
  expect(over([])).not.toContain('<textarea');
  const html = over(['oneWay', 'echo'], 'She heard me');
  expect(html.match(/aria-pressed="true"/g)).toHaveLength(2);
  expect(html).toMatch(/role="status"[^>]*>Reported\./);
  expect(html).toContain('>She heard me</textarea>');
});

test('asks for no words where the deployment keeps none', () => {
  const problem = { symptoms: [{ symptom: 'echo' as const, at }] };
  const call = viewOf({ ...newCallRecord('c', Date.parse(at)), problem }, []);
  const html = renderToStaticMarkup(<ProblemCard call={call} wordless onSay={() => {}} />);
  expect(html).toContain('Reported.');
  expect(html).not.toContain('<textarea');
});
