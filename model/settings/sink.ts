import * as z from 'zod';
import { datedKinds } from '../documents/kinds.ts';
import { keyHeader, localPartnerUrl, partnerUrl } from './partner-url.ts';

/** Names of fields, with dots; of one that holds others, all of them. */
const fields = z
  .array(z.string().regex(/^[a-zA-Z@][\w]*(\.[a-zA-Z]\w*)*$/, 'must be a field’s name, as mos.avg'))
  .min(1)
  .max(100);

const settings = <Url extends z.ZodType<string>>(url: Url) =>
  z.strictObject({
    /** Where documents are posted. */
    url,
    keyHeader,
    /** Which kinds, and of each which fields: what is not listed is not sent. */
    documents: z
      .partialRecord(z.enum(datedKinds), fields)
      .refine((its) => Object.keys(its).length > 0, 'must name a kind of documents'),
  });

/** The sink that forwards documents to a partner: docs/sink.md. */
export const sinkSettings = settings(partnerUrl);
/** The same, where the partner may be on the developer's machine. */
export const localSinkSettings = settings(localPartnerUrl);
export type SinkSettings = z.infer<typeof sinkSettings>;
