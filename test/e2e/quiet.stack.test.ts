import type { StreamWindowDocument } from '../../model/documents/stream-window.ts';
import { press } from './harness/ccp.ts';
import { measuredCall, ofStream } from './harness/measured-call.ts';
import { untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';

const talkSeconds = 36;
const silentLevel = 1;

/** Seconds without sound, while the agent could be heard and while not. */
function silenceOf(windows: readonly StreamWindowDocument[]) {
  const samples = windows.flatMap(({ samples: { audioLevel, quiet } }) =>
    audioLevel.map((level, i) => ({ silent: level !== null && level <= silentLevel, quiet: quiet[i] === 1 })),
  );
  const silent = samples.filter((sample) => sample.silent);
  return {
    quiet: silent.filter((sample) => sample.quiet).length,
    heard: silent.filter((sample) => !sample.quiet).length,
    counted: windows.reduce((sum, { silentSeconds = 0 }) => sum + silentSeconds, 0),
  };
}

const cases = [
  ['maria.reyes', 'Mute', 'Unmute', 'muted', 'unmuted', 'audio_output'],
  ['jose.cruz', 'Hold', 'Resume', 'held', 'resumed', 'audio_input'],
] as const;
test.concurrent.for(cases)('%s: %s', async ([agent, begin, end, began, ended, stream], { visit, expect }) => {
  const softphone = await openSoftphone(visit, agent);
  const { windows, call } = await measuredCall(softphone, talkSeconds, {}, async (contactId) => {
    await untilTalked(contactId, 6);
    await press(softphone.page, begin);
    await untilTalked(contactId, 24);
    await press(softphone.page, end);
  });
  const types = call.events.map(({ type }) => type);
  expect(types).toEqual(['rung', 'accepted', 'connected', began, ended, 'ended']);
  const silence = silenceOf(ofStream(windows, stream));
  expect(silence.quiet, 'seconds that would have counted').toBeGreaterThanOrEqual(5);
  expect(silence.counted).toBe(silence.heard);
  expect(silence.counted).toBeLessThan(5);
});
