import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { acceptedVersions, messageVersion } from '../../model/messages/version.ts';
import { agentSiteSettings } from '../../model/settings/agent-site.ts';
import { managerSiteSettings } from '../../model/settings/manager-site.ts';
import { putBefore } from './harness/faulty-api.ts';
import { root } from './harness/folders.ts';
import { send } from './harness/http.ts';
import { post, type Route } from './harness/ingest.ts';
import { callWhen, find, windowsOf } from './harness/search.ts';
import { simulator } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

const recorded = z.object({ path: z.string(), message: z.looseObject({ sentAt: z.string() }) });
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const contactIn = /"contactId": "([^"]+)"/;
const names = ['events', 'windows', 'report', 'api-metrics'];

/** What was recorded of a version, as if it were sent now, about a call of its own. */
async function recordedNow(version: number, contactId: string) {
  const folder = join(root, 'test', 'recordings', `messages-v${version}`);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, `${name}.json`), 'utf8')));
  const sent = texts.map((text) => Date.parse(recorded.parse(JSON.parse(text)).message.sentAt));
  const later = Date.now() - Math.max(...sent);
  return texts.map((text) => {
    const moved = text.replaceAll(instant, (at) => new Date(Date.parse(at) + later).toISOString());
    const theirs = contactIn.exec(text)?.[1];
    return recorded.parse(JSON.parse(theirs ? moved.replaceAll(theirs, contactId) : moved));
  });
}

test.for(acceptedVersions)(
  'a tab that sends version %i, open since before the upgrade, loses nothing',
  async (version, { expect }) => {
    const contactId = crypto.randomUUID();
    for (const { path, message } of await recordedNow(version, contactId)) {
      const { status, text } = await post(path as Route, message);
      expect(status, text).toBe(202);
    }
    const call = await callWhen('the call', contactId, ({ reportArrived }) => reportArrived);
    expect(call).toMatchObject({ toAgent: { windows: 1 }, fromAgent: { windows: 1 } });
    expect(await windowsOf(contactId)).toHaveLength(2);
  },
);

const settings = z.record(
  z.enum(['agent', 'manager']),
  z.record(z.string(), z.union([z.string(), z.number()])),
);
const siteOf = { agent: 'softphoneUrl', manager: 'dashboardsUrl' } as const;
const schemaOf = { agent: agentSiteSettings, manager: managerSiteSettings };

/** While sites are published, and after a rollback, a page may find settings that are newer or older than itself. */
test.for(['agent', 'manager'] as const)(
  'an older %s page can do with the settings of now, and one of now with older ones',
  async (site, { expect }) => {
    const { text } = await send(new URL('settings.json', runningStack()[siteOf[site]]).href);
    for (const version of acceptedVersions) {
      const file = join(root, 'test', 'recordings', `messages-v${version}`, 'settings.json');
      const before = settings.parse(JSON.parse(await readFile(file, 'utf8')))[site];
      expect(JSON.parse(text)).toMatchObject(
        Object.fromEntries(
          Object.entries(before).map(([name, value]) => [
            name,
            typeof value === 'number' ? expect.any(Number) : expect.any(String),
          ]),
        ),
      );
      expect(schemaOf[site].safeParse(before).error?.issues ?? []).toEqual([]);
    }
  },
);

test.concurrent('a tab that is newer than the functions, after a rollback, keeps its messages until they can read them', async ({
  visit,
  expect,
}) => {
  const { agent, page, context } = await openSoftphone(visit, 'lukasz.pawlak');
  const { mend } = await putBefore(context, async ({ path, body }, route) => {
    const { status, text } = await post(path, { ...JSON.parse(body), version: messageVersion + 1 });
    await route.fulfill({ status, body: text, headers: { 'access-control-allow-origin': '*' } });
  });
  const contactId = await simulator.ring({ agent, autoAccept: false });
  await page.getByText(/the service is older than this page. Kept, and tried again/).waitFor();
  expect(await find('softphone-*', [{ term: { contactId } }])).toEqual([]);
  mend();
  await page.getByRole('button', { name: 'Try now' }).click();
  await callWhen('what the tab had kept', contactId, ({ events }) => events.length > 0);
  await simulator.hangUp(contactId);
});
