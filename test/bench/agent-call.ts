import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningStack } from './search-service.ts';

/**
 * `bare`: a page with nothing but Connect's own softphone, as an agent would have without this product; `hosting`: ours, which hosts
 * the sound itself and looks at it every second.
 */
export type PageKind = 'ours' | 'hosting' | 'bare';

const streams = createRequire(import.meta.url).resolve('amazon-connect-streams');
const openWithinMillis = 60_000;

/** Signs an agent in and opens a page with the softphone; returns when the agent can be rung. */
export async function openPage(
  browser: Browser,
  stack: RunningStack,
  agent: string,
  kind: PageKind,
): Promise<Page> {
  const context = await browser.newContext({ permissions: ['microphone'] });
  await context.request.post(new URL('/login', stack.ccpUrl).href, { form: { username: agent } });
  const page = await context.newPage();
  if (kind === 'bare') await serveBarePage(context, stack);
  const addresses = { ours: '', hosting: '?softphone=page', bare: barePage(stack) };
  await page.goto(new URL(addresses[kind], stack.softphoneUrl).href);
  await until(`a softphone page of ${agent}`, async () => {
    const agents = (await ask(stack, 'GET', '/agents')) as readonly { username: string }[];
    return agents.some(({ username }) => username === agent);
  });
  return page;
}

/** Rings an agent; returns the contact's id once audio flows. */
export async function startCall(stack: RunningStack, agent: string): Promise<string> {
  const { contactId } = (await ask(stack, 'POST', '/calls', { agent })) as { contactId: string };
  await until(`audio to ${agent}`, async () => {
    const call = (await ask(stack, 'GET', `/calls/${contactId}`)) as { toAgent: { forwarded: number } };
    return call.toAgent.forwarded > 100;
  });
  return contactId;
}

export async function endCall(stack: RunningStack, contactId: string): Promise<void> {
  await ask(stack, 'DELETE', `/calls/${contactId}`);
}

const barePage = (stack: RunningStack) => new URL('/bare.html', stack.softphoneUrl).href;

async function serveBarePage(context: BrowserContext, stack: RunningStack): Promise<void> {
  await context.route(barePage(stack), (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><div id="ccp" style="width:400px;height:600px"></div><script src="/streams.js"></script>
        <script>connect.core.initCCP(document.getElementById('ccp'), { ccpUrl: '${stack.ccpUrl}',
          softphone: { allowFramedSoftphone: true },
          pageOptions: { enableAudioDeviceSettings: true, enablePhoneTypeSettings: true } });</script>`,
    }),
  );
  await context.route(new URL('/streams.js', stack.softphoneUrl).href, (route) =>
    route.fulfill({ contentType: 'text/javascript', path: streams }),
  );
}

async function ask(stack: RunningStack, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${stack.simulatorUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`the simulated Connect refused ${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + openWithinMillis;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${openWithinMillis / 1000} s for ${what}`);
    await pause(250);
  }
}
