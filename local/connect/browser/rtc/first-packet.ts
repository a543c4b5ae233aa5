import type { SessionReport } from './session-report.ts';

const POLL_MS = 20;
const GIVE_UP_MS = 1_000;

/** Notes in the report how long after `start` the first audio packet arrived, if it does within a second. */
export function noteFirstPacket(connection: RTCPeerConnection, start: number, report: SessionReport): void {
  const stop = () => {
    clearInterval(poll);
    clearTimeout(giveUp);
  };
  const giveUp = setTimeout(stop, GIVE_UP_MS);
  const poll = setInterval(() => {
    const [source] = connection.getReceivers()[0]?.getSynchronizationSources() ?? [];
    if (!source) return;
    const waited = source.timestamp - start;
    if (waited > 0) report.firstRTPTimeMillis = waited;
    stop();
  }, POLL_MS);
}
