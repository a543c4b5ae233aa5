import type { CallDetail } from '../../../model/query/call.ts';
import { Panel } from '../layout/Panel.tsx';
import { tableOfPairs } from '../tables/table-of-pairs.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { countryName } from '../words/names.ts';
import { DownloadOfCall } from './DownloadOfCall.tsx';

/** The agent's network, device and software. */
export function WhereFrom({ call }: { readonly call: CallDetail }) {
  const { geo, as: network, browser, os, device, agentHierarchy } = call;
  const place = [geo?.cityName, geo?.regionName, geo?.countryIsoCode && countryName(geo.countryIsoCode)];
  const groups = [
    {
      title: 'Network',
      facts: [
        ['Public address', call.agentPublicIp],
        ['Private address', call.agentPrivateIp],
        ['Site', call.site],
        ['Place', joined(', ', ...place)],
        ['Provider', joined(' ', network?.organization, network?.number && `(AS ${network.number})`)],
        ['Signalling', call.signalingEndpoint],
        ['Media relay', call.iceServers?.join(', ')],
        ...connectionOf(call),
      ],
    },
    {
      title: 'Agent and device',
      facts: [
        ['Routing profile', call.agentRoutingProfile],
        ['Hierarchy', joined(' › ', ...Object.values(agentHierarchy ?? {}))],
        ['Browser', joined(' ', browser?.name, browser?.version)],
        ['System', joined(' ', os?.name, os?.version)],
        ['Processors', device?.cpuCount === undefined ? undefined : String(device.cpuCount)],
        ['Memory', device?.memoryGiB === undefined ? undefined : `${device.memoryGiB} GiB`],
        ['Streams', call.streamsVersion],
        ['RTC library', call.rtcVersion],
        ...skewOf(call),
      ],
    },
  ] as const;
  return groups.map(({ title, facts }) => (
    <Panel
      key={title}
      title={title}
      actions={<DownloadOfCall title={title} call={call} table={tableOfPairs(facts)} />}
    >
      <dl className="pairs">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || notMeasured}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  ));
}

/** Only pages that host the sound can tell. */
function connectionOf({ connection }: CallDetail): [string, string][] {
  if (!connection) return [];
  const { relayed, protocol, codec, networkChanges } = connection;
  const through = relayed === undefined ? '' : relayed ? 'through the relay' : 'without relay';
  return [
    ['Packets went', joined(', ', through, protocol?.toUpperCase())],
    ['Codec', codec ?? ''],
    ['Changes of network', networkChanges === undefined ? '' : String(networkChanges)],
  ];
}

/** Only worth a line where it was corrected. */
function skewOf({ clockSkewMillis }: CallDetail): [string, string][] {
  if (clockSkewMillis === undefined) return [];
  return [['Clock was wrong by', formatValue('milliseconds', Math.abs(clockSkewMillis))]];
}

function joined(between: string, ...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}
