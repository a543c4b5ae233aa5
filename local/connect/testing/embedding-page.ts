import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadScripts } from '../pages/scripts.ts';

/** Serves the page that embeds the CCP, as a customer's own page would, at a port of its own. */
export async function serveEmbeddingPage(): Promise<{ url: string; stop: () => void }> {
  const scripts = await loadScripts(['embedding']);
  const server = createServer((request, response) => {
    const script = scripts.get(request.url?.slice(1) ?? '');
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${port}/`, stop };
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Embedding page</title><link rel="icon" href="data:,">
<div id="ccp" style="width:320px;height:560px"></div>
<script src="/connect-streams.js"></script><script src="/embedding.js"></script>`;
