import { expect, test } from 'vitest';
import { eraseArguments } from './erase-arguments.ts';

const contact = '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a';

test('reads whose data, in the form that the function wants', () => {
  const prod = { stage: 'prod', region: undefined };
  expect(eraseArguments(['--stage', 'prod', '--contact', contact])).toEqual({
    ...prod,
    subject: { contact },
    erase: false,
  });
  expect(eraseArguments(['--stage', 'prod', '--agent', ' Ana.Silva ', '--yes'])).toEqual({
    ...prod,
    subject: { agent: 'ana.silva' },
    erase: true,
  });
  expect(eraseArguments(['--help'])).toBeUndefined();
});

test.each([
  [['--stage', 'prod', '--contact', 'Ana Silva'], 'is a UUID'],
  [['--stage', 'prod', '--contact', ''], 'is a UUID'],
  [['--stage', 'prod', '--agent', ' '], 'user name'],
  [['--stage', 'prod', '--agent', 'a'.repeat(101)], 'user name'],
  [['--stage', 'prod', '--agent', 'ana', '--contact', contact], 'whose data'],
  [['--stage', 'prod'], 'whose data'],
  [['--contact', contact], '--stage'],
])('refuses %j', (args, message) => {
  expect(() => eraseArguments(args)).toThrow(message);
});
