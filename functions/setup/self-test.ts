import * as z from 'zod';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { selfTestStep } from './self-test-step.ts';

const config = readConfig();
const search = makeSearchClient(config);

const request = z.object({
  step: z.enum(['begin', 'find', 'end']),
  /** Nobody in Amazon Connect is called so, whatever somebody invokes this with. */
  agent: z.string().regex(/^self-test-[a-z0-9]{8,40}$/),
});

/** What `npm run deploy` asks while it sends a message through a new deployment. */
export const handler = directHandler(
  makeTelemetry(config),
  async (event: unknown): Promise<{ readonly count: number }> => {
    const { step, agent } = readInvocation(request, event);
    return { count: await selfTestStep(search, config.instanceId, step, agent) };
  },
);
