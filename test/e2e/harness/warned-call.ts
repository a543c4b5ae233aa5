import type { BrowserContext, Page } from 'playwright-core';
import type { Path } from '../../builders.ts';
import { buildSamples } from '../../builders.ts';
import { runningStack } from './stack.ts';

/** Seconds of a call, as Streams would tell of them; `count: 0` where no packets flow. */
export type Seconds = {
  readonly seconds: number;
  readonly heard?: Path & { readonly count?: number };
  readonly said?: Path & { readonly count?: number };
};

type Streams = {
  core: { getEventBus(): { trigger(event: string, data: unknown): void } };
  EventType: { SOFTPHONE_STATS: string };
};
type InPage = { connect: Streams; told?: number };

/** Nothing that the page sends is stored: no invented figure is to stand beside those of other tests. */
export async function keepFromApi(context: BrowserContext): Promise<void> {
  const headers = { 'access-control-allow-origin': new URL(runningStack().softphoneUrl).origin };
  const fulfil = { status: 202, headers, json: { accepted: 1 } };
  await context.route(`${runningStack().apiUrl}/**`, (route) =>
    route.request().method() === 'POST' ? route.fulfill(fulfil) : route.continue(),
  );
}

/** From now on the page hears of its call only what `tell` says. */
export async function keepOwnStatistics(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { connect } = globalThis as unknown as InPage;
    const bus = connect.core.getEventBus();
    const trigger = bus.trigger.bind(bus);
    bus.trigger = (event, data) => {
      const isOwn = event === connect.EventType.SOFTPHONE_STATS && !(data as { invented?: true }).invented;
      if (!isOwn) trigger(event, data);
    };
  });
}

/** Says to the page what Streams would after so many seconds. They lie close together: what warns counts samples, not time. */
export async function tell(page: Page, contactId: string, { seconds, heard, said }: Seconds): Promise<void> {
  const column = (type: 'audio_input' | 'audio_output', { count, ...path }: Seconds['heard'] & object) =>
    buildSamples(type, seconds, path).map(({ jitterMillis, ...sample }) => ({
      ...sample,
      ...(count === undefined ? {} : { packetsLost: 0, packetsCount: count }),
      jitterBufferMillis: jitterMillis,
      softphoneStreamType: type,
    }));
  const stats = [...column('audio_input', heard ?? {}), ...column('audio_output', said ?? {})];
  await page.evaluate(
    ([contact, all, every]) => {
      const { connect } = globalThis as unknown as InPage;
      const told = globalThis as unknown as InPage;
      const from = Math.max(Date.now(), told.told ?? 0);
      const first = Math.min(...all.map(({ at }) => at));
      const timed = all.map(({ at, ...one }) => ({ ...one, timestamp: from + (at - first) / every }));
      told.told = Math.max(...timed.map(({ timestamp }) => timestamp)) + 1;
      const event = { contactId: contact, ccpVersion: 'invented', invented: true, stats: timed };
      connect.core.getEventBus().trigger(connect.EventType.SOFTPHONE_STATS, event);
    },
    [contactId, stats, 500] as const,
  );
}
