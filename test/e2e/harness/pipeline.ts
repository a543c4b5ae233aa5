import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deployment } from '../../../local/aws/deployment.ts';
import { type Ports, portsFrom } from '../../../local/ports.ts';
import { startAws } from '../../../local/start-aws.ts';
import { supervise } from '../../../local/supervise.ts';
import { freePorts } from '../free-ports.ts';
import { type Answer, send } from './http.ts';
import { type SearchProcess, searchProcess } from './search-process.ts';

/** The deployment without its pages: the way of the data from the ingest API on, with a search node that a test may end. */
export type Pipeline = {
  readonly search: SearchProcess;
  readonly deployment: Deployment;
  readonly ports: Ports;
  readonly post: (route: string, body: object) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/**
 * @param folder emptied
 * @param parameters of serverless.yml, beside those that the local stage sets
 */
export async function startPipeline(
  folder: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Pipeline> {
  const variables = await freePorts();
  const ports = portsFrom(variables);
  const logs = join(folder, 'logs');
  await rm(folder, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  const search = searchProcess(variables.OPENSEARCH_PORT, folder);
  const ending = new AbortController();
  const onFatal = (reason: Error) => ending.abort(reason);
  const supervisor = supervise({ logs, say: () => {}, onFatal });
  const stop = async () => {
    ending.abort();
    await Promise.all([supervisor.stop(), search.kill()]);
  };
  try {
    const manager = { username: 'manager@example.com', password: 'Local-manager-1a' };
    const searchUrl = search.url;
    const context = { ports, parameters, searchUrl, manager, folder, logs, say: () => {}, supervisor };
    const [deployment] = await Promise.all([startAws({ ...context, signal: ending.signal }), search.start()]);
    const headers = {
      origin: `http://localhost:${ports.softphone}`,
      'content-type': 'application/json',
    };
    const post = (route: string, body: object) =>
      send(`${deployment().ApiUrl}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { search, deployment: deployment(), ports, post, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
