import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { waitFor } from '../e2e/harness/wait-for.ts';
import type { Frame } from './frames.ts';

/** Nothing of it is on any network: the browser's requests are answered here. */
const site = 'https://softphone.example';
const ccp = 'https://ccp.example';
const api = 'https://api.example';

const settings = {
  stage: 'test',
  region: 'eu-west-2',
  instanceId: '7f0c2d5e-0000-4000-8000-000000000001',
  apiUrl: api,
  ccpUrl: `${ccp}/ccp-v2`,
  retentionDays: 30,
};

/** A frame that says that it is there, and else what it is told to. */
const frameHtml = `<!doctype html><title>CCP</title><script>
  parent.postMessage({ event: 'acknowledge', data: { id: 'scripted' } }, '*');
  globalThis.say = (frames) => { for (const { event, data } of frames) parent.postMessage({ event, data }, '*'); };
</script>`;

/** The answer to a request takes no time here, but the page gives it up after 35 s by its clock. */
const longestStepMillis = 30_000;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A message as it was sent. */
export type Posted = { readonly path: string; readonly body: string };

/** A page with a CCP that says what it is told to, on a clock that stands until it is moved. */
export class ScriptedPage {
  readonly page: Page;
  readonly posted: Posted[] = [];
  readonly #context: BrowserContext;
  readonly #startedAt: number;
  /** What the page takes the time for. */
  #now: number;

  private constructor(context: BrowserContext, page: Page, now: number) {
    this.#context = context;
    this.page = page;
    this.#startedAt = now;
    this.#now = now;
  }

  /**
   * @param folder of the built page
   * @param startsAt when the clock stands: what the frame says is said from then on
   */
  static async open(
    context: BrowserContext,
    folder: string,
    startsAt: Date,
    file = 'index.html',
  ): Promise<ScriptedPage> {
    const { clock } = context;
    await clock.install({ time: new Date(startsAt.getTime() - 120_000) });
    // The address of the machine comes when it comes; nothing else here hangs on chance.
    await context.addInitScript('delete globalThis.RTCPeerConnection');
    const page = await context.newPage();
    const scripted = new ScriptedPage(context, page, startsAt.getTime());
    await context.route(`${site}/**`, (route) => serveFile(route, folder));
    await context.route(`${ccp}/**`, (route) => route.fulfill({ contentType: 'text/html', body: frameHtml }));
    await context.route(`${api}/**`, (route) => scripted.#take(route));
    await page.goto(`${site}/${file}`);
    await page.waitForFunction('globalThis.connect?.core?.initialized === true');
    await clock.pauseAt(startsAt);
    return scripted;
  }

  /**
   * Lets the frame say all of this, each in its time, and waits until all that it leads to has been sent.
   *
   * @param withinMillis what is said so soon after another thing is said with it: for who has much to play
   */
  async play(frames: readonly Frame[], withinMillis = 0): Promise<void> {
    for (const said of together(frames, withinMillis)) {
      await this.until(said[0]?.at ?? 0);
      await this.say(said);
      await this.settled();
    }
  }

  /** Moves the clock to that many milliseconds after the start; everything that is due happens on the way. */
  async until(millis: number): Promise<void> {
    for (let left = this.#left(millis); left > 0; left = this.#left(millis)) {
      const step = Math.min(left, longestStepMillis);
      await this.#context.clock.runFor(step);
      this.#now += step;
      await waitFor(
        'all to be sent',
        () => this.rows(),
        (rows) => !rows['softphone-outbox/messages'],
        { every: 10 },
      );
    }
  }

  #left(millis: number): number {
    return this.#startedAt + millis - this.#now;
  }

  /** The frame says this, now. */
  async say(frames: readonly Pick<Frame, 'event' | 'data'>[]): Promise<void> {
    const inside = this.page.frames().find((one) => one.url().startsWith(ccp));
    if (!inside) throw new Error('The page has no CCP');
    await inside.evaluate((told) => (globalThis as unknown as { say(its: unknown): void }).say(told), frames);
  }

  /** Waits until the page has nothing more to do before the clock moves on: nothing waits to be sent, and nothing changes. */
  async settled(): Promise<void> {
    let before = '';
    let same = 0;
    await waitFor(
      'the page to have done what there is to do',
      async () => {
        const rows = await this.rows();
        const now = JSON.stringify([this.posted.length, rows]);
        same = now === before && !rows['softphone-outbox/messages'] ? same + 1 : 0;
        before = now;
        return same;
      },
      (looks) => looks >= 2,
      { every: 15 },
    );
  }

  /** How many rows the browser keeps for the page, by database and store. */
  rows(): Promise<Record<string, number>> {
    return this.page.evaluate(keptRows);
  }

  async #take(route: Route): Promise<void> {
    const request = route.request();
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    };
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    this.posted.push({ path: new URL(request.url()).pathname, body: request.postData() ?? '' });
    return route.fulfill({ status: 202, headers, json: { accepted: 1 } });
  }
}

function together(frames: readonly Frame[], withinMillis: number): Frame[][] {
  const groups: Frame[][] = [];
  for (const frame of frames) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last && first && withinMillis > 0 && frame.at - first.at < withinMillis) last.push(frame);
    else groups.push([frame]);
  }
  return groups;
}

async function serveFile(route: Route, folder: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname.endsWith('settings.json')) return route.fulfill({ json: settings });
  const body = await readFile(join(folder, pathname)).catch(() => undefined);
  if (!body) return route.fulfill({ status: 404 });
  return route.fulfill({ contentType: types[extname(pathname)] ?? 'text/plain', body });
}

/** Runs in the page: how many rows each store has of the databases that there are, and how much is written in the calls. */
async function keptRows(): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const result = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await result(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const its = db.transaction(store).objectStore(store);
      rows[`${name}/${store}`] = await result(its.count());
      if (store === 'calls') rows['written in calls'] = JSON.stringify(await result(its.getAll())).length;
    }
    db.close();
  }
  return rows;
}
