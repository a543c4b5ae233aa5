import { makeOrganisation } from '../organisation.ts';
import type { Ports } from '../ports.ts';

export const REGION = makeOrganisation().region;
/** In AWS, Amazon Connect makes it and names it after the instance; the emulator has no Amazon Connect. */
export const FLOW_LOG_GROUP = '/aws/connect/softphone-quality-local';
/** Where whoever tries a backfill puts what Firehose would have kept. */
export const HISTORY_BUCKET = 'softphone-quality-local-history';

/** An address, not a name: with a name the SDK would put buckets into the host name. */
function endpoint(ports: Pick<Ports, 'aws'>): string {
  return `http://127.0.0.1:${ports.aws}`;
}

/** For a process that talks to the emulator as it would to AWS. The credentials are dummies, but must be there. */
export function awsEnvironment(ports: Pick<Ports, 'aws'>): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint(ports),
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
}

/** The same for a client of the AWS SDK in this process. */
export function clientConfig(ports: Pick<Ports, 'aws'>) {
  return {
    endpoint: endpoint(ports),
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}
