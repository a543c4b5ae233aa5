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
  }),
  failure.extend({ route: z.string(), body: keptMessage }),
]);
/** Whose a document is and of when; one of a single moment, such as a failed API call, has no beginning. */
export const documentAbout = z.union([
  z.object({ agent: z.string(), contactId: z.string().optional(), startedAt: z.string() }),
  z
    .object({ agent: z.string(), contactId: z.string().optional(), at: z.string() })
    .transform(({ at, ...its }) => ({ ...its, startedAt: at })),
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
