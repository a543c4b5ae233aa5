import type { Page, Request } from 'playwright-core';
import { simulator, untilSignedIn } from './simulator.ts';
import { runningStack } from './stack.ts';
import { onStatsEvent, type SeenEvent } from './streams.ts';
import type { Visit, Visitor } from './visitor.ts';

/** A request's body, as the ingest API got it. */
export type SentMessage = { readonly path: string; readonly body: string };

/** An agent at work: signed in to Connect, with the softphone page open. */
export type Softphone = Visitor & {
  readonly agent: string;
  readonly page: Page;
  /** Everything that any of the agent's tabs sent to our API, in order. */
  readonly sent: readonly SentMessage[];
  /** Every SOFTPHONE_STATS that the page got since it was opened. */
  readonly statsEvents: readonly SeenEvent[];
};

/**
 * Signs an agent in to the simulated Connect and opens the softphone page; returns when the agent can be rung.
 *
 * @param prepare what is done to the browser before the page is opened
 * @param address of the page, from our own: as `?softphone=page`, or that of another page
 */
export async function openSoftphone(
  visit: Visit,
  agent: string,
  prepare: (context: Visitor['context']) => Promise<unknown> = async () => {},
  address = '',
): Promise<Softphone> {
  const { softphoneUrl, ccpUrl, apiUrl } = runningStack();
  const visitor = await visit(agent, { permissions: ['microphone'] });
  await prepare(visitor.context);
  const sent: SentMessage[] = [];
  visitor.context.on('request', (request) => {
    if (request.url().startsWith(apiUrl)) sent.push(...bodyOf(request));
  });
  await visitor.context.request.post(new URL('/login', ccpUrl).href, { form: { username: agent } });
  const page = await visitor.openTab(new URL(address, softphoneUrl).href);
  await untilSignedIn(agent);
  await simulator.hangUpAll(agent);
  const statsEvents: SeenEvent[] = [];
  await onStatsEvent(page, (event) => statsEvents.push(event));
  return { ...visitor, agent, page, sent, statsEvents };
}

function bodyOf(request: Request): SentMessage[] {
  const body = request.postData();
  return body === null ? [] : [{ path: new URL(request.url()).pathname, body }];
}
