import * as z from 'zod';

/** `settings.json` of the managers' site, written at deploy time. */
export const managerSiteSettings = z.object({
  stage: z.string(),
  region: z.string(),
  /** Of the query API, without a slash at the end. */
  apiUrl: z.url(),
  userPoolId: z.string(),
  userPoolClientId: z.string(),
  /** Only where Cognito is not Amazon's: the local stack. */
  cognitoEndpoint: z.url().optional(),
});
export type ManagerSiteSettings = z.infer<typeof managerSiteSettings>;
