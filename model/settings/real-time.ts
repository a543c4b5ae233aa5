import * as z from 'zod';
import { keyHeader, localPartnerUrl, partnerUrl } from './partner-url.ts';

const settings = <Url extends z.ZodType<string>>(url: Url) =>
  z.strictObject({
    /** Where changes of agents' statuses are posted. Left out: nowhere, and receivers ask for the picture. */
    url: url.optional(),
    keyHeader,
  });

/** The real-time feed for workforce management: docs/real-time.md. */
export const realTimeSettings = settings(partnerUrl);
/** The same, where the receiver may be on the developer's machine. */
export const localRealTimeSettings = settings(localPartnerUrl);
