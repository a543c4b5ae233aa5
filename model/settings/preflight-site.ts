import * as z from 'zod/mini';

/** `preflight` in `settings.json` of the agents' site. */
export const preflightSiteSettings = z.object({
  /** In the region, and answers anybody: the round trip to it is measured. */
  regionUrl: z.optional(z.string()),
  /** Checked at deploy time: preflight-servers.ts. */
  mediaServers: z.prefault(
    z.array(
      z.object({
        urls: z.array(z.string()),
        username: z.optional(z.string()),
        credential: z.optional(z.string()),
      }),
    ),
    [],
  ),
});
