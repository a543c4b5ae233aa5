/**
 * `npm run bench [-- part …]`: what the product costs, side by side with what it could cost. Prints a table and writes
 * .local/bench.json. It judges nothing by time alone: bars are ratios, sizes, or a function's start.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Outcome, table } from './report.ts';
import { runPart } from './run-part.ts';
import { stackToMeasure } from './stack-to-measure.ts';

const parts: Readonly<Record<string, string>> = {
  ingest: 'Taking windows in, 8 requests in flight',
  storage: 'One document per window against one per second',
  functions: 'The deployed functions',
  memory: 'The functions that store messages: memory and time',
  collectors: 'Taking in what Amazon Connect tells, 500 records a batch',
  pages: 'The managers’ pages over a month, with a cold request cache',
  'page-script': 'The agents’ page: script',
  'page-cost': 'The agents’ page: processor time during a call',
  'page-shift': 'The agents’ page: memory over a shift of 8 hours and 60 calls',
  'manager-script': 'The managers’ pages: script',
  'manager-paint': 'The managers’ front page: until it says something',
};

const withoutStack = new Set(['functions', 'pages', 'page-script', 'page-shift', 'manager-script']);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const chosen = Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name));
const running = chosen.some(([name]) => !withoutStack.has(name)) ? await stackToMeasure() : undefined;
const outcomes: Outcome[] = [];
for (const [name, title] of chosen) {
  console.info(`${title} …`);
  outcomes.push({ part: title, result: await runPart(name, (progress) => console.info(`  ${progress}`)) });
}

await running?.stop();
console.info(table(outcomes));
const folder = join(import.meta.dirname, '..', '..', '.local');
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
writeFileSync(join(folder, 'bench.json'), JSON.stringify({ at: new Date(), machine, outcomes }, null, 2));
