import type { Erasures } from '../clients/erasures.ts';
import type { InstanceDirectory } from '../clients/instance-directory.ts';
import type { UserDirectory } from '../clients/user-directory.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { EnrichmentSources } from '../enrich/place.ts';
import type { AskJoin } from '../join/ask-join.ts';
import type { IndexChoice } from './index-choice.ts';
import type { StorageConfig } from './message-kind.ts';
import type { Writing } from './write-records.ts';

/** All that storing a message needs beside the message. */
export type IngestDeps = {
  readonly config: StorageConfig;
  readonly sources: EnrichmentSources;
  readonly users: UserDirectory;
  readonly instance: InstanceDirectory;
  readonly erasures: Erasures;
  readonly indexChoice: IndexChoice;
  readonly writing: Writing;
  /** Absent where contacts are not joined, or by somebody else. */
  readonly askJoin?: AskJoin | undefined;
  readonly telemetry: Telemetry;
  readonly now?: () => number;
};
