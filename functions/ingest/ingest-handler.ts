import type { Envelope } from '../../model/messages/envelope.ts';
import type { Config } from '../config.ts';
import { checkAgent } from '../edge/check-agent.ts';
import { checkOrigin } from '../edge/check-origin.ts';
import { type HttpHandler, httpHandler } from '../edge/http.ts';
import { readJson } from '../edge/read-json.ts';
import { publicIp } from '../enrich/ip-address.ts';
import { errorKinds, KnownError } from '../errors.ts';
import { type AcceptDeps, acceptMessage } from './accept-message.ts';
import type { MessageKind } from './message-kind.ts';
import { refuseNewer } from './refuse-newer.ts';

type EdgeConfig = Pick<Config, 'allowedOrigins' | 'sourceIpHeader' | 'agentAuth' | 'agentIdentityProvider'>;

/** Makes the Lambda handler of one of the routes that the agents' page posts to. */
export function ingestHandler<Message extends Envelope>(
  kind: MessageKind<Message>,
  deps: AcceptDeps,
  config: EdgeConfig,
): HttpHandler {
  const { telemetry } = deps;
  const { route } = kind;
  return httpHandler(route, telemetry, async (request) => {
    try {
      checkOrigin(request, config.allowedOrigins);
      const message = readJson(request, kind.schema, refuseNewer);
      checkAgent(request, message.agent, config);
      const context = {
        receivedAt: request.receivedAt,
        sourceIp: publicIp(request, config.sourceIpHeader),
        userAgent: request.headers['user-agent'],
      };
      const accepted = await acceptMessage(kind, { message, context }, deps, request.deadline);
      telemetry.count('Accepted', accepted, { route });
      return { status: 202, body: { accepted } };
    } catch (error) {
      if (error instanceof KnownError && errorKinds[error.kind].status < 500) {
        telemetry.count('Rejected', 1, { route, reason: error.kind });
      }
      throw error;
    }
  });
}
