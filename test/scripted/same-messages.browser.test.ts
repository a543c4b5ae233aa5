import { expect } from 'vitest';
import { test } from '../e2e/harness/visitor.ts';
import { builtPages } from './built-pages.ts';
import { recordedFrames } from './frames.ts';
import { type Posted, ScriptedPage } from './scripted-page.ts';

/** Of the page load, and of the attempt. */
const ofItsOwn = /"(clientId|sentAt)":"[^"]+"/g;

/** What our page watches between calls is its own: the library is about calls. */
const isOfCalls = ({ body }: Posted) => !body.includes('"readiness":[');

/** As it was sent, but for what no two attempts have in common. */
const timeless = ({ path, body }: Posted) => `${path} ${body.replaceAll(ofItsOwn, '"$1":"…"')}`;

test('a page with the library alone sends byte for byte what the agents’ page sends', async ({
  visit,
  onTestFinished,
}) => {
  const { ours, theirs, remove } = await builtPages();
  onTestFinished(remove);
  const { startedAt, frames } = recordedFrames();
  const [own, others] = await Promise.all(
    [ours, theirs].map(async (folder) => {
      const { context } = await visit('ana.silva');
      const scripted = await ScriptedPage.open(context, folder, startedAt);
      await scripted.play(frames);
      // The last calls of the agent API are told within half a minute.
      await scripted.until((frames.at(-1)?.at ?? 0) + 60_000);
      await scripted.settled();
      return scripted.posted.filter(isOfCalls);
    }),
  );
  expect(new Set(own?.map(({ path }) => path))).toEqual(
    new Set(['/softphone-stats', '/softphone-reports', '/api-metrics']),
  );
  expect(own?.filter(({ body }) => body.includes('"audio_input"')).length).toBeGreaterThan(1);
  expect(own?.some(({ body }) => body.includes('"lossToAgent"'))).toBe(true);
  expect(own?.some(({ body }) => body.includes('SIMULATED-SECRET'))).toBe(false);
  expect(others?.map(timeless)).toEqual(own?.map(timeless));
});
