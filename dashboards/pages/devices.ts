import type { Split } from '../../model/query/split.ts';
import { calls, poorCalls, setupFailures, unclassifiedCalls } from '../measures/calls.ts';
import type { Page, Panel } from '../panels/panel.ts';

const measures = [calls, poorCalls, setupFailures, unclassifiedCalls];

const byDevice = (by: Split, id: string, title: string, means: string): Panel => ({
  id,
  title,
  means,
  kind: 'breakdown',
  by,
  measures,
  orderBy: poorCalls,
  compare: true,
});

/** Whether bad calls come with a browser, a system or too small a computer. */
export const devices: Page = {
  id: 'devices',
  title: 'Devices and browsers',
  means: 'Whether bad calls or failed set-ups come with a browser, a system, a version or a small computer.',
  by: [
    'browser',
    'browserVersion',
    'os',
    'osVersion',
    'cpuCount',
    'memory',
    'streamsVersion',
    'site',
    'agent',
  ],
  panels: [
    {
      id: 'figures',
      title: 'All devices',
      means: 'Every figure beside the same one of the period before.',
      kind: 'figures',
      measures,
    },
    byDevice('browser', 'browsers', 'Browsers', 'As the browser names itself.'),
    byDevice(
      'browserVersion',
      'browser-versions',
      'Browser versions',
      'An update that went wrong shows here.',
    ),
    byDevice('os', 'systems', 'Operating systems', 'As the browser names them.'),
    byDevice('osVersion', 'system-versions', 'System versions', 'Where the browser tells them.'),
    byDevice(
      'cpuCount',
      'processors',
      'Processors',
      'Logical processors: with two, a call and a CRM are much.',
    ),
    byDevice('memory', 'memory', 'Memory', 'In GiB; browsers tell at most 8, and round.'),
    byDevice(
      'streamsVersion',
      'streams-versions',
      'Streams versions',
      'Of Amazon Connect’s library in the page.',
    ),
    {
      id: 'setup-over-time',
      title: 'Failed set-ups over time, by browser',
      means: 'A line for each of the browsers with the most calls.',
      kind: 'overTime',
      measures: [setupFailures],
      split: 'browser',
    },
  ],
};
