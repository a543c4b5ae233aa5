import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { subject } from '../../model/documents/erasure.ts';
import { longestDays } from '../../model/settings/retention.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeSetAsideObjects } from '../clients/set-aside-objects.ts';
import { makeSubjectDocuments } from '../clients/subject-documents.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { makeFeedObject } from '../feed/feed-object.ts';
import { forgetAgent } from '../feed/forget-agent.ts';
import { makeAskJoin } from '../join/ask-join.ts';
import { type EraseDeps, eraseSubject, type Found, findSubject } from './erase-subject.ts';

const request = z.object({
  subject,
  /** False only looks. */
  erase: z.boolean(),
});

const config = readConfig();
const telemetry = makeTelemetry(config);
const feed = makeFeedObject(config);
if (!config.failedRecordsBucket) throw new Error('FAILED_RECORDS_BUCKET must be set');
const deps: EraseDeps = {
  documents: makeSubjectDocuments(makeSearchClient(config)),
  objects: makeSetAsideObjects(config.aws, config.failedRecordsBucket),
  forgetAgent: feed && ((agent) => forgetAgent(feed, agent)),
  askJoin: makeAskJoin(config),
  retentionDays: longestDays(config),
  now: () => new Date(),
  pause: sleep,
};

/** Erases what is stored of a contact or an agent, or says what there is. `npm run erase` invokes it. */
export const handler = directHandler(telemetry, async (event: unknown): Promise<Found> => {
  const { data } = request.safeParse(event);
  if (!data)
    throw new KnownError('invalid', 'The subject must be a contact id or the user name of an agent.');
  const { subject, erase } = data;
  const found = await (erase ? eraseSubject(subject, deps) : findSubject(subject, deps));
  // Whose it was is not logged: that would be left of them.
  if (erase) telemetry.info('erased', { kind: Object.keys(subject)[0], ...found });
  return found;
});
