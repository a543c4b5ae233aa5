import { expect, test } from 'vitest';
import type { PanelTable } from '../tables/panel-table.ts';
import { textCell } from '../tables/panel-table.ts';
import { layoutOf, widthOfLayout } from './table-layout.ts';

const widthOf = (text: string) => 7 * text.length;
const table: PanelTable = {
  columns: [{ name: 'Queue' }, { name: 'Poor' }, { name: 'Why' }],
  rows: [
    [textCell('Billing'), { text: '12.5 %', value: 12.5 }, textCell('a'.repeat(30))],
    [textCell('VIP'), { text: '–', value: undefined }, textCell('b'.repeat(400))],
  ],
};

test('texts begin at the left and have the room they need, figures end at the right', () => {
  const places = layoutOf(table, widthOf);
  expect(places.map(({ isText }) => isText)).toEqual([true, false, true]);
  expect(places.map(({ left }) => left)).toEqual([0, 90, 220]);
  // Of what is longer than any page the end is left out.
  expect(places[2]?.width).toBe(380);
  expect(widthOfLayout(places)).toBe(600);
});

test('a name that is a number of rows is a name', () => {
  const one = { columns: [{ name: 'Seconds' }], rows: [[{ text: '30', value: 30 }]] };
  expect(layoutOf(one, widthOf)).toEqual([{ left: 0, width: 90, isText: true }]);
});
