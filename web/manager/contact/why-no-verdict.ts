import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { defaultVerdictLimits } from '../../../model/verdict/limits.ts';

type Contact = Pick<
  ContactAnswer['contact'],
  'softphone' | 'nativeQuality' | 'potentialDisconnectIssue' | 'joinedAt' | 'verdictOfOther'
>;

/** Why no verdict is shown: nobody complains of a good contact, it is not the viewer's to see, or waits for the next run. */
export function whyNoVerdict(contact: Contact): string {
  if (contact.joinedAt === undefined) return 'Not judged yet: the contact is just being put together.';
  if (contact.verdictOfOther)
    return 'Judged on the call of an agent whom your view does not show: another agent’s call of this contact was the poor one.';
  return hasComplaint(contact)
    ? 'Not judged yet. Poor contacts are judged some minutes after their parts have come, when it is known how others fared.'
    : 'Nothing to judge: no call was poor, no set-up failed, and Amazon Connect has nothing to say of it.';
}

/** As model/verdict/judge-contact.ts finds them, by the scores that are low unless the deployment says otherwise. */
function hasComplaint({ softphone, nativeQuality, potentialDisconnectIssue }: Contact): boolean {
  const scores = [nativeQuality?.agent?.score, nativeQuality?.customer?.score];
  return (
    softphone?.rating === 'poor' ||
    softphone?.setupFailed === true ||
    potentialDisconnectIssue !== undefined ||
    scores.some((score) => score !== undefined && score < defaultVerdictLimits.lowNativeScore)
  );
}
