import { expect, test } from 'vitest';
import { KnownError } from '../../functions/errors.ts';
import { untilAvailable } from './until-available.ts';

function clock() {
  let at = 0;
  return {
    now: () => at,
    sleep: async (millis: number) => {
      at += millis;
    },
  };
}

const failing = (times: number, error: Error) => {
  let done = 0;
  return async () => {
    if (done++ < times) throw error;
    return done;
  };
};
const unavailable = new KnownError('unavailable', 'A document cannot be read now.');

test('what is not available yet is done again', async () => {
  expect(await untilAvailable(failing(3, unavailable), clock())).toBe(4);
});

test('but not for ever', async () => {
  await expect(untilAvailable(failing(1000, unavailable), clock())).rejects.toBe(unavailable);
});

test('what is wrong is not done again', async () => {
  const wrong = new KnownError('invalid', 'It is not a message.');
  await expect(untilAvailable(failing(1, wrong), clock())).rejects.toBe(wrong);
});
