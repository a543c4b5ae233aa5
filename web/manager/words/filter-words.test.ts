import { expect, test } from 'vitest';
import { splitNames } from '../../../dashboards/split-names.ts';
import { filterName, filterWords } from './filter-words.ts';

test('says what narrows a view, in its words', () => {
  expect(
    filterWords(
      {
        values: { site: ['Krakow', ''], country: ['PL'], failure: ['gumTimeout'] },
        ratings: ['poor', 'unclassified'],
        missed: false,
      },
      splitNames,
    ),
  ).toEqual([
    'Site: Krakow, Not known',
    'Country: Poland',
    'Failure: Microphone did not answer in time',
    'Rating: Poor, Not judged',
    'Missed: No',
  ]);
});

test('a filter that is not known yet has its own name', () => {
  expect(filterName('somethingNew', splitNames)).toBe('somethingNew');
});
