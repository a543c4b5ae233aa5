import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';

const region = 'eu-central-1';
const parameters = {
  ccpUrl: 'https://example.my.connect.aws/ccp-v2',
  instanceId: '0b1c2d3e-0000-4000-8000-000000000000',
};
const faultsOf = (given: Record<string, string>) =>
  checkSettings({ region, parameters: { ...parameters, ...given } });

test('well-formed settings have no fault', () => {
  expect(checkSettings({ region, parameters })).toEqual([]);
  expect(checkSettings({ region: 'us-gov-west-1', parameters })).toEqual([]);
  expect(faultsOf({ samlUrl: 'https://idp.example.com/start' })).toEqual([]);
});

const stream = 'arn:aws:kinesis:eu-central-1:111122223333:stream/a';

test.each([
  [{ ccpUrl: 'example.my.connect.aws/ccp-v2' }, 'is no address'],
  [{ ccpUrl: 'http://example.my.connect.aws/ccp-v2' }, 'must begin with https://'],
  [{ ccpUrl: 'https://example.my.connect.aws/' }, 'ends with /ccp-v2'],
  [{ samlUrl: 'idp' }, 'samlUrl'],
  [{ instanceId: '' }, 'instanceId'],
  [{ retentiondays: '30' }, 'is it retentionDays?'],
  [{ colour: 'red' }, 'no parameter colour. docs/deploy.md has all of them; --param colour= forgets it'],
  [{ constructor: 'x' }, 'no parameter constructor'],
  [{ managerLimits: '{"sales": {"queue": ["Sales"]}}' }, 'sales: Unrecognized key: "queue"'],
  [{ managerLimits: '{"sales": {}' }, 'managerLimits {"sales": {}: is not JSON'],
  [{ managerLimits: '{"admins": {"queues": []}}' }, 'admins see everything'],
  [{ sites: '{"Lisbon": ["81.84.12.0/40"]}' }, 'Lisbon[0]: an address range'],
  [{ qualityLimits: '{"poor": {"loss": 3}}' }, 'poor: Unrecognized key: "loss"'],
  [{ verdictLimits: '{"fewestOthers": 2}' }, 'fewestOthers: Too small'],
  [{ retentionDays: '0' }, 'retentionDays 0: Give a whole number of days'],
  [{ retentionDays: '0x10' }, 'retentionDays'],
  [{ retentionDaysByKind: '{"softphone-cals": 7}' }, 'the kinds are softphone-stream-stats, softphone-calls'],
  [{ allowedOrigins: 'https://softphone.example.com/' }, 'without a path'],
  [{ softphone: 'hosted' }, 'Give framed, onRequest or page'],
  [{ softphone: 'page', rtcLibrary: 'rtc.js' }, 'rtcLibrary needs rtcLibrarySha256'],
  [{ softphone: 'page', rtcLibrary: 'rtc.js', rtcLibrarySha256: '30766646' }, 'Give 64 hexadecimal digits'],
  [{ rtcLibrary: 'rtc.js', rtcLibrarySha256: 'a'.repeat(64) }, 'give softphone=onRequest or page too'],
  [
    { softphone: 'page', rtcLibrary: 'my "rtc".js', rtcLibrarySha256: 'a'.repeat(64) },
    'Give a file without spaces',
  ],
  [{ agentIp: 'hide' }, 'Give keep, truncate or drop'],
  [{ problemWords: 'no' }, 'Give on or off'],
  [{ callLogs: 'all' }, 'Give on or off'],
  [{ indexRotation: 'hourly' }, 'Give daily, weekly or monthly'],
  [{ searchSize: 'large' }, 'Give small or ha'],
  [{ mfa: 'OFF' }, 'Give OPTIONAL or ON'],
  [{ logLevel: 'loud' }, 'Give DEBUG'],
  [{ agentAuth: 'saml' }, 'Give none or cognito'],
  [{ throttleRate: 'many' }, 'requests a second'],
  [{ logRetentionDays: '31' }, 'one of 1, 3, 5'],
  [{ alarmEmail: 'ops' }, 'ops@example.com'],
  [{ tags: '{"costCentre": 4711}' }, 'costCentre'],
  [{ tags: '{"aws:owner": "me"}' }, 'aws:owner'],
  [{ frameAncestors: `'none'; script-src *` }, 'frameAncestors'],
  [{ kmsKeyArn: 'alias/mine' }, 'arn:aws:kms:REGION:ACCOUNT:key/…'],
  [{ searchEndpoint: 'search-a.eu-central-1.es.amazonaws.com' }, 'needs searchDomainArn'],
  [{ vpcSecurityGroupIds: 'sg-0a' }, 'needs vpcSubnetIds'],
  [{ agentSiteDomain: 'softphone.example.com' }, 'needs agentSiteCertificateArn'],
  [{ realTime: '{"url": "http://wfm.example.com"}' }, 'must begin with https://'],
  [{ realTime: '{"url": "https://10.0.0.1/"}' }, 'name a host that all of the internet knows'],
  [{ realTime: '{"uri": "https://wfm.example.com"}' }, 'docs/real-time.md'],
  [
    { sink: '{"url": "https://localhost/", "documents": {"softphone-calls": ["rating"]}}' },
    'all of the internet',
  ],
  [{ sink: '{"url": "https://a.example.com/", "documents": {}}' }, 'must name a kind of documents'],
  [
    { sink: '{"url": "https://a.example.com/", "documents": {"softphone-calls": ["ratting"]}}' },
    'has no field ratting',
  ],
  [
    { sink: '{"url": "https://a.example.com/", "documents": {"softphone-cals": ["rating"]}}' },
    'docs/sink.md',
  ],
  [{ agentEventsShards: '0' }, 'one for 500 agents'],
  [{ agentEventsShards: '4', agentEventsStreamArn: stream }, 'agentEventsShards does nothing'],
  [{ userPoolId: 'us-east-1_AbCdEf' }, 'is in us-east-1'],
  [{ agentEventsStreamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/a' }, 'is in us-east-1'],
  [{ agentSamlMetadataUrl: 'https://idp.example.com/metadata' }, 'agentAuth=cognito'],
  [{ searchSize: 'ha', vpcSubnetIds: 'subnet-0a', vpcSecurityGroupIds: 'sg-0a' }, 'three vpcSubnetIds'],
])('%j is said to be wrong', (wrong, message) => {
  const faults = faultsOf(wrong);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(message);
});

test('all faults are said at once', () => {
  const faults = checkSettings({ region: 'Frankfurt', parameters: { mfa: 'OFF', colour: 'red' } });
  expect(faults.map((fault) => fault.split(/[ :]/)[0])).toEqual([
    '"Frankfurt"',
    'ccpUrl',
    'instanceId',
    'mfa',
    'There',
  ]);
});
