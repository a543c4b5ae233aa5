import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../paths.ts';
import { packLibrary } from './pack-library.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'library-'));
const consumer = join(folder, 'consumer');
const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const installed = join(consumer, 'node_modules', 'softphone-quality-monitor');

/** A page of somebody else, in TypeScript, with all of the library's types in use. */
const page = `
import { createQualityMonitor, type CallView, type QualityMonitor, type ShownWarning } from 'softphone-quality-monitor';

const seen: (CallView | ShownWarning)[] = [];
export const monitor: QualityMonitor = createQualityMonitor(connect, {
  apiUrl: 'https://api.example.com',
  instanceId: '7f0c2d5e',
  limits: { fair: { packetsLostPercent: 2 } },
  authorize: async (agent) => (agent === 'ana' ? 'token' : undefined),
  onWarning: (warning) => seen.push(warning),
  onCall: (call) => seen.push(call),
});
monitor.reportProblem('1', { symptom: 'echo' });
monitor.dismiss('1', 'delay');
export const score: number | undefined = monitor.state.call?.windows.at(-1)?.toAgent?.summary.mos?.avg;
// @ts-expect-error There is no such symptom.
monitor.reportProblem('1', { symptom: 'hum' });
// @ts-expect-error There is no such option.
createQualityMonitor(connect, { apiUrl: '', instanceId: '', onWarnings: () => {} });
`;

beforeAll(async () => {
  const tarball = await packLibrary(folder);
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }');
  const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
  await run('npm', ['install', tarball, ...options], { cwd: consumer });
  // Its own, as any page with a CCP has it; for its types alone.
  symlinkSync(
    join(root, 'node_modules', 'amazon-connect-streams'),
    join(consumer, 'node_modules', 'amazon-connect-streams'),
  );
  writeFileSync(join(consumer, 'page.ts'), `import 'amazon-connect-streams';\n${page}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['bundler', 'nodenext'])(
  'a page in TypeScript compiles with its types (%s)',
  async (resolution) => {
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    const config = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom'],
        types: [],
        module,
        moduleResolution: resolution,
      },
      files: ['page.ts'],
    };
    const file = join(consumer, `tsconfig.${resolution}.json`);
    writeFileSync(file, JSON.stringify(config));
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', file]).catch((fault) => fault);
    expect(stdout).toBe('');
  },
);

test('a page is bundled with it, and needs nothing else', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(consumer, 'page.ts')],
    bundle: true,
    external: ['amazon-connect-streams'],
    format: 'esm',
    metafile: true,
    minify: true,
    write: false,
  });
  const foreign = Object.keys(metafile.inputs).filter((path) => !/quality-monitor\.js$|page\.ts$/.test(path));
  expect(foreign).toEqual([]);
  const text = outputFiles[0]?.text ?? '';
  expect(text.includes('/softphone-stats')).toBe(true);
  // A page with a strict policy would report it (zod tries it, but not the parts that are in use).
  expect(text.includes('new Function') || text.includes('eval(')).toBe(false);
});

test('it has the product’s version, and brings its own licence and those of what is in it', () => {
  const read = (name: string) => readFileSync(join(installed, name), 'utf8');
  const its = JSON.parse(read('package.json'));
  expect(its).toMatchObject({ version: product.version, license: product.license });
  expect(its).not.toHaveProperty('dependencies');
  expect(read('quality-monitor.js')).toContain(`"${product.version}"`);
  expect(read('LICENSE')).toContain('Apache License');
  expect(read('THIRD-PARTY-LICENSES.txt')).toMatch(/^idb [\d.]+ .*[\s\S]*^zod [\d.]+ /m);
  expect(read('README.md')).toContain('createQualityMonitor');
});
