import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type * as z from 'zod';

export type HostileBody = { readonly what: string; readonly body: string | Uint8Array };

const utf8 = new TextDecoder('utf-8', { fatal: true });

const nasty: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  '',
  'x'.repeat(70_000),
  '\u0000',
  '\ud800',
  '‮<script>alert(1)</script>',
  "'; DROP TABLE calls; --",
  `\${jndi:ldap://127.0.0.1/a}`,
  '../../../etc/passwd',
  '=cmd|"/c calc"!A1',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  [],
  [[]],
  {},
  { $ne: null },
  { length: 1e9 },
  Array.from({ length: 5000 }, () => 0),
];

/** Bodies that nobody's page sends, each of its own kind of wrong. */
function handMade(valid: object): HostileBody[] {
  const text = JSON.stringify(valid);
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  return [
    { what: 'nothing', body: '' },
    { what: 'a space', body: ' ' },
    { what: 'half a message', body: text.slice(0, text.length / 2) },
    { what: 'two messages', body: text + text },
    { what: 'a message in a list', body: `[${text}]` },
    { what: 'lists in lists', body: deep(50_000) },
    { what: 'objects in objects', body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` },
    { what: 'gzip', body: gzipSync(text) },
    {
      what: 'broken UTF-8',
      body: Buffer.concat([Buffer.from('{"agent":"'), Buffer.from([0xc3, 0x28, 0xff])]),
    },
    { what: 'UTF-16', body: Buffer.from(text, 'utf16le') },
    { what: 'a zero byte', body: text.replace('{', '{\u0000') },
    { what: 'not a number', body: text.replace(/:\d+/, ':NaN') },
    { what: 'a prototype', body: '{"__proto__":{"version":1,"agent":"kevin.dizon"}}' },
    { what: 'a constructor', body: '{"constructor":{"prototype":{"agent":"kevin.dizon"}}}' },
    { what: 'a form', body: 'agent=kevin.dizon&version=1' },
    { what: 'XML', body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
    { what: 'a message of the future', body: inYear(text, 2199) },
    { what: 'a message of long ago', body: inYear(text, 1999) },
    { what: 'a wrong version', body: JSON.stringify({ ...valid, version: 999 }) },
  ];
}

/**
 * Bodies for one route, the same at every run: hand-made ones, arbitrary JSON, arbitrary bytes, and good messages in
 * which one value was replaced or left out. Those that the schema would take after all are left out.
 */
export function hostileBodies(valid: object, schema: z.ZodType, count: number): HostileBody[] {
  const made = handMade(valid);
  const generated = fc.oneof(
    { weight: 1, arbitrary: fc.json().map((body) => ({ what: 'arbitrary JSON', body })) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }).map((body) => ({ what: 'bytes', body })) },
    { weight: 4, arbitrary: changedMessage(valid) },
  );
  const sampled = fc.sample(generated, { numRuns: 2 * count, seed: 20_261_121 });
  return [...made, ...sampled.filter(({ body }) => !isTaken(body, schema))].slice(0, count);
}

function inYear(text: string, year: number): string {
  return text.replaceAll(/"\d{4}(-\d\d-\d\dT)/g, `"${year}$1`);
}

function changedMessage(valid: object): fc.Arbitrary<HostileBody> {
  const value = fc.oneof(fc.constantFrom(...nasty), fc.jsonValue());
  return fc.tuple(fc.constantFrom(...pathsOf(valid)), fc.option(value)).map(([path, replacement]) => {
    const message = structuredClone(valid);
    const holder = path.slice(0, -1).reduce<Holder>((at, key) => at[key] as Holder, message as Holder);
    const last = path.at(-1) ?? '';
    if (replacement === null) delete holder[last];
    else holder[last] = replacement;
    return {
      what: `$.${path.join('.')} ${replacement === null ? 'left out' : 'replaced'}`,
      body: JSON.stringify(message),
    };
  });
}

type Holder = Record<string, unknown>;

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}

function isTaken(body: string | Uint8Array, schema: z.ZodType): boolean {
  try {
    return schema.safeParse(JSON.parse(utf8.decode(Buffer.from(body)))).success;
  } catch {
    return false;
  }
}
