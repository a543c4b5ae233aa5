import { afterAll, beforeAll, expect, test } from 'vitest';
import { Rig } from './testing/rig.ts';
import { Softphone } from './testing/softphone.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await Rig.start();
});
afterAll(() => rig?.stop());

function pageFor(ccpPath: string): string {
  const ccpUrl = encodeURIComponent(`${rig.connect.url}${ccpPath}`);
  return `${rig.pageUrl}?popup=yes&ccpUrl=${ccpUrl}`;
}

test.concurrent('an agent who is not signed in does so in the popup that Streams opens', async () => {
  const context = await rig.browser.newContext();
  const page = await context.newPage();
  const opened = page.waitForEvent('popup');
  await page.goto(pageFor('/ccp-v2'));
  const popup = await opened;
  await popup.fill('input[name=username]', 'Rita.Ribeiro');
  const closed = popup.waitForEvent('close');
  await popup.click('button');
  await closed;
  const softphone = new Softphone(page);
  await softphone.waitFor('agent', { data: 'rita.ribeiro' });
  await context.close();
});

test.concurrent('after a reload the call goes on, but Streams measures nothing more', async () => {
  const softphone = await rig.openSoftphone('diogo.gomes');
  const { contactId } = await rig.sim.send<{ contactId: string }>('POST', '/calls', { agent: 'diogo.gomes' });
  await softphone.waitFor('connected');
  await softphone.page.reload();
  await softphone.waitFor('contact', { data: contactId });
  expect(await rig.sim.send('GET', `/calls/${contactId}`)).toMatchObject({ state: 'connected' });
  await rig.sim.send('DELETE', `/calls/${contactId}`);
  await softphone.waitFor('ended');
  expect(await softphone.seen('SOFTPHONE_STATS')).toEqual([]);
  await softphone.page.context().close();
});

test.concurrent('two tabs of one agent both see the call, and one plays it', async () => {
  const first = await rig.openSoftphone('marta.lopes');
  const context = first.page.context();
  const second = await Softphone.open(
    context,
    { pageUrl: rig.pageUrl, connectUrl: rig.connect.url },
    'marta.lopes',
  );
  const { contactId } = await rig.sim.send<{ contactId: string }>('POST', '/calls', { agent: 'marta.lopes' });
  await Promise.all([first, second].map((tab) => tab.waitFor('connected')));
  await rig.sim.send('DELETE', `/calls/${contactId}`);
  await Promise.all([first, second].map((tab) => tab.waitFor('SOFTPHONE_REPORT')));
  for (const tab of [first, second]) expect(await tab.seen('SOFTPHONE_REPORT')).toHaveLength(1);
  await context.close();
});
