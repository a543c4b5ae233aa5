import { expect, test } from 'vitest';
import { dashboard } from './dashboard.ts';
import { markdown } from './markdown.ts';

const words = (id: string) => markdown(id, id, 'Words');

test('rows stand under each other, and panels beside each other', () => {
  const objects = dashboard({
    id: 'd',
    title: 'D',
    description: '',
    rows: [
      { height: 5, panels: [[words('a'), 48]] },
      {
        height: 7,
        panels: [
          [words('b'), 20],
          [words('c'), 28],
        ],
      },
    ],
  });
  expect(objects.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const { attributes, references } = objects[3] ?? {};
  expect(JSON.parse(String(attributes?.panelsJSON))).toMatchObject([
    { panelRefName: 'panel_0', gridData: { x: 0, y: 0, w: 48, h: 5, i: '0' } },
    { panelRefName: 'panel_1', gridData: { x: 0, y: 5, w: 20, h: 7, i: '1' } },
    { panelRefName: 'panel_2', gridData: { x: 20, y: 5, w: 28, h: 7, i: '2' } },
  ]);
  expect(references).toEqual(
    ['a', 'b', 'c'].map((id, i) => ({ id, name: `panel_${i}`, type: 'visualization' })),
  );
});

test('a row that leaves a gap is refused', () => {
  const rows = [{ height: 5, panels: [[words('a'), 40]] as const }];
  expect(() => dashboard({ id: 'd', title: 'D', description: '', rows })).toThrow(
    'A row of a is 40 wide, not 48',
  );
});
