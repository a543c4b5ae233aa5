import { expect, test } from 'vitest';
import { widening } from './widening.ts';

const email = 'lee@example.com';

test.each([
  [['managers', 'lisbon'], ['managers'], /limited by lisbon, .* all calls/],
  [['managers', 'lisbon', 'porto'], ['managers', 'porto'], /limited by lisbon, .* only porto/],
  [['managers', 'lisbon'], ['admins'], /limited by lisbon, .* everything/],
])('asks before %j become %j', (present, wanted, message) => {
  expect(widening(email, present, wanted)).toMatch(message);
});

test.each([
  [['managers'], ['managers', 'lisbon']],
  [['managers', 'lisbon'], ['lisbon']],
  [['managers'], ['admins']],
  [[], ['managers']],
])('asks nothing before %j become %j', (present, wanted) => {
  expect(widening(email, present, wanted)).toBeUndefined();
});
