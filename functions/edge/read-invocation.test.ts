import { expect, test } from 'vitest';
import * as z from 'zod';
import { directHandler } from './direct.ts';
import { readInvocation } from './read-invocation.ts';

const request = z.object({
  step: z.enum(['begin', 'end']),
  agent: z.string().regex(/^self-test-/),
  limit: z.int().max(1000).default(1000),
});

/** What is logged, and what whoever invoked the function is told. */
async function invoke(event: unknown) {
  const logged: unknown[] = [];
  const telemetry = { error: (message: string, facts: object) => void logged.push(message, facts) };
  const answer = await directHandler(telemetry, async () => readInvocation(request, event))().catch(
    (error: Error) => error.message,
  );
  return { answer, logged: JSON.stringify(logged) };
}

test('gives what it was invoked with', async () => {
  const { answer, logged } = await invoke({ step: 'end', agent: 'self-test-1' });
  expect(answer).toEqual({ step: 'end', agent: 'self-test-1', limit: 1000 });
  expect(logged).toBe('[]');
});

test('names what is wrong, in the log and to whoever invoked it, but no value', async () => {
  const { answer, logged } = await invoke({ step: 'ana.silva', agent: 'ana.silva', limit: 4711 });
  const says = 'What the function was invoked with is wrong at $.step, $.agent, $.limit.';
  expect(answer).toBe(says);
  expect(logged).toContain(says);
  expect(logged).not.toMatch(/ana\.silva|4711/);
});

test.each([undefined, null, 'ana.silva', []])('takes no %j', async (event) => {
  const { answer, logged } = await invoke(event);
  expect(answer).toBe('What the function was invoked with is wrong at $.');
  expect(logged).not.toContain('ana.silva');
});
