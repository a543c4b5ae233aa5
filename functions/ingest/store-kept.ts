import type { Envelope } from '../../model/messages/envelope.ts';
import { storingRecords } from '../collect/store-kept-records.ts';
import type { MessageContext } from '../enrich/message-context.ts';
import { KnownError } from '../errors.ts';
import { sendAgain, sinkRoute } from '../sink/send-again.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { KeptMessage } from './kept-message.ts';
import type { MessageKind } from './message-kind.ts';
import type { SettingAside } from './set-message-aside.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeMessages } from './store-messages.ts';

type Deps = IngestDeps & Partial<Pick<SettingAside, 'failedRecords'>>;
type Storing = (kept: KeptMessage, deps: Deps, deadline: number) => Promise<number>;

const storingByRoute: ReadonlyMap<string, Storing> = new Map<string, Storing>([
  ...storingRecords,
  [sinkRoute, sendAgain],
  storing(apiMetricsKind),
  storing(softphoneReportKind),
  storing(softphoneStatsKind),
]);

/**
 * Stores what was kept, as if it had just come: with the same checks, for what was true then may not be now.
 *
 * @throws KnownError as `storeMessages` does
 */
export function storeKept(kept: KeptMessage, deps: Deps, deadline: number): Promise<number> {
  const store = storingByRoute.get(kept.route);
  if (!store) throw new KnownError('invalid', 'No kind of message has this route.');
  return store(kept, deps, deadline);
}

function storing<Message extends Envelope>(kind: MessageKind<Message>): [string, Storing] {
  const store: Storing = async ({ message, context }, deps, deadline) => {
    const { data } = kind.schema.safeParse(message);
    if (!data) throw new KnownError('invalid', 'The message is not what its route takes any more.');
    const allowed = kind.allowed?.(data, deps.config) ?? data;
    return storeMessages(kind, [{ message: allowed, context: contextOf(context) }], deps, deadline);
  };
  return [kind.route, store];
}

function contextOf({ receivedAt, ...others }: KeptMessage['context']): MessageContext {
  return { receivedAt: new Date(receivedAt), ...others };
}
