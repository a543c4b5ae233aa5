import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a CCP's frame said to its page, and when, in milliseconds from the first of them. */
export type Frame = { readonly at: number; readonly event: string; readonly data: unknown };

const recorded = z.array(z.object({ afterMillis: z.number(), event: z.string(), data: z.unknown() }));
const file = new URL('../recordings/streams-2.28.2/ccp-frames.json', import.meta.url);

/** A call from the agent's sign-in to the end of the work after it (test/recordings/README.md). */
export function recordedFrames(): { readonly startedAt: Date; readonly frames: readonly Frame[] } {
  const all = recorded.parse(JSON.parse(readFileSync(file, 'utf8')));
  const first = all[0]?.afterMillis ?? 0;
  const frames = all.map(({ afterMillis, event, data }) => ({ at: afterMillis - first, event, data }));
  return { startedAt: startOf(frames), frames };
}

/** When the first frame was said: what its samples say of the time, less how long after it they came. */
function startOf(frames: readonly Frame[]): Date {
  const stats = frames.find(({ event }) => event === 'softphone_stats');
  const last = [...JSON.stringify(stats?.data).matchAll(/"timestamp":"([^"]+)"/g)].at(-1)?.[1];
  if (!stats || !last) throw new Error('The recording has no statistics');
  return new Date(Date.parse(last) - stats.at);
}

/** The same frames of another contact, that much later. Times are those of samples and reports; of the rest nobody reads them. */
export function anotherCall(
  frames: readonly Frame[],
  contactId: string,
  laterMillis: number,
): readonly Frame[] {
  const own = ownContact(frames);
  return frames.map(({ at, event, data }) => {
    const text = JSON.stringify(data).replaceAll(own, contactId);
    const moved = text.replaceAll(/"timestamp":"([^"]+)"/g, (_, time: string) =>
      JSON.stringify({ timestamp: new Date(Date.parse(time) + laterMillis).toISOString() }).slice(1, -1),
    );
    return { at: at + laterMillis, event, data: JSON.parse(moved) };
  });
}

function ownContact(frames: readonly Frame[]): string {
  const stats = frames.find(({ event }) => event === 'softphone_stats');
  return z.object({ contactId: z.string() }).parse(stats?.data).contactId;
}
