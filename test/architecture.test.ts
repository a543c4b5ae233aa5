import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The rules that the project references in tsconfig.json cannot hold: those inside a folder. The rules between the
 * folders are compile errors (`npm run check`).
 */
const root = join(import.meta.dirname, '..');
const files = globSync('{model,dashboards,functions,deploy,web,local,test}/**/*.{ts,tsx}', {
  cwd: root,
}).sort();
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file));
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };
const importStatement =
  /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(file: string): Import[] {
  return [...(text.get(file) ?? '').matchAll(importStatement)].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    const to = name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const imports = sources.flatMap(importsOf);
const offenders = (rule: (i: Import) => boolean) =>
  imports.filter(rule).map((i) => `${i.from} imports ${i.to}`);
const within = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const isPackage = (path: string) => !/^(model|dashboards|functions|deploy|web|local|test)\//.test(path);

test('the scan sees the imports', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(50);
});

test('model imports nothing but zod', () => {
  expect(
    offenders((i) => within('model')(i.from) && isPackage(i.to) && !/^zod(\/mini)?$/.test(i.to)),
  ).toEqual([]);
});

test('folders point one way: model ← dashboards ← web, functions, deploy ← local ← test', () => {
  const allowed: Record<string, readonly string[]> = {
    model: ['model'],
    dashboards: ['dashboards', 'model'],
    functions: ['functions', 'dashboards', 'model'],
    web: ['web', 'dashboards', 'model'],
    deploy: ['deploy', 'model'],
    local: ['local', 'deploy', 'functions', 'dashboards', 'model'],
    test: ['test', 'local', 'deploy', 'functions', 'dashboards', 'model'],
  };
  const folder = (path: string) => path.split('/')[0] ?? '';
  expect(offenders((i) => !isPackage(i.to) && !allowed[folder(i.from)]?.includes(folder(i.to)))).toEqual([]);
});

test('a handler never imports another handler', () => {
  const isHandler = (path: string) => /\bexport const handler\b/.test(text.get(path) ?? '');
  expect(offenders((i) => within('functions')(i.from) && isHandler(i.to))).toEqual([]);
});

test('in functions only clients touch the network', () => {
  const network = /^(@opensearch-project\/|@aws-sdk\/|node:(http|https|net|tls|dgram)$)/;
  expect(
    offenders(
      (i) =>
        within('functions')(i.from) &&
        !within('functions/clients')(i.from) &&
        !i.typeOnly &&
        network.test(i.to),
    ),
  ).toEqual([]);
});

test('in functions only config reads the environment', () => {
  const readers = sources.filter(
    (file) => within('functions')(file) && /\bprocess\.env\b/.test(text.get(file) ?? ''),
  );
  expect(readers.filter((file) => !['functions/config.ts', 'functions/build.ts'].includes(file))).toEqual([]);
});

test('only the softphone’s frame and the check before a call touch Streams', () => {
  const isStreams = (i: Import) => i.to === 'amazon-connect-streams' && !i.typeOnly;
  const may = ['web/agent/ccp.ts', 'web/agent/preflight/ask-connect.ts'];
  expect(offenders((i) => within('web')(i.from) && isStreams(i) && !may.includes(i.from))).toEqual([]);
});

test('charts take data and give pictures: they never fetch', () => {
  const fetches = /@tanstack\/react-query|aws-amplify|\/(queries|api)\b/;
  expect(offenders((i) => i.from.includes('/charts/') && fetches.test(i.to))).toEqual([]);
});

test('the agents’ and the managers’ sites share nothing but model and measures', () => {
  const agents = /^web\/(agent|monitor|push)\//;
  const other = (i: Import) =>
    (agents.test(i.from) && within('web/manager')(i.to)) ||
    (within('web/manager')(i.from) && agents.test(i.to));
  expect(offenders(other)).toEqual([]);
});

test('what collects and what sends know of no page', () => {
  const page = (i: Import) =>
    (within('web/push')(i.from) && !within('web/push')(i.to) && within('web')(i.to)) ||
    (within('web/monitor')(i.from) && (within('web/agent')(i.to) || /^react/.test(i.to)));
  expect(offenders(page)).toEqual([]);
});

test('no file only passes on what others export', () => {
  const isBarrel = (file: string) => {
    const lines = (text.get(file) ?? '')
      .split('\n')
      .filter((line) => /^\S/.test(line) && !/^(\/[/*]|\*|\})/.test(line));
    return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
  };
  expect(sources.filter(isBarrel)).toEqual([]);
});

test('no imports run in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test('files stay short enough to read', () => {
  const long = files.filter((file) => (text.get(file) ?? '').split('\n').length > 300);
  expect(long).toEqual([]);
});
