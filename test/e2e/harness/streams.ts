import type { Page } from 'playwright-core';

/** When a page got an event, by this machine's clock, and of which contact. */
export type SeenEvent = { readonly at: number; readonly contactId: string };

/** The part of amazon-connect-streams that tells of events. */
type Streams = {
  core: {
    getEventBus(): { subscribe(event: string, listener: (event: { contactId: string }) => void): void };
  };
  EventType: { SOFTPHONE_STATS: string };
};
type InPage = { connect: Streams; tellTest(seen: SeenEvent): void };

/** Tells each SOFTPHONE_STATS that the page gets from now on, until it is loaded again. */
export async function onStatsEvent(page: Page, tell: (event: SeenEvent) => void): Promise<void> {
  await page.exposeFunction('tellTest', tell);
  await page.evaluate(() => {
    const { connect, tellTest } = globalThis as unknown as InPage;
    connect.core
      .getEventBus()
      .subscribe(connect.EventType.SOFTPHONE_STATS, ({ contactId }) =>
        tellTest({ at: Date.now(), contactId }),
      );
  });
}
