import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { makeOrganisation } from '../organisation.ts';
import { root } from '../paths.ts';
import type { Ports } from '../ports.ts';
import { awsEnvironment, FLOW_LOG_GROUP, HISTORY_BUCKET } from './account.ts';

/** osls asks how a deployment goes every 5 s unless told otherwise; here each step takes less. */
const POLL_MILLIS = 250;

/** A deployment of serverless.yml into the emulator, as `serverless` would make one into AWS. */
export interface LocalService {
  readonly ports: Ports;
  /** Beside those that the local stage sets. */
  readonly parameters: Readonly<Record<string, string>>;
  /** For what is packaged; not the usual .serverless, so that two stacks do not disturb each other. */
  readonly packaged: string;
  /** For the output. */
  readonly logs: string;
  readonly signal: AbortSignal;
}

/**
 * Runs `serverless package` or `serverless deploy` of what is packaged.
 * @throws Error that names the log
 */
export async function serverless(command: 'package' | 'deploy', service: LocalService): Promise<void> {
  const { ports, parameters, packaged, logs, signal } = service;
  const bin = join(root, 'node_modules', '.bin');
  const options = [command, '--stage', 'local', '--package', packaged, ...localParameters(ports, parameters)];
  const child = spawn(join(bin, 'serverless'), options, {
    cwd: root,
    env: {
      ...process.env,
      ...awsEnvironment(ports),
      PATH: [bin, process.env.PATH].join(delimiter),
      SLS_AWS_MONITORING_FREQUENCY: String(POLL_MILLIS),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const log = join(logs, `serverless-${command}.log`);
  const output = createWriteStream(log);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const [code] = await once(child, 'close');
  output.end();
  if (code !== 0) throw new Error(`"serverless ${command}" failed; see ${relative(root, log)}`);
}

/** Groups to try a limited view with. */
const managerLimits = {
  'billing-leads': { queues: ['Billing', 'Returns'] },
  'commercial-leads': { hierarchy: { level1: ['Commercial'] } },
};

/** Everything that Connect counts, as a deployment would have it that wants it. */
const metrics = { current: { on: true }, historical: { on: true } };

/** What the local stage sets of the parameters in serverless.yml, as options of the command line. */
export function localParameters(ports: Ports, parameters: LocalService['parameters'] = {}): string[] {
  const { instanceId, sites } = makeOrganisation();
  const values = {
    instanceId,
    ccpUrl: ccpUrl(ports),
    allowedOrigins: [ports.softphone, ports.ownPage].map((port) => `http://localhost:${port}`).join(),
    sites: JSON.stringify({
      ...Object.fromEntries(sites.map(({ name, publicCidr }) => [name, [publicCidr]])),
      'This machine': ['127.0.0.0/8', '::1/128'],
    }),
    managerLimits: JSON.stringify(managerLimits),
    metrics: JSON.stringify(metrics),
    callLogs: 'on',
    alertWebhook: 'json',
    flowLogGroup: FLOW_LOG_GROUP,
    backfillBucket: HISTORY_BUCKET,
    emulatorPort: ports.aws,
    dashboardsPort: ports.dashboards,
    ...parameters,
  };
  return Object.entries(values).map(([name, value]) => `--param=${name}=${value}`);
}

export function ccpUrl(ports: Pick<Ports, 'connect'>): string {
  return `http://localhost:${ports.connect}/ccp-v2`;
}
