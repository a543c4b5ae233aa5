import type { Browser, BrowserContext } from 'playwright-core';
import { type RunningConnect, startConnect } from '../start.ts';
import { launchChromium } from './chromium.ts';
import { serveEmbeddingPage } from './embedding-page.ts';
import { SimClient } from './sim-client.ts';
import { Softphone } from './softphone.ts';

/** The simulator, a page that embeds its CCP, and a browser; on ports of their own. */
export class Rig {
  readonly connect: RunningConnect;
  readonly sim: SimClient;
  readonly browser: Browser;
  readonly pageUrl: string;
  readonly #stopPage: () => void;
  readonly #contexts = new Map<string, BrowserContext>();

  private constructor(connect: RunningConnect, page: { url: string; stop: () => void }, browser: Browser) {
    this.connect = connect;
    this.sim = new SimClient(connect.url);
    this.browser = browser;
    this.pageUrl = page.url;
    this.#stopPage = page.stop;
  }

  /** `options` are the simulator's. */
  static async start(options: { ringMs?: number; afterContactWorkMs?: number } = {}): Promise<Rig> {
    const [connect, page, browser] = await Promise.all([
      startConnect({ ...options, port: 0 }),
      serveEmbeddingPage(),
      launchChromium(),
    ]);
    return new Rig(connect, page, browser);
  }

  /** Opens an agent's page in a browser profile of its own. */
  async openSoftphone(username: string, rtcVersion?: string): Promise<Softphone> {
    // Of a test that failed and is tried again, the first try's softphone may be open still.
    await this.#contexts.get(username)?.close();
    const context = await this.browser.newContext();
    this.#contexts.set(username, context);
    const addresses = { pageUrl: this.pageUrl, connectUrl: this.connect.url };
    return Softphone.open(context, addresses, username, rtcVersion);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.#stopPage();
    await this.connect.stop();
  }
}
