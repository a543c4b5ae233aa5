import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { savedObjects } from '../../dashboards/saved-objects/all.ts';
import { toNdjson } from '../../dashboards/saved-objects/ndjson.ts';
import { serve } from '../../test/serve.ts';
import { type ExportFile, exportFile, originOf, writeGenerated } from './export-file.ts';
import { takeExport } from './take-export.ts';
import { writeExport } from './write-export.ts';

/** A copy of ours, as the generator wrote it. */
function scratchFile(): ExportFile {
  const folder = mkdtempSync(join(tmpdir(), 'saved-objects-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = { path: join(folder, 'export.ndjson'), checksumPath: join(folder, 'export.ndjson.sha256') };
  writeGenerated(file, toNdjson(savedObjects));
  return file;
}

/** As OpenSearch Dashboards exports what was imported: with what only it knows, in an order of its own. */
function exportedByDashboards(change: (line: Line) => Line = (line) => line): string {
  const lines = savedObjects.toReversed().map(({ id, type, attributes, ...rest }) =>
    change({
      attributes: { ...attributes },
      id,
      ...rest,
      type,
      updated_at: '2026-11-21T10:00:00.000Z',
      version: 'WzE0LDFd',
      workspaces: ['w1'],
    }),
  );
  const details = { exportedCount: lines.length, missingRefCount: 0, missingReferences: [] };
  return [...lines, details].map((line) => JSON.stringify(line)).join('\n');
}
type Attributes = Readonly<Record<string, unknown>>;
type Line = { readonly id: string; readonly attributes: Attributes; readonly [more: string]: unknown };

async function dashboards(status: number, body: string, headers: Record<string, string> = {}) {
  const got: { request: IncomingMessage; body: string }[] = [];
  const { endpoint } = await serve(async (request, response) => {
    got.push({ request, body: Buffer.concat(await request.toArray()).toString() });
    response.writeHead(status, headers);
    response.end(body);
  });
  return { got, endpoint };
}

test('what was imported and not changed comes back as the very same file', async () => {
  const file = scratchFile();
  const { endpoint, got } = await dashboards(200, exportedByDashboards());
  const taken = await takeExport(file, `${endpoint}/_dashboards/`, { basic: 'admin:secret' });
  expect(taken).toEqual({ objects: savedObjects.length, added: [], changed: [], removed: [] });
  expect(readFileSync(file.path, 'utf8')).toBe(toNdjson(savedObjects));
  expect(originOf(file)).toBe('generated');
  const [{ request, body } = {}] = got;
  expect(request?.url).toBe('/_dashboards/api/saved_objects/_export');
  expect(request?.headers).toMatchObject({
    'osd-xsrf': 'true',
    securitytenant: 'global',
    authorization: `Basic ${Buffer.from('admin:secret').toString('base64')}`,
  });
  expect(JSON.parse(body ?? '')).toEqual({
    type: ['index-pattern', 'search', 'visualization', 'dashboard'],
    includeReferencesDeep: true,
  });
});

test('a change keeps its id, is the only difference, and is not overwritten unless one says so', async () => {
  const file = scratchFile();
  const changed = exportedByDashboards((line) =>
    line.id === 'poor-calls' ? { ...line, attributes: { ...line.attributes, title: 'Bad calls' } } : line,
  );
  const { endpoint } = await dashboards(200, changed);
  const taken = await takeExport(file, endpoint, { cookie: 'security_authentication=x' });
  expect(taken).toMatchObject({ added: [], changed: ['search poor-calls'], removed: [] });
  const generated = toNdjson(savedObjects).split('\n');
  const pulled = readFileSync(file.path, 'utf8').split('\n');
  const different = pulled.filter((line, i) => line !== generated[i]);
  expect(different.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'poor-calls', attributes: { title: 'Bad calls' } },
  ]);
  expect(originOf(file)).toBe('changed');
  expect(() => writeExport(file, false)).toThrow('-- --overwrite');
  expect(readFileSync(file.path, 'utf8').split('\n')).toEqual(pulled);
  writeExport(file, true);
  expect(originOf(file)).toBe('generated');
});

test('how often somebody looked at a field is no change', async () => {
  const file = scratchFile();
  const looked = exportedByDashboards(({ attributes, ...line }) =>
    typeof attributes.fields === 'string'
      ? {
          ...line,
          attributes: { ...attributes, fields: attributes.fields.replace('"count":0', '"count":7') },
        }
      : { ...line, attributes },
  );
  const { endpoint } = await dashboards(200, looked);
  expect(await takeExport(file, endpoint, {})).toMatchObject({ changed: [] });
});

const details = (missingReferences: object[]) => JSON.stringify({ exportedCount: 0, missingReferences });

test.each([
  ['a sign-in page', 302, '', { location: '/login' }, 'DASHBOARDS_COOKIE'],
  ['a refusal', 401, '', {}, 'DASHBOARDS_AUTH=user:password'],
  ['a page', 200, '<html>Sign in</html>', {}, 'is no export'],
  ['no Dashboards', 404, '', {}, 'https://<domain>/_dashboards'],
  ['a fault', 500, '{"message":"An internal server error occurred."}', {}, 'An internal server error'],
  ['nothing', 200, details([]), {}, 'There is nothing in OpenSearch Dashboards'],
  [
    'a dangling reference',
    200,
    details([{ type: 'visualization', id: 'gone' }]),
    {},
    'visualization gone. Mend that there first',
  ],
  [
    'a plugin’s object',
    200,
    `{"id":"m","type":"map","attributes":{}}\n${details([])}`,
    {},
    'map is a type of a plugin',
  ],
])('%s is said, and the file stays as it was', async (_, status, body, headers, said) => {
  const file = scratchFile();
  const { endpoint } = await dashboards(status, body, headers as Record<string, string>);
  await expect(takeExport(file, endpoint, {})).rejects.toThrow(said);
  expect(originOf(file)).toBe('generated');
});

test('an address at which nothing is is named', async () => {
  const { endpoint, server } = await serve(() => {});
  await new Promise((closed) => server.close(closed));
  await expect(takeExport(scratchFile(), endpoint, {})).rejects.toThrow(`Nothing answers at ${endpoint}`);
});

test('a file that was edited by hand is no longer the generator’s', () => {
  const file = scratchFile();
  copyFileSync(exportFile.checksumPath, file.path);
  expect(originOf(file)).toBe('changed');
  expect(() => writeExport(file, false)).toThrow('somebody has pulled or edited it');
});
