import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedBy, keepFields } from './keep-fields.ts';

const keys = ['a', 'b', 'c', 'connect:Subtype', '__proto__', 'constructor'];
const key = fc.constantFrom(...keys);
const path = fc.array(key, { minLength: 1, maxLength: 3 }).map((some) => some.join('.'));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('text', 7, true, null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}));

/** The paths at which something plain stands, through lists. */
function plainPaths(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((its) => plainPaths(its, at));
  if (typeof value !== 'object' || value === null) return value === null ? [] : [at];
  return Object.entries(value).flatMap(([name, its]) => plainPaths(its, at ? `${at}.${name}` : name));
}

test('of anything at all there is left what is allowed, all of it and nothing else', () => {
  fc.assert(
    fc.property(fc.dictionary(key, tree), fc.array(path, { maxLength: 6 }), (value, paths) => {
      // Of two paths of which one begins the other, the shorter means something plain, and the longer nothing.
      const plain = paths.filter((one) => !paths.some((other) => one.startsWith(`${other}.`)));
      const kept = keepFields(value, allowedBy(plain));
      const isLeft = (one: string) => plain.includes(one) || plain.some((its) => its.startsWith(`${one}.`));
      const allowed = plainPaths(value).filter((one) => plain.includes(one));
      expect(plainPaths(kept)).toEqual(expect.arrayContaining(allowed));
      expect(plainPaths(kept).filter((one) => !isLeft(one))).toEqual([]);
      expect(plainPaths(kept).filter((one) => plain.includes(one))).toHaveLength(allowed.length);
    }),
  );
});

test('of what has another form than it should there is left that it has', () => {
  const allowed = allowedBy(['Queue.Name', 'Contacts.State']);
  expect(keepFields({ Queue: { Name: { secret: 1 }, ARN: 'a' } }, allowed)).toEqual({ Queue: { Name: {} } });
  expect(keepFields({ Queue: 'secret', Contacts: [{ State: 'CONNECTED', Secret: 1 }, 7] }, allowed)).toEqual({
    Queue: false,
    Contacts: [{ State: 'CONNECTED' }, false],
  });
});
