import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumForTests } from '../../../local/connect/testing/chromium.ts';
import { warningsFolder } from '../../e2e/harness/folders.ts';
import { writeMicrophone } from '../../e2e/harness/microphone.ts';
import { windowsOf } from '../../e2e/harness/search.ts';
import type { Case } from './cases.ts';

/** Sound, silence long enough for whatever is to be noticed, sound: in seconds. */
const recording = [20, 65, 100] as const;

/** A Chromium whose microphone is a recording that falls silent: there is no other way to one that works and hears nothing. */
export async function chromiumThatFallsSilent(): Promise<Browser> {
  await mkdir(warningsFolder, { recursive: true });
  const file = join(warningsFolder, 'microphone.wav');
  await writeMicrophone(file, recording);
  const args = [...chromiumForTests.args, `--use-file-for-fake-audio-capture=${file}`];
  return chromium.launch({ ...chromiumForTests, args });
}

/** The microphone falls silent by itself, though nobody muted it, and hears again; when, only what was measured tells. */
export const microphoneCase: Case = {
  name: 'microphone silent, not muted',
  kind: 'microphoneSilent',
  knownAfter: 25,
  begin: async () => undefined,
  end: async () => undefined,
  times: async (contactId) => {
    const windows = await windowsOf(contactId);
    const levels = windows
      .filter(({ softphoneStreamType }) => softphoneStreamType === 'audio_output')
      .flatMap(({ startedAt, samples }) =>
        samples.offsetMillis.map((offset, i) => ({
          at: Date.parse(startedAt) + offset,
          isSilent: (samples.audioLevel[i] ?? 0) === 0,
        })),
      );
    return longestSilence(levels);
  },
};

/** From the last sound before it to the first after it, in epoch milliseconds. */
function longestSilence(levels: readonly { readonly at: number; readonly isSilent: boolean }[]) {
  const sounds = levels.filter(({ isSilent }) => !isSilent).map(({ at }) => at);
  const gaps = sounds.slice(1).map((mended, i) => ({ begun: sounds[i] ?? mended, mended }));
  gaps.sort((a, b) => b.mended - b.begun - (a.mended - a.begun));
  const [longest] = gaps;
  if (!longest) throw new Error('There is no silence in the call');
  return longest;
}
