import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

/** What the page found by one way, as far as tests look at it. */
export type WayFound = { readonly outcome: string; readonly reason?: string; readonly value?: number };
export type Server = {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
};

const preflight = join(import.meta.dirname, '..', '..', 'web', 'agent', 'preflight');

/** The page's own checks of the ways to TURN servers, and nothing else of the page. */
const script = `
  import { judgeWays } from './judge-ways.ts';
  import { tryWays } from './try-ways.ts';
  globalThis.checkWays = async (servers, isOnline) =>
    judgeWays(await tryWays(servers, [], new AbortController().signal), { isOnline, highRoundTripMillis: 300 });
`;

/** Serves a page with the checks alone. */
export async function serveChecks(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const bundled = await build({
    stdin: { contents: script, resolveDir: preflight, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const text = bundled.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/checks.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? text : '<!doctype html><title>Checks</title><script src="/checks.js"></script>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, stop };
}

/** Lets the page try the ways to these servers. */
export async function checkWays(
  page: Page,
  servers: readonly Server[],
  isOnline = true,
): Promise<Record<string, WayFound>> {
  const found = await page.evaluate(
    ([asked, online]) => {
      const { checkWays: check } = globalThis as unknown as {
        checkWays(servers: unknown, isOnline: boolean): Promise<({ check: string } & WayFound)[]>;
      };
      return check(asked, online);
    },
    [servers, isOnline] as const,
  );
  return Object.fromEntries(found.map(({ check, ...its }) => [check, its]));
}
