import * as z from 'zod';
import type { ClientConfig } from './client-config.ts';
import { invokeFunction } from './invoke-function.ts';

const answer = z.object({
  sent: z.array(z.object({ file: z.string(), rows: z.number(), bytes: z.number() })),
  next: z.iso.datetime().optional(),
});

/**
 * Has a deployment send a day's files again, hour by hour, or one file; says each that is at the receiver.
 *
 * @throws Error with what the deployment says where it cannot: what it has said before is there
 */
export async function sendWfmFiles(
  config: ClientConfig,
  functionName: string,
  what: { readonly day?: string | undefined; readonly file?: string },
): Promise<void> {
  let from: string | undefined;
  do {
    const { sent, next } = answer.parse(await invokeFunction(config, functionName, { ...what, from }));
    for (const { file, rows, bytes } of sent) console.info(`${file}  ${rows} rows, ${bytes} bytes`);
    from = next;
  } while (from !== undefined);
}
