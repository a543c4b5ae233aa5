import type { Failure } from '../push/answer.ts';
import type { SenderState } from '../push/sender-state.ts';

const reasons: Readonly<Record<Failure, string>> = {
  offline: 'this computer is offline',
  unreachable: 'the service cannot be reached',
  busy: 'the service is busy',
  fault: 'the service has a fault',
  refused: 'the service refuses this page’s address',
  older: 'the service is older than this page',
  signIn: 'the service wants you to sign in again',
};

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** The collector's own state in one sentence. */
export function senderWords(sender: SenderState | undefined): string {
  if (!sender) return 'Starting';
  if (sender.failing) {
    const since = new Date(sender.failing.since).toLocaleTimeString([], {
      hour: '2-digit',
      minute: '2-digit',
    });
    return `${plural(sender.waiting, 'report')} waiting since ${since}: ${reasons[sender.failing.why]}. Kept, and tried again.`;
  }
  const own = sender.waiting - sender.others - sender.strangers;
  if (own > 0) return `Sending, ${own} waiting`;
  return sender.sent > 0
    ? `${plural(sender.sent, 'report')} sent, none waiting`
    : 'Ready, nothing to send yet';
}

/** What was lost or refused, and whether the browser keeps anything: for whoever looks into it. */
export function senderFaults(sender: SenderState | undefined): string[] {
  if (!sender) return [];
  return [
    sender.others > 0
      ? `${plural(sender.others, 'report')} of another agent than the one who signed in: kept until that agent signs in here.`
      : '',
    sender.strangers > 0
      ? `${plural(sender.strangers, 'report')} of an agent whom the service does not know: kept, and tried again.`
      : '',
    sender.setAside > 0
      ? `${plural(sender.setAside, 'report')} set aside: the service refuses what is in there.`
      : '',
    sender.dropped > 0 ? `${plural(sender.dropped, 'report')} dropped: too old, or no room was left.` : '',
    sender.kept ? '' : 'This browser keeps nothing for the page: what waits is lost when you close it.',
  ].filter((text) => text !== '');
}
