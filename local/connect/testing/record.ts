// Records Streams' events with real calls into test/recordings. Run it again after an upgrade of amazon-connect-streams:
//   npx node local/connect/testing/record.ts
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rig } from './rig.ts';
import type { Softphone } from './softphone.ts';

const streamsPackage = createRequire(import.meta.url).resolve('amazon-connect-streams/package.json');
const { version } = JSON.parse(await readFile(streamsPackage, 'utf8')) as { version: string };
const folder = new URL(`../../../test/recordings/streams-${version}/`, import.meta.url);
await mkdir(folder, { recursive: true });

const rig = await Rig.start();
const { sim } = rig;
try {
  const softphone = await rig.openSoftphone('ana.silva');
  await recordApiMetrics(softphone);
  if (!process.argv.includes('--quick')) await recordLossyCall(softphone);
  await recordFailedCalls(softphone);
  await recordOlderRtc(await rig.openSoftphone('rui.martins', '1.1.14'));
} finally {
  await rig.stop();
}

/** 70 s with 5 % loss to the agent: a first, a middle and a last window, and the report. */
async function recordLossyCall(softphone: Softphone): Promise<void> {
  const { contactId } = await sim.send<{ contactId: string }>('POST', '/calls', {
    network: { toAgent: { lossPercent: 5, delayMs: 60, jitterMs: 5 }, fromAgent: { delayMs: 20 } },
  });
  await sleep(70_000);
  await save('lossy-call-path', await sim.send('DELETE', `/calls/${contactId}`));
  await softphone.waitFor('SOFTPHONE_STATS', { count: 3 });
  const [first, middle, last] = await softphone.seen('SOFTPHONE_STATS');
  await save('softphone-stats-first', first?.data);
  await save('softphone-stats-middle', middle?.data);
  await save('softphone-stats-last', last?.data);
  const [report] = await softphone.seen('SOFTPHONE_REPORT');
  await save('softphone-report', report?.data);
  await softphone.act('clear');
}

/** 15 s with jitter to the agent, as an older RTC library tells of it. */
async function recordOlderRtc(softphone: Softphone): Promise<void> {
  const { contactId } = await sim.send<{ contactId: string }>('POST', '/calls', {
    agent: 'rui.martins',
    network: { toAgent: { delayMs: 40, jitterMs: 10 } },
  });
  await sleep(15_000);
  await sim.send('DELETE', `/calls/${contactId}`);
  await softphone.waitFor('SOFTPHONE_STATS');
  await save('softphone-stats-rtc-1.1.14', (await softphone.seen('SOFTPHONE_STATS'))[0]?.data);
}

async function recordFailedCalls(softphone: Softphone): Promise<void> {
  for (const fail of ['ice', 'handshake', 'microphone']) {
    const before = (await softphone.seen('SOFTPHONE_REPORT')).length;
    await sim.send('POST', '/calls', { agent: 'ana.silva', fail });
    await softphone.waitFor('SOFTPHONE_REPORT', { count: before + 1 });
    await save(`softphone-report-failed-${fail}`, (await softphone.seen('SOFTPHONE_REPORT'))[before]?.data);
    await sleep(500);
    await softphone.act('clear');
    await sleep(500);
  }
}

async function recordApiMetrics(softphone: Softphone): Promise<void> {
  await sleep(1_000);
  await save('api-metric-snapshot', await metric(softphone, 'getAgentSnapshot'));
  await softphone.act('setState', 'Break');
  await save('api-metric-success', await metric(softphone, 'putAgentState', 1));
  await softphone.act('setState', 'Nowhere');
  await save('api-metric-4xx', await metric(softphone, 'putAgentState', 2));
  await softphone.act('setStateWithoutType');
  await save('api-metric-error-without-status', await metric(softphone, 'putAgentState', 3));
  await sim.send('PUT', '/api-errors', { putAgentState: 500 });
  await softphone.act('setState', 'Available');
  await save('api-metric-5xx', await metric(softphone, 'putAgentState', 4));
  await sim.send('PUT', '/api-errors', {});
  await softphone.act('setState', 'Available');
}

async function metric(softphone: Softphone, name: string, count = 1): Promise<unknown> {
  const matches = `embedding.seen.filter((each) => each.event === 'API_METRIC' && each.data.name === '${name}')`;
  await softphone.page.waitForFunction(`${matches}.length >= ${count}`);
  return softphone.page.evaluate(`${matches}[${count - 1}].data`);
}

async function save(name: string, event: unknown): Promise<void> {
  if (event === undefined) throw new Error(`Streams gave no event for ${name}`);
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(event, null, 2)}\n`);
  console.info(`recorded ${name}`);
}
