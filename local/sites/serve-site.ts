import type { Server } from 'node:http';
import { join, relative } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { cacheControl } from '../../deploy/upload-site.ts';

export interface SiteOptions {
  readonly port: number;
  /** Of the built files. */
  readonly folder: string;
  /** Asked at every request: another deployment may have other ones. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** What `/settings.json` says. */
  readonly settings: () => unknown;
  /** A script that is published beside what was built. */
  readonly published?: () => { readonly path: string; readonly body: Uint8Array<ArrayBuffer> } | undefined;
  /**
   * What an unknown address gets; as CloudFront is told in deploy/sites.yml. A call's address ends with the agent's
   * name, which may hold a dot, so only what is asked of `assets/` is known to be a file.
   */
  readonly fallback?: string;
}

/** Serves a built site on loopback, as CloudFront would. Returns what ends it. */
export async function serveSite(options: SiteOptions): Promise<() => Promise<void>> {
  // serveStatic takes paths relative to the working folder.
  const root = relative(process.cwd(), options.folder);
  const app = new Hono()
    .use(async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(options.headers())) c.header(name, value);
      c.header('Cache-Control', cacheControl(c.req.path.slice(1)));
    })
    .get('/settings.json', (c) => c.json(options.settings()))
    .use(async (c, next) => {
      const its = options.published?.();
      if (c.req.path !== `/${its?.path}`) return next();
      return c.body(its?.body ?? '', 200, { 'content-type': 'text/javascript; charset=utf-8' });
    })
    .use(serveStatic({ root }));
  const { fallback } = options;
  if (fallback) app.get('/:path{(?!assets/).+}', serveStatic({ path: join(root, fallback) }));
  const server = await listen(app, options.port);
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
}

function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      resolve(server as Server),
    ) as Server;
    server.once('error', reject);
  });
}
