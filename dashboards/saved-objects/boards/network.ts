import type { Dimension } from '../../../model/query/dimension.ts';
import { lossFromAgent, lossToAgent, roundTripToAgent } from '../../measures/audio.ts';
import { calls, poorCalls, setupFailures } from '../../measures/calls.ts';
import { connectionsLost } from '../../measures/setup.ts';
import { dashboard, type Row } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import type { SplitField } from '../split-field.ts';
import { splitOf } from '../split-field.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { splitOverTimePanel } from '../tsvb/over-time.ts';
import { worstFirstPanel } from '../tsvb/worst-first.ts';
import { firstSeen } from '../vega/first-seen.ts';
import { choicesOf } from './choices.ts';

const dimensions = [
  'site',
  'country',
  'network',
  'privateNetwork',
  'relayHost',
  'signalingEndpoint',
] as const satisfies readonly Dimension[];

const words = markdown(
  'network-words',
  'How to read this',
  `**Is it a place or a network?** Sites are those of the deployment's list of address ranges; country and provider
are those of the agent's public address. A site whose calls are all worse than the others' has a line or a network of
its own to look at; a provider that is worse at every site is not yours to mend. *New* are those that nobody called
from in the four weeks before the range that you look at.`,
);

const choices = choicesOf('network', 'softphone-calls', ['site', 'network', 'privateNetwork', 'agent']);

const columns = [calls, poorCalls, setupFailures, lossToAgent, lossFromAgent, roundTripToAgent] as const;

function rowOf(split: SplitField): Row {
  const table = measureTable(
    `network-by-${split.id}`,
    `Calls and network by ${split.inTitle}`,
    columns,
    split,
  );
  return {
    height: 12,
    panels: [
      [table, 32],
      [worstFirstPanel(poorCalls, split), 16],
    ],
  };
}

/** For those who answer for the network. */
export const network = dashboard({
  id: 'softphone-network',
  title: 'Softphone quality: Network and place',
  description: 'Calls by site, country, provider, relay and address, and what is new among them.',
  rows: [
    {
      height: 8,
      panels: [
        [words, 20],
        [choices, 28],
      ],
    },
    {
      height: 13,
      panels: [poorCalls, roundTripToAgent, connectionsLost].map((measure) => [
        splitOverTimePanel(measure, splitOf('site')),
        16,
      ]),
    },
    {
      height: 10,
      panels: [
        [firstSeen(splitOf('site')), 16],
        [firstSeen(splitOf('network')), 16],
        [firstSeen(splitOf('privateNetwork')), 16],
      ],
    },
    ...dimensions.map((dimension) => rowOf(splitOf(dimension))),
  ],
});
