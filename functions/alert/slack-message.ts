import type { AlertMessage } from './alert-message.ts';

/**
 * The message as Slack's incoming webhooks take it (and Mattermost's, Rocket.Chat's …): a text for notifications, and
 * blocks for the channel. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
 */
export function slackMessage({ subject, text, link }: AlertMessage): object {
  const [, says = ''] = text.split('\n\n');
  return {
    text: mrkdwn(subject),
    blocks: [
      section(`*${mrkdwn(subject)}*\n${mrkdwn(says)}`),
      section(`<${link}|Open the page that shows it>`),
    ],
  };
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Slack's three control characters; else a queue's name could mention the whole channel. */
function mrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
