import * as z from 'zod';
import { logLine } from '../messages/call-log.ts';
import { preflight } from '../messages/preflight.ts';
import { callAnswer } from './call.ts';

/** Answer of `GET /query/contacts/{contactId}/support-bundle`: what Amazon support asks for of one agent's call of a contact. */
export const supportBundle = callAnswer.extend({
  /** Of the deployment, which is the instance's; absent where it is not known. */
  region: z.string().optional(),
  /** What the softphone logged, cleaned, in the order of time; empty where nothing was wrong, or no logs are kept. */
  log: z.array(logLine),
  /** The agent's last check before the call; null where there was none, or whoever asks may not see it. */
  preflight: preflight.nullable(),
});
export type SupportBundle = z.infer<typeof supportBundle>;
