import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');

/** The services that each file in functions/clients calls. */
const servicesOfClients: Readonly<Record<string, readonly string[]>> = {
  'address-databases': [],
  'ask-all': ['es'],
  'bucket-objects': ['s3'],
  cloudformation: [],
  cognito: ['cognito-identity', 'cognito-idp'],
  'delivery-bucket': ['s3'],
  'document-store': ['es'],
  connect: ['connect'],
  'contact-sources': ['es'],
  'connect-current-metrics': ['connect'],
  'connect-historical-metrics': ['connect'],
  'connect-names': ['connect'],
  'connect-users': ['connect'],
  erasures: ['es'],
  'event-stream': ['kinesis'],
  'existing-indices': ['es'],
  'failed-record-list': ['s3'],
  'failed-records': ['s3'],
  'get-object': ['s3'],
  'hierarchy-names': [],
  'host-key': [],
  inbox: ['sqs'],
  'instance-directory': ['es'],
  monitoring: ['cloudwatch'],
  'pages-of': [],
  partner: [],
  'partner-keys': [],
  patience: [],
  patient: [],
  'post-json': [],
  queue: ['sqs'],
  reaching: ['es'],
  'object-url': [],
  'record-batches': ['s3'],
  'record-objects': ['s3'],
  s3: ['s3'],
  search: ['es'],
  secret: ['secretsmanager'],
  'set-aside-objects': ['s3'],
  sftp: [],
  'sftp-upload': [],
  shards: [],
  'signed-request': [],
  'site-searches': [],
  'state-object': ['s3'],
  'subject-documents': ['es'],
  'synced-users': ['es'],
  topic: ['sns'],
  'unlink-contact': ['es'],
  'user-directory': ['es'],
  webhook: [],
  'written-documents': ['es'],
};

const metafile = z.object({
  outputs: z.record(
    z.string(),
    z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
  ),
});

/** The services that are called by what is in a function's bundle, which has been built. Throws an Error of an unknown client. */
export function servicesCalled(handler: string): string[] {
  const file = join(root, '.build', `${handler.replace(/\.handler$/, '')}.json`);
  const { outputs } = metafile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const inputs = Object.values(outputs).flatMap((its) => Object.entries(its.inputs));
  const clients = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^functions\/clients\/(.+)\.ts$/.exec(path)?.[1] ?? []) : [],
  );
  const unknown = clients.filter((client) => !(client in servicesOfClients));
  if (unknown.length > 0) throw new Error(`Say in servicesOfClients what ${unknown.join(', ')} calls`);
  return [...new Set(clients.flatMap((client) => servicesOfClients[client] ?? []))].sort();
}
