// Records what a CCP's frame says to its page during one call into test/recordings, so that it can be said again to other
// pages. Run it again after an upgrade of amazon-connect-streams:
//   npx node local/connect/testing/record-frames.ts
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Rig } from './rig.ts';
import { Softphone } from './softphone.ts';

const streamsPackage = createRequire(import.meta.url).resolve('amazon-connect-streams/package.json');
const { version } = JSON.parse(await readFile(streamsPackage, 'utf8')) as { version: string };
const file = new URL(`../../../test/recordings/streams-${version}/ccp-frames.json`, import.meta.url);

type Frame = { readonly afterMillis: number; readonly event: string; readonly data: unknown };

/** In the page, before anything else there. What is about the frame itself, such as its log, is left out. */
const keepFrames = `
  globalThis.recordedFrames = [];
  const told = /^(agent::|contact::|softphone_stats|softphone_report|api_metric)/;
  addEventListener('message', ({ data }) => {
    if (!data?.event || !told.test(data.event)) return;
    recordedFrames.push({ afterMillis: Math.round(performance.now()), event: data.event, data: data.data });
  });`;

const rig = await Rig.start({ afterContactWorkMs: 3_000 });
try {
  const context = await rig.browser.newContext();
  await context.addInitScript({ content: keepFrames });
  const softphone = await Softphone.open(
    context,
    { pageUrl: rig.pageUrl, connectUrl: rig.connect.url },
    'ana.silva',
  );
  await callWithTrouble(softphone);
  const frames = await framesOf(softphone.page);
  await writeFile(file, `[\n${frames.map((frame) => `  ${JSON.stringify(frame)}`).join(',\n')}\n]\n`);
  console.info(`recorded ${frames.length} frames`);
} finally {
  await rig.stop();
}

/** 45 s: loss to the agent, muted for 4 s, on hold for 4 s, and the work after it. */
async function callWithTrouble(softphone: Softphone): Promise<void> {
  const { contactId } = await rig.sim.send<{ contactId: string }>('POST', '/calls', {
    network: { toAgent: { lossPercent: 8, delayMs: 60 }, fromAgent: { delayMs: 20 } },
  });
  await softphone.waitFor('connected');
  for (const [wait, action] of [
    [10_000, 'mute'],
    [4_000, 'unmute'],
    [3_000, 'hold'],
    [4_000, 'resume'],
  ] as const) {
    await sleep(wait);
    await softphone.act(action);
  }
  await softphone.waitFor('SOFTPHONE_STATS');
  await sleep(12_000);
  await rig.sim.send('DELETE', `/calls/${contactId}`);
  await softphone.waitFor('SOFTPHONE_STATS', { count: 2 });
  await softphone.waitFor('destroyed');
}

async function framesOf(page: Page): Promise<Frame[]> {
  return page.evaluate('recordedFrames');
}
