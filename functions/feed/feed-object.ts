import { makeStateObject, type StateObject } from '../clients/state-object.ts';
import type { Config } from '../config.ts';

/** Where the real-time feed keeps how far it is; undefined where the deployment has no place for it. */
export function makeFeedObject({
  aws,
  feedStateBucket,
}: Pick<Config, 'aws' | 'feedStateBucket'>): StateObject | undefined {
  return feedStateBucket ? makeStateObject(aws, feedStateBucket, 'real-time.json') : undefined;
}
