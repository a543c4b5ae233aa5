import { expect, test } from 'vitest';
import { everything } from '../state/view.ts';
import { chosenValues, contactParameters, ignoredByContacts, withValues } from './chosen-values.ts';

const view = {
  ...everything,
  chosen: {
    values: { queue: ['Billing'], country: ['PT'] },
    ratings: ['poor'],
    missed: false,
  },
} as const;
const own = { values: { verdict: ['agent', 'unclear'] }, lacksStatistics: true } as const;

test('what is chosen is asked, as far as contacts know it', () => {
  expect(contactParameters({ view, own })).toEqual([
    ['queue', 'Billing'],
    ['rating', 'poor'],
    ['verdict', 'agent'],
    ['verdict', 'unclear'],
    ['lacksStatistics', 'true'],
  ]);
  expect(ignoredByContacts(view.chosen)).toEqual(['country', 'missed']);
});

test('what is chosen here is what was; what only other pages know stays for them', () => {
  expect(withValues({ view }, chosenValues({ view, own }))).toEqual({ view, own });
  const fewer = withValues({ view }, new Map([['lacksStatistics', ['true', 'false']]]));
  expect(fewer).toEqual({
    view: { ...view, chosen: { values: { country: ['PT'] }, ratings: [], missed: false } },
    own: { values: {} },
  });
});
