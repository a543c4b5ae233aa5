import type { DirectionFigures } from '../../../model/documents/direction-figures.ts';
import type { CallDetail } from '../../../model/query/call.ts';
import type { SupportBundle } from '../../../model/query/support-bundle.ts';

type Facts = readonly (readonly [name: string, value: string | number | undefined])[];

/**
 * What Amazon support asks for first, as lines: which contact, instance, region and agent, when (UTC), what was wrong, and
 * with what browser over which network. What is not known says so: a gap is an answer, too.
 *
 * @param now when the bundle is made
 */
export function summaryText(bundle: SupportBundle, now: Date): string {
  const { call } = bundle;
  return [
    'Support bundle of a contact of Amazon Connect. All times are UTC.',
    section('Contact', [
      ['Contact id', call.contactId],
      ['Instance id', call.instanceId],
      ['Region', regionOf(bundle)],
      ['Agent (user name)', call.agent],
      ['Routing profile', call.agentRoutingProfile],
      ['Queue', joined(' ', call.contactQueue, call.contactQueueArn && `(${call.contactQueueArn})`)],
      ['Direction', call.contactDirection],
    ]),
    section('When', whenOf(call)),
    section('What was wrong', wrongOf(bundle)),
    section('How it was measured', [
      ['Rating', joined(', ', call.rating, ...call.ratingReasons)],
      ['To the agent', figuresOf(call.toAgent)],
      ['From the agent', figuresOf(call.fromAgent)],
    ]),
    section('Computer', computerOf(call)),
    section('Network', networkOf(call)),
    section('Last check before the call', checkOf(bundle)),
    section('Files', filesOf(bundle)),
    `Made at ${now.toISOString()}. Credentials, tokens, phone numbers and contact attributes are in none of the files.`,
  ].join('\n\n');
}

function section(title: string, facts: Facts): string {
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const lines = facts.map(
    ([name, value]) =>
      `${`${name}:`.padEnd(width)}${value === undefined || value === '' ? 'not known' : value}`,
  );
  return [title, '-'.repeat(title.length), ...lines].join('\n');
}

/** The queue is where the instance is; the deployment may say another region only by mistake. */
function regionOf({ call, region }: SupportBundle): string | undefined {
  return /^arn:[\w-]+:connect:([\w-]+):/.exec(call.contactQueueArn ?? '')?.[1] ?? region;
}

function whenOf({ events, startedAt, endedAt, talkSeconds, clockSkewMillis }: CallDetail): Facts {
  const happened = events.map(({ type, at }) => [type, at] as const);
  return [
    ['first seen', startedAt],
    ...happened,
    ...(endedAt && !happened.some(([, at]) => at === endedAt) ? [['ended', endedAt] as const] : []),
    ['talked', talkSeconds === undefined ? undefined : `${talkSeconds} s`],
    ...(clockSkewMillis === undefined
      ? []
      : [['clock of the agent', `wrong by ${clockSkewMillis} ms, not corrected here`] as const]),
  ];
}

function wrongOf({ call, report }: SupportBundle): Facts {
  const { problem, warnings = [] } = call;
  const shown = warnings.filter(({ change }) => change === 'shown');
  return [
    ['Symptoms that the agent reported', problem?.symptoms.join(', ') ?? 'none'],
    ...(problem ? [['Reported at', problem.reportedAt] as const] : []),
    ...(problem?.words ? [['In the agent’s words', problem.words] as const] : []),
    ['The agent was warned of', shown.map(({ kind, at }) => `${kind} (${at})`).join(', ') || 'nothing'],
    ['Set-up failures', call.failures.join(', ') || (report ? 'none' : 'not known: no report came')],
  ];
}

function figuresOf(its: DirectionFigures): string | undefined {
  const of = (name: string, value: number | undefined, unit = '') =>
    value === undefined ? undefined : `${name} ${value}${unit}`;
  return joined(
    ', ',
    its.rating,
    of('loss', its.packetsLostPercent, ' %'),
    of('round trip', its.roundTripTimeMillis?.avg, ' ms'),
    of('at most', its.roundTripTimeMillis?.max, ' ms'),
    of('jitter', its.jitterMillis?.avg, ' ms'),
    of('MOS', its.mos?.avg),
    of('silent', its.silentSeconds, ' s'),
  );
}

function computerOf(call: CallDetail): Facts {
  const { browser, os, device } = call;
  return [
    ['Browser', joined(' ', browser?.name, browser?.version)],
    ['System', joined(' ', os?.name, os?.version)],
    ['Processors', device?.cpuCount],
    ['Memory', device?.memoryGiB === undefined ? undefined : `${device.memoryGiB} GiB`],
    ['amazon-connect-streams', call.streamsVersion],
    ['connect-rtc-js', call.rtcVersion],
    ['Page', call.pageVersion],
  ];
}

function networkOf(call: CallDetail): Facts {
  const { geo, as: network, connection } = call;
  return [
    ['Public address', call.agentPublicIp],
    ['Private address', call.agentPrivateIp],
    ['Site', call.site],
    ['Place', joined(', ', geo?.cityName, geo?.regionName, geo?.countryName ?? geo?.countryIsoCode)],
    ['Provider', joined(' ', network?.organization, network?.number && `(AS ${network.number})`)],
    ['Signalling', call.signalingEndpoint],
    ['Media relays', call.iceServers?.join(', ')],
    ['Protocol', connection?.protocol],
    ['Through the relay', connection?.relayed === undefined ? undefined : connection.relayed ? 'yes' : 'no'],
    ['Codec', connection?.codec],
  ];
}

function checkOf({ preflight }: SupportBundle): Facts {
  if (!preflight) return [['Check', 'none was made, or none may be seen']];
  const bad = preflight.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'limited');
  return [
    ['At', preflight.startedAt],
    ['Outcome', preflight.outcome],
    ...bad.map(({ check, outcome, reason }) => [check, joined(': ', outcome, reason)] as const),
  ];
}

function filesOf({ report, preflight, log }: SupportBundle): Facts {
  return [
    ['timeline.csv', 'what was measured and what happened, second by second'],
    [
      'problem-and-warnings.json',
      'what the agent reported and was warned of, events, failed requests of the agent API',
    ],
    ['report.json', report ? 'the softphone’s own report (SOFTPHONE_REPORT)' : 'left out: no report came'],
    ['preflight.json', preflight ? 'the agent’s last check before the call' : 'left out: there is none'],
    [
      'ccp-log.txt',
      log.length > 0
        ? `${log.length} lines of the call’s minutes; ids are shortened to their last four characters, what could be secret is removed`
        : 'left out: no log came. It is kept where the deployment says so, of calls in which something was wrong',
    ],
  ];
}

function joined(between: string, ...parts: readonly (string | number | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join(between) || undefined;
}
