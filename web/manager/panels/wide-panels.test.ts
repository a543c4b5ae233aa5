import { expect, test } from 'vitest';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { pages } from '../../../dashboards/pages/pages.ts';
import type { Panel } from '../../../dashboards/panels/panel.ts';
import { widePanels } from './wide-panels.ts';

const words = { title: '', means: '' };
const narrow = (id: string): Panel => ({ ...words, id, kind: 'heatMap', measure: poorCalls });
const wide = (id: string): Panel => ({ ...words, id, kind: 'figures', measures: [poorCalls] });

test('two narrow ones stand side by side, one alone takes the line', () => {
  const panels = [narrow('a'), narrow('b'), narrow('c'), wide('d'), narrow('e'), narrow('f')];
  expect([...widePanels(panels)]).toEqual(['c', 'd']);
});

test('the last one takes the line when it stands alone', () => {
  expect([...widePanels([wide('a'), narrow('b')])]).toEqual(['a', 'b']);
});

test.each(Object.values(pages))('no line of $id is half empty', ({ panels }) => {
  const taken = widePanels(panels);
  let halves = 0;
  for (const { id } of panels) {
    if (taken.has(id)) expect([id, halves % 2]).toEqual([id, 0]);
    else halves += 1;
  }
  expect(halves % 2).toBe(0);
});
