import { expect, test } from 'vitest';
import { tryApi } from '../e2e/harness/schemathesis.ts';

test('the API does what its description says, at every bound of it', { timeout: 900_000 }, async () => {
  const { isPassed, output, exchanges } = await tryApi(['examples', 'coverage', 'fuzzing'], 200);
  console.info(`${exchanges.length} requests`);
  expect(isPassed, output.slice(-10_000)).toBe(true);
  expect(exchanges.length).toBeGreaterThan(2000);
  expect(exchanges.filter(({ status }) => status >= 500)).toEqual([]);
});
