import type { Measure } from './measure.ts';

/** What Amazon Connect counted of queues, by intervals. Its definitions: Administrator Guide, "Metric definitions". */
const ofQueues = {
  index: 'connect-historical-metrics',
  among: [{ field: 'subject', is: ['queue'] }],
} as const;

const counted = { ...ofQueues, unit: 'count', better: 'neither', minimumCount: 0 } as const;
const ofContacts = { ...ofQueues, restsOn: 'contacts that came into queues', minimumCount: 20 } as const;

const answered = 'contactsHandledByConnected';
const abandoned = 'contactsAbandoned';

export const serviceLevel: Measure = {
  ...ofContacts,
  id: 'serviceLevel',
  name: 'Service level',
  means:
    'Contacts that an agent took within the time of the service level, in percent of those that were answered or abandoned. The time is that of the deployment (20 s unless set), the same in all queues. Counted by Amazon Connect.',
  formula: {
    kind: 'ratio',
    over: 'contactsAnsweredInServiceLevel',
    under: [answered, abandoned],
    times: 100,
    restsOn: 'contactsQueued',
  },
  unit: 'percent',
  better: 'higher',
};

export const queuedContacts: Measure = {
  ...counted,
  id: 'queuedContacts',
  name: 'Queued',
  means: 'Contacts that came into a queue, in the interval in which they did. Counted by Amazon Connect.',
  formula: { kind: 'sum', field: 'contactsQueuedByEnqueue' },
  restsOn: 'contacts',
};

export const answeredByConnect: Measure = {
  ...counted,
  id: 'answeredByConnect',
  name: 'Answered',
  means: 'Contacts that an agent took, in the interval in which one did. Counted by Amazon Connect.',
  formula: { kind: 'sum', field: answered },
  restsOn: 'contacts',
};

export const abandonedContacts: Measure = {
  ...counted,
  id: 'abandonedContacts',
  name: 'Abandoned',
  means:
    'Contacts that ended in the queue: their customers hung up before an agent took them. Counted by Amazon Connect.',
  formula: { kind: 'sum', field: abandoned },
  better: 'lower',
  restsOn: 'contacts',
};

export const abandonedShare: Measure = {
  ...ofContacts,
  id: 'abandonedShare',
  name: 'Abandoned share',
  means: 'Abandoned contacts in percent of those that were answered or abandoned. Counted by Amazon Connect.',
  formula: {
    kind: 'ratio',
    over: abandoned,
    under: [answered, abandoned],
    times: 100,
    restsOn: 'contactsQueued',
  },
  unit: 'percent',
  better: 'lower',
};

export const longestWait: Measure = {
  ...ofQueues,
  id: 'longestWait',
  name: 'Longest wait',
  means: 'The longest that a contact was in a queue, be it answered or not. Counted by Amazon Connect.',
  formula: { kind: 'highest', field: 'maxQueuedSeconds' },
  unit: 'seconds',
  better: 'lower',
  restsOn: 'intervals of queues',
  minimumCount: 1,
};

/** Agents work for several queues at once, so Connect tells it by routing profile. */
export const occupancy: Measure = {
  index: 'connect-historical-metrics',
  among: [{ field: 'subject', is: ['routing-profile'] }],
  id: 'occupancy',
  name: 'Occupancy',
  means:
    'Time that agents had contacts at hand, in percent of that and the time in which they waited for one. Time in breaks and the like counts neither way. Agents work for several queues at once, so it is told by routing profile. Counted by Amazon Connect.',
  formula: {
    kind: 'ratio',
    over: 'onContactSeconds',
    under: ['onContactSeconds', 'idleSeconds'],
    times: 100,
    restsOn: 'onlineSeconds',
  },
  unit: 'percent',
  better: 'neither',
  restsOn: 'seconds of agents online',
  minimumCount: 3600,
};

/** What is known of any set of queues. */
export const serviceMeasures: readonly [Measure, ...Measure[]] = [
  queuedContacts,
  serviceLevel,
  answeredByConnect,
  abandonedContacts,
  abandonedShare,
  longestWait,
];
