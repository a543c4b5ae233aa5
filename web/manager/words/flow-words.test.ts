import { expect, test } from 'vitest';
import { moduleName } from './flow-words.ts';

test.each([
  ['InvokeExternalResource', 'Invoke external resource'],
  ['SetContactFlow', 'Set contact flow'],
  ['PlayPrompt', 'Play prompt'],
  ['GetUserInputWithDTMFKeys', 'Get user input with DTMF keys'],
  ['Transfer', 'Transfer'],
])('%s: %s', (moduleType, name) => {
  expect(moduleName(moduleType)).toBe(name);
});
