import { defaultLimits, type Limits } from '../../../model/quality/limits.ts';
import { lineColours, ratingColours } from '../tsvb/colours.ts';
import { strip, stripHeight } from './strip.ts';
import { asked, vegaPicture } from './vega.ts';

/** So many to choose from. */
const mostWindows = 20;

/** The columns of `samples`; they are stored, not indexed, so they come with the document and not by an aggregation. */
const columns = ['offsetMillis', 'packetsLost', 'roundTripTimeMillis', 'jitterMillis', 'audioLevel'] as const;

const limitsOf = (figure: keyof Limits) => ({
  fair: defaultLimits.fair[figure],
  poor: defaultLimits.poor[figure],
});

const data = [
  {
    name: 'windows',
    url: asked('softphone-stream-stats', {
      size: mostWindows,
      sort: [{ 'mos.min': { order: 'asc', missing: '_last' } }, { '@timestamp': { order: 'desc' } }],
      _source: ['@timestamp', 'agent', 'contactId', 'softphoneStreamType', 'rating', 'mos', 'samples'],
    }),
    format: { property: 'hits.hits' },
    transform: [{ type: 'window', ops: ['row_number'], as: ['place'] }],
  },
  {
    name: 'chosen',
    source: 'windows',
    transform: [{ type: 'filter', expr: 'datum.place === min(chosenPlace, length(data("windows")))' }],
  },
  {
    name: 'samples',
    source: 'chosen',
    transform: [
      { type: 'flatten', fields: columns.map((column) => `_source.samples.${column}`), as: columns },
      { type: 'formula', as: 'second', expr: 'datum.offsetMillis / 1000' },
    ],
  },
];

const caption = [
  "datum._source.agent + ', ' + (datum._source.softphoneStreamType === 'audio_input' ? 'to' : 'from')",
  "' the agent, ' + timeFormat(toDate(datum._source['@timestamp']), '%d %b %Y %H:%M:%S') + ': '",
  'datum._source.rating',
  "(isValid(datum._source.mos) ? ', MOS ' + format(datum._source.mos.avg, '.2f') : '')",
  "', contact ' + datum._source.contactId",
].join(' + ');

const noWindow = "length(data('windows')) === 0 ? 'No windows among what is chosen' : ''";

/** Not longer than the picture is wide: Vega would make the picture narrower, so that the text fits too. */
const limit = { signal: 'width' };
const fontSize = { value: 13 };

const words = [
  {
    type: 'text',
    from: { data: 'chosen' },
    style: 'guide-title',
    encode: { update: { y: { value: -12 }, fontSize, limit, text: { signal: caption } } },
  },
  {
    type: 'text',
    style: 'guide-title',
    encode: { update: { y: { value: -12 }, fontSize, limit, text: { signal: noWindow } } },
  },
];

/** One window's samples, second by second: what a call sounded like when it sounded worst. */
export const windowSamples = vegaPicture({
  id: 'window-samples',
  title: 'One window of 30 s, second by second: the worst of those chosen',
  description:
    'Lost packets, round trip, jitter and level of each second, as the softphone’s page measured them. A gap is a second without a measurement. The lines stand where a figure is fair and poor. Choose the second-worst window and so on below the picture.',
  spec: {
    signals: [
      {
        name: 'chosenPlace',
        value: 1,
        bind: { input: 'range', min: 1, max: mostWindows, step: 1, name: 'Window, worst first: ' },
      },
      { name: 'stripHeight', update: stripHeight },
    ],
    data,
    scales: [
      {
        name: 'x',
        type: 'linear',
        range: 'width',
        domain: { fields: [[0, 30], { data: 'samples', field: 'second' }] },
      },
    ],
    marks: [
      ...words,
      strip({
        place: 0,
        column: 'packetsLost',
        title: 'lost packets',
        type: 'bars',
        colour: ratingColours.poor,
      }),
      strip({
        place: 1,
        column: 'roundTripTimeMillis',
        title: 'round trip, ms',
        type: 'line',
        colour: lineColours[0],
        limits: limitsOf('roundTripTimeMillis'),
      }),
      strip({
        place: 2,
        column: 'jitterMillis',
        title: 'jitter, ms',
        type: 'line',
        colour: lineColours[1],
        limits: limitsOf('jitterMillis'),
      }),
      strip({ place: 3, column: 'audioLevel', title: 'level', type: 'line', colour: lineColours[2] }),
    ],
  },
});
