import { mos } from '../measures/audio.ts';
import { calls, missedCalls, poorCalls, poorTime } from '../measures/calls.ts';
import {
  abandonedContacts,
  abandonedShare,
  answeredByConnect,
  longestWait,
  occupancy,
  queuedContacts,
  serviceLevel,
  serviceMeasures,
} from '../measures/service.ts';
import type { Page } from '../panels/panel.ts';

const sound = [calls, poorCalls, poorTime, mos] as const;

/** How customers were served, beside how it sounded at the same time in the same queues. */
export const service: Page = {
  id: 'service',
  title: 'Service',
  means:
    'Service level, answered, abandoned, the longest wait and occupancy as Amazon Connect counts them, beside how calls sounded in the same intervals and queues.',
  by: ['queue', 'routingProfile'],
  panels: [
    {
      id: 'service',
      title: 'Service in this period',
      means: 'Every figure beside the same one of the period before.',
      kind: 'figures',
      measures: serviceMeasures,
    },
    {
      id: 'sound',
      title: 'How it sounded meanwhile',
      means: 'The softphones’ calls of the same time and queues.',
      kind: 'figures',
      measures: [...sound, missedCalls],
    },
    {
      id: 'service-over-time',
      title: 'Service and sound over time',
      means: 'Are customers served worse at the times at which calls sound poor?',
      kind: 'overTime',
      measures: [serviceLevel],
      beside: [poorTime],
    },
    {
      id: 'contacts-over-time',
      title: 'Contacts and the longest wait over time',
      means: 'How many came, how many were answered and abandoned, and how long somebody waited at most.',
      kind: 'overTime',
      measures: [queuedContacts, answeredByConnect, abandonedContacts, abandonedShare, longestWait],
    },
    {
      id: 'queues',
      title: 'By queue',
      means: 'Each queue’s service beside how its calls sounded.',
      kind: 'breakdown',
      by: 'queue',
      measures: serviceMeasures,
      beside: [poorCalls, poorTime, mos],
      orderBy: queuedContacts,
    },
    {
      id: 'queues-over-time',
      title: 'Service level of queues over time',
      means: 'A line for each of the queues with the most intervals.',
      kind: 'overTime',
      measures: [serviceLevel, abandonedShare, longestWait],
      split: 'queue',
    },
    {
      id: 'week',
      title: 'Service level by weekday and hour',
      means: 'When in the week customers wait, in the hours of your time zone.',
      kind: 'heatMap',
      measure: serviceLevel,
    },
    {
      id: 'occupancy',
      title: 'Occupancy by routing profile',
      means: 'How busy agents were, beside how their calls sounded.',
      kind: 'breakdown',
      by: 'routingProfile',
      measures: [occupancy],
      beside: [poorCalls, poorTime, mos],
      orderBy: occupancy,
    },
    {
      id: 'occupancy-over-time',
      title: 'Occupancy over time',
      means: 'A line for each routing profile.',
      kind: 'overTime',
      measures: [occupancy],
      split: 'routingProfile',
    },
  ],
};
