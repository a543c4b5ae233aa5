import { expect, test } from 'vitest';
import {
  firstAddress,
  forgetView,
  noViews,
  openWith,
  readSavedViews,
  type SavedViews,
  saveView,
} from './saved-views.ts';

const krakow = { name: 'Krakow', address: '/technical?site=Krakow' };
const week = { name: 'A week', address: '/?range=7d' };
const both: SavedViews = { views: [week, krakow], first: 'Krakow' };

test('views are listed by name, and a second one of a name replaces the first', () => {
  const kept = saveView(saveView(noViews, krakow), week);
  expect(kept.views).toEqual([week, krakow]);
  expect(saveView(kept, { ...krakow, address: '/network' }).views).toEqual([
    week,
    { ...krakow, address: '/network' },
  ]);
});

test('what is kept is read again', () => {
  expect(readSavedViews(JSON.stringify(both))).toEqual(both);
});

test.each([null, '', 'x', '[]', '{"views":[{"name":""}]}'])('of %j nothing is read', (text) => {
  expect(readSavedViews(text)).toEqual(noViews);
});

test.each(['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)'])(
  'no view leads to %s',
  (address) => {
    expect(readSavedViews(JSON.stringify({ views: [{ name: 'x', address }] }))).toEqual(noViews);
  },
);

test('the site opens with the chosen view, until that is forgotten', () => {
  expect(firstAddress(both)).toBe(krakow.address);
  expect(firstAddress(openWith(both, undefined))).toBeUndefined();
  expect(firstAddress(forgetView(both, 'A week'))).toBe(krakow.address);
  expect(firstAddress(forgetView(both, 'Krakow'))).toBeUndefined();
});
