import type { Page } from 'playwright-core';

/** The part of amazon-connect-streams that tells of events. */
type Streams = {
  core: { getEventBus(): { subscribe(event: string, listener: (data: never) => void): void } };
  EventType: Record<'SOFTPHONE_STATS' | 'SOFTPHONE_REPORT', string>;
};
type InPage = { connect: Streams };

/** When a page got an event of the bus, by this machine's clock, and of which contact. */
export type SeenEvent = { readonly at: number; readonly contactId: string };

/** Tells each event of that kind that the page gets from now on. */
export async function onEvent(
  page: Page,
  kind: 'SOFTPHONE_STATS' | 'SOFTPHONE_REPORT',
  tell: (event: SeenEvent) => void,
): Promise<void> {
  const name = `tell${kind}`;
  await page.exposeFunction(name, tell);
  await page.evaluate(
    ([event, listener]) => {
      const { connect } = globalThis as unknown as InPage;
      const tellTest = (globalThis as unknown as Record<string, (seen: unknown) => void>)[listener];
      connect.core
        .getEventBus()
        .subscribe(connect.EventType[event], ({ contactId }: { contactId: string }) => {
          tellTest?.({ at: Date.now(), contactId });
        });
    },
    [kind, name] as const,
  );
}
