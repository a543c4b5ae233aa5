/**
 * Bundles every function of serverless.yml and packs it for the deployment, with the databases of addresses where it needs them:
 * .build/functions/<folder>/<name>.zip, beside each the bundle (.mjs) and esbuild's account of what is in it (.json).
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { type Zippable, zipSync } from 'fflate';
import { roleCredentialsOnly } from './role-credentials-only.ts';
import { slimSearchClient } from './slim-search-client.ts';

const root = dirname(import.meta.dirname);
const output = join(root, '.build');
const COUNTRIES = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';
const SAVED_OBJECTS = 'dashboards/export.ndjson';
/** The same content must give the same archive, or every deployment would replace every function. */
const MTIME = new Date('2000-01-01T00:00:00');

/** Packages written for CommonJS call `require` for Node's own modules, which an ES module lacks. */
const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** What is packed beside the bundle, of the functions that look up addresses. */
const databases = await addressDatabases();
await Promise.all((await handlers()).map(bundle));

/** The modules that serverless.yml names, as `ingest/api-metrics`. */
async function handlers(): Promise<string[]> {
  const service = await readFile(join(root, 'serverless.yml'), 'utf8');
  return [...service.matchAll(/handler: functions\/(\S+)\.handler/g)].flatMap(([, name]) => name ?? []);
}

async function bundle(name: string): Promise<void> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'functions', `${name}.ts`)],
    outfile: join(output, 'functions', `${name}.mjs`),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [slimSearchClient, roleCredentialsOnly],
    banner: { js: banner },
    legalComments: 'none',
    // Which packages written for CommonJS ask for, too.
    define: { __dirname: 'import.meta.dirname' },
    // What ssh2 would be quicker with where somebody has compiled it, and does without.
    external: ['cpu-features', '*.node'],
    metafile: true,
    write: false,
    absWorkingDir: root,
  });
  for (const { path, contents } of outputFiles) {
    await write(path, contents);
    await write(path.replace(/mjs$/, 'json'), JSON.stringify(metafile));
    const contentsOfZip = { [`functions/${name}.mjs`]: contents, ...(await assetsOf(metafile)) };
    await write(path.replace(/mjs$/, 'zip'), pack(contentsOfZip));
  }
}

/** What a function has beside its bundle. */
async function assetsOf({ inputs }: Metafile): Promise<Zippable> {
  if ('functions/clients/address-databases.ts' in inputs) return databases;
  if (!('functions/setup/import-saved-objects.ts' in inputs)) return {};
  return { [SAVED_OBJECTS]: await readFile(join(root, SAVED_OBJECTS)) };
}

/** The country database from npm (CC0), and the admin's own city and network databases where deploy/geo/ has them. */
async function addressDatabases(): Promise<Zippable> {
  const files: Zippable = {
    'geo/country.mmdb': await readFile(createRequire(import.meta.url).resolve(COUNTRIES)),
  };
  for (const name of ['city.mmdb', 'asn.mmdb']) {
    const file = join(root, 'deploy', 'geo', name);
    if (existsSync(file)) files[`geo/${name}`] = await readFile(file);
  }
  return files;
}

function pack(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: MTIME, level: 1 });
}

async function write(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
