import { afterAll } from 'vitest';
import type { StreamWindowDocument } from '../../model/documents/stream-window.ts';
import { assertNear } from '../e2e/harness/assert-near.ts';
import { measuredCall, ofStream } from '../e2e/harness/measured-call.ts';
import { droppedPercent, type Network } from '../e2e/harness/simulator.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { test } from '../e2e/harness/visitor.ts';

/** Three whole windows. */
const talkSeconds = 95;
const mostLossPoints = 0.5;
const mostMillis = 10;
/** Shorter windows hold too few packets to be within half a percentage point of the whole call. */
const shortestJudgedSeconds = 25;
/** A machine that is busy for a second during one RTCP report adds that to the round trip. */
const measuring = { retry: 2, timeout: 400_000 };

const paths: readonly { readonly agent: string; readonly network: Required<Network> }[] = [
  {
    agent: 'katarzyna.wisniewska',
    network: { toAgent: { lossPercent: 0, delayMs: 20 }, fromAgent: { lossPercent: 0, delayMs: 20 } },
  },
  {
    agent: 'magdalena.kaminska',
    network: { toAgent: { lossPercent: 5, delayMs: 60 }, fromAgent: { lossPercent: 1, delayMs: 40 } },
  },
  {
    agent: 'marcin.lewandowski',
    network: { toAgent: { lossPercent: 1, delayMs: 150 }, fromAgent: { lossPercent: 2, delayMs: 100 } },
  },
];
/** Of each path and direction: what the relay did, and what was measured. */
const rows: Record<string, string | undefined>[] = [];
afterAll(() => {
  for (const row of rows) {
    console.info(
      Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join(' | '),
    );
  }
});

/**
 * What a window from the agent may lack, or hold of the one before: the browser hears of that loss only from the far side's
 * RTCP reports, up to 8.5 s apart (test/e2e/quality.stack.test.ts). The whole call is held to the half point.
 */
function heldBack({ softphoneStreamType, windowSeconds }: StreamWindowDocument, lossPercent: number): number {
  return softphoneStreamType === 'audio_output' ? (lossPercent * 8.5) / windowSeconds : 0;
}

for (const { agent, network } of paths) {
  test.concurrent(
    `windows of a page that hosts the sound, ${JSON.stringify(network)}`,
    measuring,
    async ({ visit, expect }) => {
      const softphone = await openSoftphone(visit, agent, async () => {}, '?softphone=page');
      const { relay, windows, call } = await measuredCall(softphone, talkSeconds, { network });
      const roundTrip = (relay.toAgent.delayMs ?? 0) + (relay.fromAgent.delayMs ?? 0);
      for (const way of ['toAgent', 'fromAgent'] as const) {
        const lost = droppedPercent(relay[way]);
        const judged = ofStream(windows, way === 'toAgent' ? 'audio_input' : 'audio_output').filter(
          ({ windowSeconds }) => windowSeconds >= shortestJudgedSeconds,
        );
        expect(judged.length).toBeGreaterThanOrEqual(3);
        rows.push({
          way,
          'lost by the relay, %': lost.toFixed(2),
          'by windows': judged.map(({ packetsLostPercent }) => packetsLostPercent?.toFixed(2)).join(', '),
          'by the call': call[way].packetsLostPercent?.toFixed(2),
          'round trip by the relay, ms': roundTrip.toFixed(1),
          'by the windows': judged
            .map(({ roundTripTimeMillis }) => roundTripTimeMillis?.avg.toFixed(1))
            .join(', '),
          'jitter, ms': judged.map(({ jitterMillis }) => jitterMillis?.avg.toFixed(1)).join(', '),
          'concealed, %': judged
            .map(({ concealedPercent }) => concealedPercent?.avg.toFixed(1) ?? '–')
            .join(', '),
        });
        assertNear(`loss ${way} of the call`, call[way].packetsLostPercent, lost, mostLossPoints);
        for (const window of judged) {
          const which = `${way} from ${window.startedAt}`;
          const tolerance = mostLossPoints + heldBack(window, lost);
          assertNear(`loss ${which}`, window.packetsLostPercent, lost, tolerance);
          assertNear(`round trip ${which}`, window.roundTripTimeMillis?.avg, roundTrip, mostMillis);
          expect(window.jitterMillis?.avg, `jitter ${which}`).toBeLessThan(mostMillis);
        }
      }
    },
  );
}
