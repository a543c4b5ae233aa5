import * as z from 'zod';
import { keptMessage } from '../ingest/kept-message.ts';

const failure = z.object({
  failedAt: z.string(),
  reason: z.string(),
  detail: z.string().optional(),
});

/** An object in the bucket of failed records, as clients/failed-records.ts writes it. */
const setAside = z.union([
  failure.extend({
    index: z.string().regex(/^softphone-[a-z0-9.-]+$/, 'an index of this product'),
    id: z.string().min(1),
    document: z.record(z.string(), z.unknown()),
    about: z.object({ agent: z.string(), contactId: z.string().optional(), startedAt: z.string() }),
  }),
  failure.extend({ route: z.string(), body: keptMessage }),
]);
export type SetAside = z.infer<typeof setAside>;

/** Undefined when it is not one, such as a message that nobody could read. */
export function readSetAside(json: string): SetAside | undefined {
  try {
    return setAside.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
