/** `npm start`: starts the stack, prints where it is, and ends it with Ctrl-C. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCAL_ADMIN } from './aws/deploy-locally.ts';
import { endWhenAsked } from './end-when-asked.ts';
import { step } from './progress.ts';
import type { Stack } from './stack.ts';
import { startStack } from './start-stack.ts';

const HELP = `npm start [-- --demo]

Starts everything on this machine: OpenSearch, an AWS emulator with this deployment, a simulated Amazon Connect, the
agents' and the managers' site. Ctrl-C ends it all; what was indexed stays in .local/data.

  --demo   fills in a week of history first
  --help   this

Ports: OPENSEARCH_PORT 9200, AWS_PORT 4566, SOFTPHONE_PORT 5173, CONNECT_PORT 5174, DASHBOARDS_PORT 5175,
       OWN_PAGE_PORT 5176
STACK_FOLDER     where data, logs and stack.json go instead of .local, for a second stack beside the first
OPENSEARCH_URL   use that OpenSearch instead of starting one
JAVA_HOME        the JDK to start it with, 21 or newer`;

const say = (line: string) => console.info(line);
const ending = new AbortController();

try {
  await main();
} catch (error) {
  // An error after Ctrl-C is but the end of what was being started.
  if (!ending.signal.aborted || error === ending.signal.reason) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return say(HELP);
  endWhenAsked(() => ending.abort('asked'));
  const start = performance.now();
  const { STACK_FOLDER } = process.env;
  const running = await startStack({
    say,
    signal: ending.signal,
    onFatal: (error) => ending.abort(error),
    ...(STACK_FOLDER ? { folder: resolve(STACK_FOLDER) } : {}),
  });
  try {
    if (values.demo) await step('a week of history', say, () => fillDemo(running.environment));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`\nReady after ${seconds} s. Ctrl-C ends everything.\n\n${describe(running.stack)}`);
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
  } finally {
    say('\nEnding …');
    await running.stop();
  }
  if (ending.signal.reason instanceof Error) throw ending.signal.reason;
}

/** Only with --demo: it takes a while to load. */
async function fillDemo(environment: Readonly<Record<string, string>>): Promise<void> {
  const { fillHistory } = await import('./fleet.ts');
  let told = 0;
  const onProgress = (done: number) => {
    const percent = 20 * Math.floor(5 * done);
    if (percent > told) say(`· a week of history: ${percent} %`);
    told = percent;
  };
  await fillHistory({ environment }, { now: new Date(), onProgress });
}

function describe(stack: Stack): string {
  return [
    `  softphone        ${stack.softphoneUrl}?agent=ana.silva`,
    `  a page of others ${stack.ownPageUrl}?agent=ana.silva`,
    `  ring an agent    ${stack.simulatorUrl}`,
    `  managers' pages  ${stack.dashboardsUrl}`,
    `                   ${stack.manager.username}, ${stack.manager.password}`,
    `                   ${LOCAL_ADMIN} with the same password sees the state of the deployment too`,
    `  API              ${stack.apiUrl}`,
    `  OpenSearch       ${stack.opensearchUrl}`,
  ].join('\n');
}
