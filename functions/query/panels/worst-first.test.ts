import { expect, test } from 'vitest';
import { mos } from '../../../dashboards/measures/audio.ts';
import { calls, poorCalls } from '../../../dashboards/measures/calls.ts';
import { worstFirst } from './worst-first.ts';

const group = (key: string | null, id: string, value: number | null, restsOn = 100) => ({
  key,
  now: { [id]: { value, restsOn } },
});
const keys = (groups: readonly { key: string | null }[]) => groups.map(({ key }) => key);

test('the worst first, then what rests on too few, then what is not known', () => {
  const groups = [
    group(null, 'poorCalls', 90),
    group('few', 'poorCalls', 50, 4),
    group('good', 'poorCalls', 1),
    group('bad', 'poorCalls', 20),
    group('nothing', 'poorCalls', null, 0),
  ];
  expect(keys(worstFirst(groups, poorCalls))).toEqual(['bad', 'good', 'few', 'nothing', null]);
});

test('a low MOS is worse, and many calls are neither', () => {
  expect(keys(worstFirst([group('good', 'mos', 4.3), group('bad', 'mos', 2)], mos))).toEqual(['bad', 'good']);
  expect(keys(worstFirst([group('few', 'calls', 3, 3), group('many', 'calls', 70, 70)], calls))).toEqual([
    'many',
    'few',
  ]);
});
