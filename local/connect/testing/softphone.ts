import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';

const seenEvent = z.object({ event: z.string(), at: z.number(), data: z.unknown().optional() });
export type SeenEvent = z.infer<typeof seenEvent>;

/** Enough for a machine that is busy with everything else, too. */
const patienceMillis = 90_000;

export interface SoftphoneAddresses {
  /** Of the embedding page. */
  readonly pageUrl: string;
  /** Of the simulator. */
  readonly connectUrl: string;
}

/** An agent's page in a browser: what it has seen, and what the agent does in it. */
export class Softphone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for Streams to know the agent. */
  static async open(
    context: BrowserContext,
    addresses: SoftphoneAddresses,
    username: string,
    rtcVersion = '1.3.2',
  ): Promise<Softphone> {
    context.setDefaultTimeout(patienceMillis);
    const page = await context.newPage();
    const ccpUrl = `${addresses.connectUrl}/ccp-v2?agent=${username}&rtc=${rtcVersion}`;
    await page.goto(`${addresses.pageUrl}?ccpUrl=${encodeURIComponent(ccpUrl)}`);
    const softphone = new Softphone(page);
    await softphone.waitFor('agent');
    return softphone;
  }

  /** Everything that the page's Streams has told, oldest first. */
  async seen(event?: string): Promise<SeenEvent[]> {
    const all = z.array(seenEvent).parse(await this.page.evaluate('embedding.seen'));
    return event === undefined ? all : all.filter((each) => each.event === event);
  }

  /** Waits until the event was seen that often, with that data if given; throws when that takes too long. */
  async waitFor(event: string, options: { count?: number; data?: unknown } = {}): Promise<void> {
    const { count = 1, data } = options;
    const same = data === undefined ? '' : ` && each.data === ${JSON.stringify(data)}`;
    const matches = `embedding.seen.filter((each) => each.event === '${event}'${same})`;
    await this.page.waitForFunction(`window.embedding && ${matches}.length >= ${count}`, undefined, {
      timeout: patienceMillis,
    });
  }

  /** Does what the agent would: accept, mute, hold … */
  async act(action: string, argument?: string): Promise<void> {
    await this.page.evaluate(`void embedding.${action}(${JSON.stringify(argument) ?? ''})`);
  }
}
