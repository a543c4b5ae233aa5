import type { Envelope } from '../../model/messages/envelope.ts';
import type { Config } from '../config.ts';
import { checkOrigin } from '../edge/check-origin.ts';
import { type HttpHandler, type HttpRequest, httpHandler } from '../edge/http.ts';
import { readJson } from '../edge/read-json.ts';
import { publicIp } from '../enrich/ip-address.ts';
import { errorKinds, KnownError } from '../errors.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { MessageKind } from './message-kind.ts';
import { storeMessages } from './store-messages.ts';

type EdgeConfig = Pick<Config, 'allowedOrigins' | 'sourceIpHeader'>;

/** Makes the Lambda handler of one of the routes that the agents' page posts to. */
export function ingestHandler<Message extends Envelope>(
  kind: MessageKind<Message>,
  deps: IngestDeps,
  config: EdgeConfig,
): HttpHandler {
  const { telemetry } = deps;
  const { route } = kind;
  return httpHandler(route, telemetry, async (request) => {
    try {
      checkOrigin(request, config.allowedOrigins);
      const accepted = await accept(kind, readJson(request, kind.schema), request, deps, config);
      telemetry.count('Accepted', accepted, { route });
      return { status: 202, body: { accepted } };
    } catch (error) {
      const reason = error instanceof KnownError ? error.kind : 'internal';
      const isTheirs = reason !== 'internal' && errorKinds[reason].status < 500;
      telemetry.count(isTheirs ? 'Rejected' : 'Failed', 1, { route, reason });
      throw error;
    }
  });
}

/**
 * Takes a message over from its page: from here on it is ours to keep. Whatever is thrown leaves it with the page,
 * which tries again; a queue for when the search service is out of reach belongs here.
 */
async function accept<Message extends Envelope>(
  kind: MessageKind<Message>,
  message: Message,
  request: HttpRequest,
  deps: IngestDeps,
  config: EdgeConfig,
): Promise<number> {
  const context = {
    receivedAt: request.receivedAt,
    sourceIp: publicIp(request, config.sourceIpHeader),
    userAgent: request.headers['user-agent'],
  };
  return storeMessages(kind, [{ message, context }], deps, request.deadline);
}
