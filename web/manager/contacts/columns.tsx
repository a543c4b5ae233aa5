import type { ContactRow, ContactSortField } from '../../../model/query/contacts.ts';
import type { Column } from '../list/column.ts';
import { figureColumn, secondsColumn, textColumn, timeColumn } from '../list/make-columns.ts';
import {
  channelName,
  disconnectIssueName,
  disconnectReasonName,
  initiationMethodName,
} from '../words/connect-names.ts';
import { faultName } from '../words/fault-words.ts';
import { notMeasured } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { ratingNames, reasonName } from '../words/names.ts';
import { whyNoStatistics } from '../words/statistics-words.ts';
import { ContactLink } from './ContactLink.tsx';
import { SoundOfContact } from './SoundOfContact.tsx';

type ContactColumn = Column<ContactRow, ContactSortField>;

const time = makeTimeFormat(viewerZone);
const named = (name: (value: string) => string, value: string | undefined) =>
  value === undefined ? undefined : name(value);
const ratingOf = ({ softphone }: ContactRow) =>
  named((rating) => ratingNames[rating as 'good'], softphone?.rating);
const level = (n: 1 | 2 | 3 | 4 | 5): ContactColumn =>
  textColumn(`level${n}`, `Hierarchy level ${n}`, (contact) => contact.agentHierarchy?.[`level${n}`]);

/** In a file the site stands alone, and a column beside it says from what it was assumed. */
const siteName = ({ site, siteAssumedFrom }: ContactRow) =>
  site === undefined ? notMeasured : siteAssumedFrom ? `${site} (assumed)` : site;

const who: readonly ContactColumn[] = [
  textColumn('agent', 'Agent', (contact) => contact.agent),
  textColumn('queue', 'Queue', (contact) => contact.contactQueue),
  textColumn('routingProfile', 'Routing profile', (contact) => contact.agentRoutingProfile),
  ...([1, 2, 3, 4, 5] as const).map(level),
  {
    ...textColumn<ContactRow>('site', 'Site', (contact) => contact.site),
    show: siteName,
    say: siteName,
  },
  timeColumn('siteAssumedFrom', 'Site assumed from the call of', (contact) => contact.siteAssumedFrom),
];

const course: readonly ContactColumn[] = [
  textColumn('channel', 'Channel', ({ channel }) => named(channelName, channel)),
  textColumn('initiationMethod', 'How it began', ({ initiationMethod }) =>
    named(initiationMethodName, initiationMethod),
  ),
  textColumn('disconnectReason', 'Disconnect reason', ({ disconnectReason }) =>
    named(disconnectReasonName, disconnectReason),
  ),
  textColumn('disconnectIssue', 'Connect’s word on the end', ({ potentialDisconnectIssue }) =>
    named(disconnectIssueName, potentialDisconnectIssue),
  ),
  timeColumn('connectedToAgentAt', 'Answered', (contact) => contact.connectedToAgentAt),
  timeColumn('disconnectedAt', 'Ended', (contact) => contact.disconnectedAt),
  secondsColumn('queueSeconds', 'In the queue', (contact) => contact.queueSeconds, { sort: 'queueSeconds' }),
  secondsColumn('talkSeconds', 'Talk', (contact) => contact.talkSeconds, { sort: 'talkSeconds' }),
  secondsColumn('holdSeconds', 'On hold', (contact) => contact.holdSeconds, { sort: 'holdSeconds' }),
  secondsColumn(
    'afterContactWorkSeconds',
    'After-contact work',
    (contact) => contact.afterContactWorkSeconds,
  ),
  textColumn('previousContactId', 'Contact before', ({ transfer }) => transfer?.previousContactId),
  textColumn('nextContactId', 'Contact after', ({ transfer }) => transfer?.nextContactId),
];

const sound: readonly ContactColumn[] = [
  textColumn('reasons', 'Reasons', ({ softphone }) => softphone?.ratingReasons.map(reasonName).join('; ')),
  figureColumn('mos', 'MOS', ({ softphone }) => softphone?.mos?.avg, {
    unit: 'mos',
    sort: 'mos',
    lowFirst: true,
  }),
  figureColumn('poorPercent', 'Time that was poor', ({ softphone }) => softphone?.poorPercent, {
    unit: 'percent',
    sort: 'poorPercent',
  }),
  figureColumn('lossToAgent', 'Loss to agent', ({ softphone }) => softphone?.toAgent.packetsLostPercent, {
    unit: 'percent',
  }),
  figureColumn(
    'lossFromAgent',
    'Loss from agent',
    ({ softphone }) => softphone?.fromAgent.packetsLostPercent,
    {
      unit: 'percent',
    },
  ),
  figureColumn(
    'roundTripTime',
    'Round trip',
    ({ softphone }) => softphone?.fromAgent.roundTripTimeMillis?.avg,
    { unit: 'milliseconds' },
  ),
  figureColumn('jitter', 'Jitter', ({ softphone }) => softphone?.toAgent.jitterMillis?.avg, {
    unit: 'milliseconds',
  }),
  figureColumn(
    'agentScore',
    'Connect’s score of the agent',
    ({ nativeQuality }) => nativeQuality?.agent?.score,
    {
      unit: 'mos',
      sort: 'agentScore',
      lowFirst: true,
    },
  ),
  figureColumn(
    'customerScore',
    'Connect’s score of the customer',
    ({ nativeQuality }) => nativeQuality?.customer?.score,
    { unit: 'mos' },
  ),
  textColumn('noStatistics', 'No statistics because', whyNoStatistics),
];

/** All columns that there are, in the order of a file. */
export const contactColumns: readonly ContactColumn[] = [
  {
    id: 'initiatedAt',
    name: 'Began',
    sort: 'initiatedAt',
    isTime: true,
    show: (contact) => <ContactLink contact={contact} />,
    say: (contact) => time.dayAndTime(contact.initiatedAt),
    nameInFile: 'Began (UTC)',
    inFile: (contact) => contact.initiatedAt,
  },
  textColumn('contactId', 'Contact id', (contact) => contact.contactId),
  {
    id: 'rating',
    name: 'Rating',
    show: (contact) => <SoundOfContact contact={contact} />,
    say: (contact) => ratingOf(contact) ?? notMeasured,
    inFile: ratingOf,
    rating: ({ softphone }) => softphone?.rating,
  },
  textColumn('verdict', 'Verdict', ({ verdict }) => named(faultName, verdict?.fault)),
  ...who,
  ...course,
  ...sound,
];
