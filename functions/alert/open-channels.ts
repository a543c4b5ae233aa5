import type { Channel } from '../../model/alerts/alert.ts';
import type { ChannelTroubleKind } from '../../model/alerts/channel-trouble.ts';
import { readSecret } from '../clients/secret.ts';
import { publish } from '../clients/topic.ts';
import { postWebhook, webhookUrl } from '../clients/webhook.ts';
import type { Config } from '../config.ts';
import type { AlertMessage } from './alert-message.ts';
import { slackMessage } from './slack-message.ts';

/** Tells a message; throws when it is not taken. */
export type Deliver = (message: AlertMessage) => Promise<void>;
export type Channels = Readonly<Partial<Record<Channel, Deliver>>>;

/** What keeps a channel that the deployment has from telling anybody. */
export type Troubles = Readonly<Partial<Record<Channel, ChannelTroubleKind>>>;
export type OpenChannels = { readonly channels: Channels; readonly troubles: Troubles };

/** What the secret holds until an admin has put the URL there: as the template has it. */
const noUrlYet = ['', 'none'];

/**
 * The channels that the deployment has. The webhook's URL is read anew each time, so that a new one counts at once; if
 * there is one that cannot be read or used, the channel is there and fails, so that what is to be told waits.
 */
export async function openChannels(config: Pick<Config, 'aws' | 'stage' | 'alerts'>): Promise<OpenChannels> {
  const { aws, alerts } = config;
  const { topicArn, webhook, webhookSecretArn } = alerts;
  const topic: Channels = topicArn
    ? { topic: (message) => publish(aws, topicArn, topicMessage(message)) }
    : {};
  if (!webhook || !webhookSecretArn) return { channels: topic, troubles: {} };
  const found = await urlOf(webhookSecretArn, config);
  if (found === undefined) return { channels: topic, troubles: { webhook: 'webhookWithoutUrl' } };
  const deliver: Deliver = async (message) => {
    if ('error' in found) throw found.error;
    const body = webhook === 'slack' ? slackMessage(message) : message.json;
    await postWebhook(found.url, body, message.key);
  };
  const troubles: Troubles = 'trouble' in found ? { webhook: found.trouble } : {};
  return { channels: { ...topic, webhook: deliver }, troubles };
}

type FoundUrl =
  | { readonly url: URL }
  | { readonly error: unknown; readonly trouble: 'webhookUnreadable' | 'webhookWrongUrl' };

/** Undefined while nobody has put one there. */
async function urlOf(
  secretArn: string,
  { aws, stage }: Pick<Config, 'aws' | 'stage'>,
): Promise<FoundUrl | undefined> {
  let secret: string;
  try {
    secret = await readSecret(aws, secretArn);
  } catch (error) {
    return { error, trouble: 'webhookUnreadable' };
  }
  if (noUrlYet.includes(secret.trim().toLowerCase())) return undefined;
  try {
    return { url: webhookUrl(secret, stage === 'local') };
  } catch (error) {
    return { error, trouble: 'webhookWrongUrl' };
  }
}

function topicMessage({ key, subject, text, json, event, severity }: AlertMessage) {
  return { subject, text, json, attributes: { event, severity, key } };
}
