import { expect, test } from 'vitest';
import { mostAgentScript, weighAgentScript, weighLibrary } from './agent-script.ts';

test('the agents’ page stays within its budget: what the first paint needs, and all of it', async () => {
  const { first, own, others } = await weighAgentScript();
  expect(first).toBeGreaterThan(5);
  expect(first).toBeLessThan(mostAgentScript.first);
  expect(own).toBeGreaterThan(first + 20);
  expect(own).toBeLessThan(mostAgentScript.own);
  expect(others).toBeGreaterThan(200);
});

test('the library stays within its own', async () => {
  const kilobytes = await weighLibrary();
  expect(kilobytes).toBeGreaterThan(10);
  expect(kilobytes).toBeLessThan(mostAgentScript.library);
});
