import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, isBuilt, siteFolder } from '../../deploy/build-site.ts';
import { startConnect } from '../../local/connect/start.ts';
import { serveSite } from '../../local/sites/serve-site.ts';
import { freePorts } from '../e2e/free-ports.ts';

/** The agents' site beside the simulated Connect and an API that accepts everything: no search, no functions. */
export type ServedPage = {
  /** Of the site, with a slash at the end. */
  readonly url: string;
  readonly connectUrl: string;
  /** The bodies of all messages that came to the API. */
  readonly messages: readonly string[];
  stop(): Promise<void>;
};

export async function servePage(): Promise<ServedPage> {
  if (!(await isBuilt('agent')))
    await buildSite('agent', join(tmpdir(), 'agent-site.log'), AbortSignal.timeout(120_000));
  const connect = await startConnect({ port: 0 });
  const api = await acceptEverything();
  const { SOFTPHONE_PORT } = await freePorts();
  const settings = {
    stage: 'local',
    region: 'eu-central-1',
    instanceId: '0b1c2d3e-0000-4000-8000-000000000000',
    apiUrl: api.url,
    ccpUrl: `${connect.url}/ccp-v2`,
    retentionDays: 90,
    preflight: { regionUrl: `${connect.url}/health`, mediaServers: [] },
  };
  const close = await serveSite({
    port: Number(SOFTPHONE_PORT),
    folder: siteFolder('agent'),
    headers: () => ({}),
    settings: () => settings,
  });
  return {
    url: `http://localhost:${SOFTPHONE_PORT}/`,
    connectUrl: connect.url,
    messages: api.messages,
    async stop() {
      await Promise.all([close(), connect.stop()]);
      api.stop();
    },
  };
}

async function acceptEverything() {
  const messages: string[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method === 'POST') messages.push(Buffer.concat(parts).toString());
    response.writeHead(request.method === 'GET' ? 404 : 202).end('{"accepted": 1}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, messages, stop };
}
