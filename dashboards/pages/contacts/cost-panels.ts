import { afterContactWork, costs, holdTime, talkTime, transfers } from '../../measures/costs.ts';
import { contacts, poorContacts } from '../../measures/verdicts.ts';
import type { Panel } from '../../panels/panel.ts';

const section = 'What it costs';

/** What poor contacts cost. */
export const costPanels: readonly Panel[] = [
  {
    id: 'costs',
    section,
    title: 'Poor contacts beside the others',
    means: 'What a contact takes when it sounds poor, and what it takes when it does not.',
    kind: 'figures',
    measures: costs.flatMap(({ poor, fine }) => [poor, fine]),
  },
  {
    id: 'after-contact-work-over-time',
    section,
    title: 'After-contact work over time',
    means: 'Of poor contacts and of the others.',
    kind: 'overTime',
    measures: [afterContactWork.poor, afterContactWork.fine],
  },
  {
    id: 'hold-over-time',
    section,
    title: 'Time on hold over time',
    means: 'Of poor contacts and of the others.',
    kind: 'overTime',
    measures: [holdTime.poor, holdTime.fine],
  },
  {
    id: 'costs-by-group',
    section,
    title: 'Times by group',
    means: 'Where poor contacts take longer than the others.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [contacts, ...[talkTime, holdTime, afterContactWork].flatMap(({ poor, fine }) => [poor, fine])],
    orderBy: contacts,
  },
  {
    id: 'disconnect-reasons',
    section,
    title: 'Why contacts ended',
    means: 'By Amazon Connect’s own word, and how many of each were poor.',
    kind: 'breakdown',
    by: 'disconnectReason',
    measures: [contacts, poorContacts, transfers.poor, transfers.fine],
    orderBy: contacts,
  },
];
