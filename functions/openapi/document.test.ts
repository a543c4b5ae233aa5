import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorKinds } from '../errors.ts';
import { openApiDocument } from './document.ts';
import { ingestKinds } from './ingest-kinds.ts';

const root = join(import.meta.dirname, '..', '..');
const document = JSON.parse(JSON.stringify(openApiDocument('none'))) as {
  paths: Record<string, Record<string, unknown>>;
};

/** Every object within JSON, with the way to it. */
function* objectsIn(value: unknown, path = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}/${key}`);
}

test('describes the routes of serverless.yml and no others', () => {
  const service = readFileSync(join(root, 'serverless.yml'), 'utf8');
  const deployed = [...service.matchAll(/httpApi: (GET|POST) (\S+)/g)].map(([, method, path]) => [
    path,
    method,
  ]);
  expect(deployed.length).toBeGreaterThan(3);
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => [path, method.toUpperCase()]),
  );
  expect(described.filter(([path]) => !path?.startsWith('/query/')).sort()).toEqual(deployed.sort());
  expect(service).toContain('path: /query/{proxy+}');
});

test('leaves nothing undescribed: a check in code brings its JSON Schema as meta', () => {
  const schemas = [...objectsIn(document)].filter(([path]) =>
    /\/(schema|items|properties\/[^/]+)$/.test(path),
  );
  expect(schemas.length).toBeGreaterThan(200);
  expect(schemas.filter(([, schema]) => Object.keys(schema).length === 0).map(([path]) => path)).toEqual([]);
});

test('every reference leads somewhere', () => {
  const places = new Set([...objectsIn(document)].map(([path]) => path));
  const refs = [...objectsIn(document)].flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
  expect(refs.length).toBeGreaterThan(50);
  expect(refs.filter((ref) => !places.has(ref))).toEqual([]);
});

test('every kind of refusal is an answer of some route', () => {
  const said = JSON.stringify(document.paths);
  const isSaid = (kind: string) =>
    said.includes(`"#/components/responses/${kind}"`) || said.includes(`:problem:${kind}"`);
  expect(Object.keys(errorKinds).filter((kind) => !isSaid(kind))).toEqual([]);
});

describe.each(ingestKinds)('$kind.route', ({ kind, example }) => {
  test('takes its own example', () => {
    expect(kind.schema.safeParse(example).error?.issues ?? []).toEqual([]);
  });
});

test.each([
  ['none', [], false],
  ['cognito', [{ agents: [] }], true],
] as const)('where agentAuth is %s, says whether ingest asks for a token', (agentAuth, security, asks) => {
  const { paths, components } = openApiDocument(agentAuth) as {
    paths: Record<string, { post?: { security: unknown; responses: object } }>;
    components: { securitySchemes: object };
  };
  const routes = Object.values(paths).flatMap(({ post }) => post ?? []);
  expect(routes).toHaveLength(3);
  for (const route of routes) {
    expect(route.security).toEqual(security);
    expect('401' in route.responses).toBe(asks);
  }
  expect('agents' in components.securitySchemes).toBe(asks);
});
