/**
 * Records what the agents' page of now really sends, and the sites' settings: into messages-v<version>. With `npm start` running, which it uses:
 *   npx node test/recordings/record-messages.ts
 * Do it once before a version is left behind; what is there is never changed, it stands for pages that are open.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../../local/connect/testing/chromium.ts';
import { messageVersion } from '../../model/messages/version.ts';
import { type Stack, stackJson } from '../e2e/harness/stack-json.ts';

const agent = 'ana.silva';
const file = process.env.STACK_JSON ?? '.local/stack.json';
const stack = stackJson.parse(JSON.parse(await readFile(file, 'utf8')));
const folder = join(import.meta.dirname, `messages-v${messageVersion}`);

/** What the sites' settings files say: a page may be older or newer than the settings that it finds. */
const settingsOf = async (site: string): Promise<unknown> =>
  (await fetch(new URL('settings.json', site))).json();

type Sent = { readonly path: string; readonly message: Record<string, unknown> };

const sent = await messagesOfOneCall(stack);
await mkdir(folder, { recursive: true });
for (const [name, isIt] of Object.entries(kinds())) {
  const found = sent.find(isIt);
  if (!found) throw new Error(`The page sent no ${name}`);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(found, null, 1)}\n`);
}
const settings = { agent: await settingsOf(stack.softphoneUrl), manager: await settingsOf(stack.dashboardsUrl) };
await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 1)}\n`);

/** One call of 40 s over a lossy path, muted once: all kinds of messages. */
async function messagesOfOneCall({ softphoneUrl, ccpUrl, apiUrl, simulatorUrl }: Stack): Promise<Sent[]> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ permissions: ['microphone'] });
    const all: Sent[] = [];
    context.on('request', (request) => {
      const body = request.url().startsWith(apiUrl) ? request.postData() : null;
      if (body) all.push({ path: new URL(request.url()).pathname, message: JSON.parse(body) });
    });
    await context.request.post(new URL('/login', ccpUrl).href, { form: { username: agent } });
    const page = await context.newPage();
    await page.goto(softphoneUrl);
    const network = { toAgent: { lossPercent: 4, delayMs: 60, jitterMs: 5 }, fromAgent: { delayMs: 20 } };
    const ring = () => context.request.post(`${simulatorUrl}/calls`, { data: { agent, network } });
    let rung = await ring();
    while (!rung.ok()) {
      await pause(500);
      rung = await ring();
    }
    const { contactId } = (await rung.json()) as { contactId: string };
    await pause(10_000);
    await page.frameLocator('iframe').getByRole('button', { name: 'Mute', exact: true }).click();
    await pause(5000);
    await page.frameLocator('iframe').getByRole('button', { name: 'Unmute', exact: true }).click();
    await pause(25_000);
    await context.request.delete(`${simulatorUrl}/calls/${contactId}`);
    await pause(35_000);
    return all;
  } finally {
    await browser.close();
  }
}

function kinds(): Readonly<Record<string, (sent: Sent) => boolean>> {
  const windows = ({ message }: Sent) => (Array.isArray(message.windows) ? message.windows.length : -1);
  return {
    windows: (one) => one.path === '/softphone-stats' && windows(one) === 2,
    events: (one) => one.path === '/softphone-stats' && windows(one) === 0,
    report: (one) => one.path === '/softphone-reports',
    'api-metrics': (one) => one.path === '/api-metrics',
  };
}
