import { expect, test } from 'vitest';
import { channelTroubleKinds } from '../../../model/alerts/channel-trouble.ts';
import { concernOfTrouble } from './trouble-words.ts';

const untoldSince = '2026-03-04T10:00:00.000Z';

test('says what was not taken, by whom, since when, and what it answered', () => {
  const reason = 'The webhook answered 500.';
  expect(concernOfTrouble({ channel: 'webhook', kind: 'alertsNotTaken', untoldSince, reason })).toMatchObject(
    {
      text: 'The webhook does not take alerts; they wait, and it is tried again. Its last answer: The webhook answered 500.',
      since: untoldSince,
    },
  );
  expect(concernOfTrouble({ channel: 'topic', kind: 'alertsNotTaken', untoldSince }).text).toMatch(
    /^The topic of alerts \(mail\) does not take alerts/,
  );
});

test.each(channelTroubleKinds)('%s leads to the section that says what to do', (kind) => {
  expect(concernOfTrouble({ channel: 'webhook', kind })).toMatchObject({ section: kind, isAlarm: false });
});
