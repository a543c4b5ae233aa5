import { inject } from 'vitest';
import * as z from 'zod';

/** `.local/stack.json`, as `npm start` writes it. */
export const stackJson = z.object({
  softphoneUrl: z.url(),
  dashboardsUrl: z.url(),
  ccpUrl: z.url(),
  simulatorUrl: z.url(),
  apiUrl: z.url(),
  opensearchUrl: z.url(),
  manager: z.object({ username: z.string(), password: z.string() }),
});
export type Stack = z.infer<typeof stackJson>;

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack;
    /** Where the stack's parts log. */
    logsFolder: string;
    /** Where the one Chromium of all tests listens. */
    browser: string;
  }
}

/** The stack that setup.ts started, or found. */
export function runningStack(): Stack {
  return inject('stack');
}
