import * as z from 'zod/mini';

/**
 * What a contact's agent connection says of its media (`softphoneMediaInfo.callConfigJson`): the only part of it that
 * is read. The credentials and tokens beside these fields are never touched.
 */
export const softphoneCallConfig = z.object({
  signalingEndpoint: z.catch(z.nullable(z.string()), null),
  iceServers: z.catch(
    z.array(z.object({ urls: z.catch(z.union([z.array(z.string()), z.string()]), []) })),
    [],
  ),
});
