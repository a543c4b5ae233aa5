import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { makeDeliveryBucket } from '../clients/delivery-bucket.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeInbox } from '../clients/inbox.ts';
import { makeMessageQueue } from '../clients/queue.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readSecret } from '../clients/secret.ts';
import { openSftp } from '../clients/sftp.ts';
import { contactRecordCleaner } from '../collect/clean-contact-record.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { askSearch } from '../query/ask-search.ts';
import { type Delivery, deliver } from './deliver.ts';
import { openWhenNeeded } from './open-when-needed.ts';
import { type SentAgain, sendDayAgain, sendFileAgain } from './send-again.ts';
import { sftpCredentials } from './sftp-credentials.ts';

/** What a schedule gives has none of these: then what is new is sent. */
const request = z.object({
  day: z.iso.date().optional(),
  from: z.iso.datetime().optional(),
  file: z.string().max(200).optional(),
});

/** An hour that is begun takes some seconds, and twenty more where a server does not answer; then messages are removed. */
const spareMillis = 90_000;
/** For the messages alone. */
const closingMillis = 15_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);

/** Sends files for workforce management by SFTP: on a schedule what is new, or, asked by `npm run wfm`, a day or a file again. */
export const handler = directHandler(
  telemetry,
  async (
    event: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<Delivery | SentAgain> => {
    const { day, from, file } = readInvocation(request, event);
    const end = Date.now() + context.getRemainingTimeInMillis();
    const { sftp, bucket, queueUrl, secretArn } = deployed();
    const folder = openWhenNeeded(async () =>
      openSftp(sftp, sftpCredentials(await readSecret(config.aws, secretArn)), end - closingMillis),
    );
    const deps = {
      config,
      wfm: config.wfm,
      ask: askSearch(search),
      erasures: makeErasures(search),
      bucket: makeDeliveryBucket(config.aws, bucket),
      put: folder.put,
      clean: contactRecordCleaner(config.collect, () => ''),
      inbox: makeInbox(config.aws, queueUrl),
      leave: makeMessageQueue(config.aws, queueUrl).send,
      telemetry,
      now: Date.now,
    };
    try {
      if (file !== undefined) return await sendFileAgain(file, deps);
      if (day !== undefined) return await sendDayAgain(day, from, deps);
      return await deliver(deps, end - spareMillis);
    } finally {
      folder.close();
    }
  },
);

/** @throws KnownError `invalid` where nothing is to be sent */
function deployed() {
  const { sftp } = config.wfm;
  const { bucket, queueUrl, secretArn } = config.wfmDelivery;
  if (!sftp || !bucket || !queueUrl || !secretArn)
    throw new KnownError('invalid', 'Nothing is sent: deploy with wfm.sftp, as docs/wfm.md says.');
  return { sftp, bucket, queueUrl, secretArn };
}
