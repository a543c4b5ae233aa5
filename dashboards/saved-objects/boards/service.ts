import { mos } from '../../measures/audio.ts';
import { calls, missedCalls, poorCalls, poorTime } from '../../measures/calls.ts';
import {
  abandonedContacts,
  abandonedShare,
  answeredByConnect,
  longestWait,
  occupancy,
  queuedContacts,
  serviceLevel,
  serviceMeasures,
} from '../../measures/service.ts';
import { dashboard } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { splitOf } from '../split-field.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { oneFigure } from '../tsvb/one-figure.ts';
import { overTimePanel, splitOverTimePanel } from '../tsvb/over-time.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'service-words',
  'How to read this',
  `**Are customers served, and does it sound well meanwhile?** Service level, answered, abandoned, occupancy and the longest
wait are Amazon Connect's own figures, by its intervals of 15 or 30 minutes; beside them stands how the softphones' calls of
the same queues sounded. There are none while polling is off (docs/metrics.md). Where an admin changed the length of the intervals,
some hours have both: look at one \`intervalMinutes\` there.`,
);

const choices = choicesOf('service', 'connect-historical-metrics', ['queue', 'routingProfile']);
const queues = splitOf('queue');
const profiles = splitOf('routingProfile');

/** For those who answer for how customers are served. */
export const service = dashboard({
  id: 'softphone-service',
  title: 'Softphone quality: Service',
  description: 'Service level, answered, abandoned, occupancy and the longest wait beside how calls sounded.',
  rows: [
    {
      height: 8,
      panels: [
        [words, 28],
        [choices, 20],
      ],
    },
    {
      height: 6,
      panels: [serviceLevel, abandonedShare, longestWait, occupancy].map((its) => [oneFigure(its), 12]),
    },
    {
      height: 12,
      panels: [
        [overTimePanel('service-level-over-time', 'Service level', [serviceLevel, abandonedShare]), 24],
        [overTimePanel('poor-time-over-time', 'Poor time', [poorTime]), 24],
      ],
    },
    {
      height: 13,
      panels: [
        [measureTable('service-by-queue', 'Service by queue', serviceMeasures, queues), 26],
        [
          measureTable(
            'sound-by-queue',
            'How calls sounded by queue',
            [calls, poorCalls, poorTime, missedCalls, mos],
            queues,
          ),
          22,
        ],
      ],
    },
    {
      height: 12,
      panels: [
        [
          overTimePanel('queued-contacts-over-time', 'Contacts', [
            queuedContacts,
            answeredByConnect,
            abandonedContacts,
          ]),
          24,
        ],
        [overTimePanel('longest-wait-over-time', 'Longest wait', [longestWait]), 24],
      ],
    },
    {
      height: 12,
      panels: [
        [splitOverTimePanel(serviceLevel, queues), 24],
        [splitOverTimePanel(occupancy, profiles), 24],
      ],
    },
  ],
});
