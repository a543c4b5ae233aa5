import {
  answeredContacts,
  coverage,
  coverageTargetPercent,
  deskPhoneContacts,
  expectedContacts,
  shortTalks,
  uncoveredContacts,
} from '../../measures/coverage.ts';
import type { Panel } from '../../panels/panel.ts';

const section = 'Coverage';

/** How many contacts are measured at all. */
export const coveragePanels: readonly Panel[] = [
  {
    id: 'coverage',
    section,
    title: 'Contacts with statistics',
    means: 'Of how many contacts the softphone’s figures arrived. Desk phones stand apart.',
    kind: 'figures',
    measures: [
      coverage,
      expectedContacts,
      uncoveredContacts,
      answeredContacts,
      deskPhoneContacts,
      shortTalks,
    ],
  },
  {
    id: 'coverage-over-time',
    section,
    title: 'Coverage over time',
    means: 'The share of contacts with statistics against the target.',
    kind: 'overTime',
    measures: [coverage],
    target: () => coverageTargetPercent,
  },
  {
    id: 'coverage-week',
    section,
    title: 'Coverage by weekday and hour',
    means: 'When in the week statistics are missing, in the hours of your time zone.',
    kind: 'heatMap',
    measure: coverage,
  },
  {
    id: 'coverage-groups',
    section,
    title: 'Coverage by group',
    means:
      'Where statistics are missing. A contact without any stands under the site of its agent’s last call, where there is one.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [expectedContacts, coverage, uncoveredContacts, deskPhoneContacts],
    orderBy: uncoveredContacts,
  },
  {
    id: 'coverage-agents',
    section,
    title: 'Coverage by agent',
    means: 'Whose contacts have no statistics: an agent without any works outside of the monitored page.',
    kind: 'breakdown',
    by: 'agent',
    measures: [expectedContacts, coverage, uncoveredContacts, deskPhoneContacts],
    orderBy: uncoveredContacts,
  },
];
