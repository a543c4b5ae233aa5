import * as z from 'zod';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from '../query/ask-search.ts';
import { makeWfmPart, type WfmPart, type WfmPartDeps } from './make-wfm-part.ts';

const request = z.object({ day: z.iso.date(), from: z.iso.datetime().optional() });

const config = readConfig();
const telemetry = makeTelemetry(config);
const deps: WfmPartDeps = { config, ask: askSearch(makeSearchClient(config)), now: Date.now };

/** Makes the files for workforce management, an hour at a time. `npm run wfm` invokes it until the day is done. */
export const handler = directHandler(
  telemetry,
  async (event: unknown): Promise<WfmPart> => makeWfmPart(readInvocation(request, event), deps),
);
