import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { alternate } from '../alternate.ts';
import { buildFunctions } from '../build-functions.ts';
import type { Measurement, Part } from '../measurement.ts';
import { ingestEnvironment } from '../search-service.ts';
import { unusedAws } from '../unused-aws.ts';

const rounds = 9;
/** Those that take the page's messages in: their start is what a page waits for. */
const ingestBar = { size: { atMost: 600 }, start: { atMost: 120 } };

/** Loads a module and tells how long that took, as Lambda's init does; nothing is asked of the network. */
const loader = `
  const before = process.cpuUsage();
  const start = performance.now();
  await import(process.argv[1]);
  const millis = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ millis, processorMillis: (user + system) / 1000 }));
  process.exit();
`;

type Start = { readonly millis: number; readonly processorMillis: number };

/** Size of each function's bundle, and how long it takes to load in a fresh process. */
export const part: Part = async (tell) => {
  const folder = await buildFunctions();
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.mjs')).sort();
  const starts = Object.fromEntries(names.map((name) => [name, () => load(join(folder, name))]));
  const { medianOf } = await alternate(starts, rounds, tell);
  const measurements = names.map(async (name): Promise<Measurement[]> => {
    const { size } = await stat(join(folder, name));
    const isIngest = name.startsWith('ingest');
    return [
      { name: `${name}: size`, value: size / 1000, unit: 'KB', ...(isIngest && { bar: ingestBar.size }) },
      {
        name: `${name}: start`,
        value: medianOf(name, 'millis'),
        unit: 'ms',
        ...(isIngest && { bar: ingestBar.start }),
      },
    ];
  });
  return (await Promise.all(measurements)).flat();
};

async function load(bundle: string): Promise<Start> {
  const parameters = ['--input-type=module', '--eval', loader, pathToFileURL(bundle).href];
  const env = {
    ...process.env,
    ...ingestEnvironment('http://127.0.0.1:9200'),
    ...unusedAws,
  };
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { env });
  return JSON.parse(stdout) as Start;
}
