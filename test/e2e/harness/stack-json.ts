import * as z from 'zod';

/** `.local/stack.json`, as `npm start` writes it. */
export const stackJson = z.object({
  softphoneUrl: z.url(),
  dashboardsUrl: z.url(),
  ownPageUrl: z.url(),
  ccpUrl: z.url(),
  simulatorUrl: z.url(),
  apiUrl: z.url(),
  opensearchUrl: z.url(),
  manager: z.object({ username: z.string(), password: z.string() }),
});
export type Stack = z.infer<typeof stackJson>;
