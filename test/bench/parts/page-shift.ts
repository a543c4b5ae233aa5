import { launchChromium } from '../../../local/connect/testing/chromium.ts';
import { builtPages } from '../../scripted/built-pages.ts';
import { recordedFrames } from '../../scripted/frames.ts';
import { ScriptedPage } from '../../scripted/scripted-page.ts';
import { type Held, workShift } from '../../scripted/shift.ts';
import type { Measurement, Part } from '../measurement.ts';

/** Eight hours, a call every eight minutes. `SHIFT_CALLS` makes it shorter. */
const calls = Number(process.env.SHIFT_CALLS ?? 60);
const shift = { calls, everyMillis: 480_000, lookAfter: [2, calls / 2, calls] };

/**
 * What pages hold over an agent's shift, on their own clock. Streams keeps a log of its own, and the debugger that measures keeps
 * what was fetched: a page with Streams alone stands beside.
 */
export const part: Part = async (tell) => {
  const { ours, theirs, remove } = await builtPages();
  const alone = await heldOver('Streams alone', theirs, 'streams-only.html', tell);
  const library = await heldOver('a page with the library', theirs, 'bare.html', tell);
  const page = await heldOver('the agents’ page', ours, 'index.html', tell);
  await remove();
  return [
    ...measurementsOf('Streams alone', alone),
    ...measurementsOf('a page with the library', library),
    ...measurementsOf('the agents’ page', page),
    ...rowsOf(page),
  ];
};

async function heldOver(
  name: string,
  folder: string,
  file: string,
  tell: (progress: string) => void,
): Promise<readonly Held[]> {
  const browser = await launchChromium();
  try {
    const { startedAt } = recordedFrames();
    const page = await ScriptedPage.open(await browser.newContext(), folder, startedAt, file);
    return await workShift(page, shift, (progress) => tell(`${name}: ${progress}`));
  } finally {
    await browser.close();
  }
}

function measurementsOf(name: string, held: readonly Held[]): Measurement[] {
  const [first, middle, last] = held;
  if (!first || !middle || !last) throw new Error('The shift was not worked');
  const megabytes = ({ heapBytes }: Held) => (heapBytes / 1_000_000).toFixed(2);
  return [
    {
      name: `${name}: heap after the shift`,
      value: last.heapBytes / 1_000_000,
      unit: 'MB',
      note: `after ${first.calls} calls ${megabytes(first)}, after ${middle.calls} ${megabytes(middle)}`,
    },
    {
      name: `${name}: heap held of each call of the second half`,
      value: (last.heapBytes - middle.heapBytes) / (last.calls - middle.calls) / 1000,
      unit: 'KB',
      note: `${last.domNodes - middle.domNodes} DOM nodes and ${last.listeners - middle.listeners} listeners more in all`,
    },
  ];
}

function rowsOf(held: readonly Held[]): Measurement[] {
  const rows = Object.entries(held.at(-1)?.rows ?? {}).filter(([store]) => store.includes('/'));
  return [
    {
      name: 'the agents’ page: rows in IndexedDB after the shift',
      value: rows.reduce((sum, [, count]) => sum + count, 0),
      unit: 'rows',
      note: rows.map(([store, count]) => `${store} ${count}`).join(', '),
    },
  ];
}
