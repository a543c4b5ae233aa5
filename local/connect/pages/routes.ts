import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Organisation } from '../../organisation.ts';
import type { Sessions } from '../agents/sessions.ts';
import { ccpPage } from './ccp.ts';
import { controlPage } from './control.ts';
import { loadScripts } from './scripts.ts';
import { signedInPage, signInPage } from './sign-in.ts';

const COOKIE = 'simulated-connect-agent';
const TOKEN_HOURS = 8;

const username = z.string().trim().min(1).max(100).toLowerCase();
const rtcVersion = z.enum(['1.3.2', '1.1.14']);

/** The CCP, its sign-in and their scripts. Throws at once if a script cannot be built. */
export async function pages(organisation: Organisation, sessions: Sessions): Promise<Hono> {
  const scripts = await loadScripts(['ccp', 'worker', 'rtc', 'control']);
  const styles = await readFile(new URL('styles.css', import.meta.url), 'utf8');
  const expiration = () => new Date(Date.now() + TOKEN_HOURS * 3_600_000).toISOString();
  return new Hono()
    .get('/ccp-v2', (c) => {
      const agent = signedInAgent(c);
      if (!agent) return c.redirect('/login');
      const authToken = sessions.issueToken(agent);
      const version = rtcVersion.catch('1.3.2').parse(c.req.query('rtc'));
      c.header('content-security-policy', "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*");
      c.header('cache-control', 'no-store');
      const { region } = organisation;
      const times = { authTokenExpiration: expiration(), refreshToken: authToken };
      return c.html(ccpPage({ username: agent, authToken, ...times, region, rtcVersion: version }));
    })
    .get('/login', (c) => {
      // Connect's sign-in cannot be framed either: the page has to open it in a popup.
      c.header('x-frame-options', 'DENY');
      return c.html(signInPage(organisation.agents));
    })
    .post('/login', async (c) => {
      const form = await c.req.parseBody();
      setCookie(c, COOKIE, username.parse(form.username), { path: '/', httpOnly: true, sameSite: 'Lax' });
      return c.html(signedInPage());
    })
    .get('/logout', (c) => {
      deleteCookie(c, COOKIE, { path: '/' });
      return c.redirect('/login');
    })
    .get('/auth/authorize', (c) => {
      const agent = signedInAgent(c);
      if (!agent) return c.json({ message: 'Sign in again' }, 401);
      return c.json({ accessToken: sessions.issueToken(agent), expiration: expiration() });
    })
    .get('/sim', (c) => c.html(controlPage()))
    .get('/scripts/:name', (c) => {
      const script = scripts.get(c.req.param('name'));
      if (script === undefined) return c.notFound();
      c.header('access-control-allow-origin', '*');
      return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
    })
    .get('/styles.css', (c) => c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }));
}

/** From the address, as tests open it, else from the sign-in. */
function signedInAgent(c: Context): string | undefined {
  return username.safeParse(c.req.query('agent') ?? getCookie(c, COOKIE)).data;
}
