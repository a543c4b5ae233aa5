import type { Channel } from '../../model/alerts/alert.ts';
import { readSecret } from '../clients/secret.ts';
import { publish } from '../clients/topic.ts';
import { postWebhook, webhookUrl } from '../clients/webhook.ts';
import type { Config } from '../config.ts';
import type { AlertMessage } from './alert-message.ts';
import { slackMessage } from './slack-message.ts';

/** Tells a message; throws when it is not taken. */
export type Deliver = (message: AlertMessage) => Promise<void>;
export type Channels = Readonly<Partial<Record<Channel, Deliver>>>;

/** What the secret holds until an admin has put the URL there: as the template has it. */
const noUrlYet = 'none';

/**
 * The channels that the deployment has. The webhook's URL is read anew each time, so that a new one counts at once; if
 * it cannot be read the channel is there and fails, so that what is to be told waits.
 */
export async function openChannels(config: Pick<Config, 'aws' | 'stage' | 'alerts'>): Promise<Channels> {
  const { aws, stage, alerts } = config;
  const { topicArn, webhook, webhookSecretArn } = alerts;
  const channels: Partial<Record<Channel, Deliver>> = {};
  if (topicArn) channels.topic = (message) => publish(aws, topicArn, topicMessage(message));
  if (!webhook || !webhookSecretArn) return channels;
  const secret = await readSecret(aws, webhookSecretArn).catch((error: unknown) => ({ error }));
  if (secret === noUrlYet) return channels;
  channels.webhook = async (message) => {
    if (typeof secret !== 'string') throw secret.error;
    const body = webhook === 'slack' ? slackMessage(message) : message.json;
    await postWebhook(webhookUrl(secret, stage === 'local'), body, message.key);
  };
  return channels;
}

function topicMessage({ key, subject, text, json, event, severity }: AlertMessage) {
  return { subject, text, json, attributes: { event, severity, key } };
}
