import { expect, test } from 'vitest';
import { makePatience } from './patience.ts';

function setUp() {
  const state = { clock: 1_000_000 };
  const patience = makePatience(() => state.clock);
  return { state, patience, millis: () => patience.until() - state.clock };
}

test('who has waited in vain hardly waits for ten seconds', () => {
  const { state, patience, millis } = setUp();
  expect(millis()).toBe(4000);
  patience.wasInVain();
  expect(millis()).toBe(400);
  state.clock += 9999;
  expect(millis()).toBe(400);
  state.clock += 1;
  expect(millis()).toBe(4000);
});

test('a service that always takes longer than that gets the usual time again', () => {
  const { state, patience, millis } = setUp();
  patience.wasInVain();
  for (let second = 0; second < 10; second++) {
    expect(millis()).toBe(400);
    patience.wasInVain();
    state.clock += 1000;
  }
  expect(millis()).toBe(4000);
});
