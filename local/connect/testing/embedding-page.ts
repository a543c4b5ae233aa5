import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { loadScripts } from '../pages/scripts.ts';

/** Serves the page that embeds the CCP, as a customer's own page would; returns how to stop it. */
export async function serveEmbeddingPage(port: number): Promise<() => void> {
  const scripts = await loadScripts(['embedding']);
  const server: Server = createServer((request, response) => {
    const script = scripts.get(request.url?.slice(1) ?? '');
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? PAGE);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Embedding page</title>
<div id="ccp" style="width:320px;height:560px"></div>
<script src="/connect-streams.js"></script><script src="/embedding.js"></script>`;
