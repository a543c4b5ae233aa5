import { cut } from './alert-entry.ts';
import type { AlertMessage } from './alert-message.ts';

/**
 * A block's text may have 3,000 characters, or the whole message is refused; a character that is escaped takes up to
 * five. A rule may name a hundred queues. https://docs.slack.dev/reference/block-kit/composition-objects/text-object/
 */
const longestSubject = 280;
const longestSays = 300;

/**
 * The message as Slack's incoming webhooks take it (and Mattermost's, Rocket.Chat's …): a text for notifications, and
 * blocks for the channel, of which there may be 50.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
 */
export function slackMessage({ subject, says, others, link }: AlertMessage): object {
  return {
    text: mrkdwn(subject),
    blocks: [
      entry(subject, says),
      section(`<${link}|Open the page that shows it>`),
      ...others.flatMap(({ heading, entries }) => [
        section(`${mrkdwn(heading)}:`),
        ...entries.map((its) => entry(its.subject, its.says)),
      ]),
    ],
  };
}

function entry(subject: string, says: string): object {
  return section(`*${mrkdwn(cut(subject, longestSubject))}*\n${mrkdwn(cut(says, longestSays))}`);
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Slack's three control characters; else a queue's name could mention the whole channel. */
function mrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
