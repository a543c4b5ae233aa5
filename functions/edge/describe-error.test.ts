import { expect, test } from 'vitest';
import { KnownError } from '../errors.ts';
import { describeError } from './describe-error.ts';

test('tells what failed and where, but no text that may hold data', () => {
  const cause = Object.assign(new Error('failed to parse ana.silva'), { statusCode: 400, code: 'EPARSE' });
  const facts = describeError(
    new KnownError('unavailable', 'The search service cannot be reached.', { cause }),
  );
  expect(facts).toMatchObject({
    name: 'KnownError',
    message: 'The search service cannot be reached.',
    cause: { name: 'Error', statusCode: 400, code: 'EPARSE' },
  });
  expect(facts.cause?.frames?.[0]).toMatch(/^at /);
  expect(JSON.stringify(facts)).not.toContain('ana.silva');
});

test('what was thrown need not be an Error', () => {
  expect(describeError('ana.silva')).toEqual({ name: 'string' });
});
