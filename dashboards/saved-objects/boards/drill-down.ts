import { dashboard } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { savedSearch } from '../saved-search.ts';
import { windowSamples } from '../vega/window-samples.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'drill-down-words',
  'How to read this',
  `**What happened on one call?** Choose an agent, a queue or a contact; what you choose holds for everything below.
The picture shows the worst window of 30 seconds among those left, second by second; choose another below it.
A call has a window for each half minute and direction: *audio_input* is what the agent hears, *audio_output* what the
customer hears.`,
);

const choices = choicesOf(
  'drill-down',
  'softphone-calls',
  ['agent', 'queue', 'routingProfile', 'site'],
  [
    { field: 'contactId', label: 'Contact' },
    { field: 'rating', label: 'Rating' },
    { field: 'mos.avg', label: 'MOS', range: { step: 0.1, decimalPlaces: 1 } },
  ],
);

const callList = savedSearch('calls', 'Calls', { kind: 'softphone-calls' }, [
  'agent',
  'contactQueue',
  'contactId',
  'rating',
  'ratingReasons',
  'mos.avg',
  'toAgent.packetsLostPercent',
  'fromAgent.packetsLostPercent',
  'talkSeconds',
  'failures',
  'site',
]);

const windowList = savedSearch('windows', 'Windows of 30 s', { kind: 'softphone-stream-stats' }, [
  'agent',
  'contactId',
  'softphoneStreamType',
  'rating',
  'ratingReasons',
  'mos.avg',
  'packetsLostPercent',
  'roundTripTimeMillis.avg',
  'jitterMillis.avg',
  'silentSeconds',
]);

/** Lists that are worth having at hand in Discover. */
export const searches = [
  savedSearch('poor-calls', 'Poor calls', { kind: 'softphone-calls', query: 'rating: "poor"' }, [
    'agent',
    'contactQueue',
    'contactId',
    'mos.avg',
    'ratingReasons',
    'site',
  ]),
  savedSearch(
    'failed-setups',
    'Calls whose set-up failed',
    { kind: 'softphone-calls', query: 'setupFailed: true' },
    ['agent', 'contactId', 'failures', 'browser.name', 'site'],
  ),
];

/** From a group of calls down to one second. */
export const drillDown = dashboard({
  id: 'softphone-drill-down',
  title: 'Softphone quality: Drill-down',
  description: 'One agent, one call, one window of 30 seconds, second by second.',
  rows: [
    {
      height: 10,
      panels: [
        [words, 20],
        [choices, 28],
      ],
    },
    { height: 22, panels: [[windowSamples, 48]] },
    { height: 18, panels: [[callList, 48]] },
    { height: 18, panels: [[windowList, 48]] },
  ],
});
