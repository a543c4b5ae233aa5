type Given = Readonly<Record<string, string>>;

/** Neither does anything without the other. */
const couples = [
  ['searchEndpoint', 'searchDomainArn'],
  ['vpcSubnetIds', 'vpcSecurityGroupIds'],
  ['agentSiteDomain', 'agentSiteCertificateArn'],
  ['managerSiteDomain', 'managerSiteCertificateArn'],
  ['partnerAccountId', 'partnerExternalId'],
  ['rtcLibrary', 'rtcLibrarySha256'],
] as const;

/** Things that exist in one region, and are of use there only. */
const regional = [
  'searchDomainArn',
  'contactRecordsStreamArn',
  'agentEventsStreamArn',
  'kmsKeyArn',
  'userPoolId',
];

/** What is wrong with parameters beside each other, each well by itself. */
export function coupleFaults(given: Given, region: string): readonly string[] {
  return [
    ...couples.flatMap(([one, other]) => [...missing(given, one, other), ...missing(given, other, one)]),
    ...regional.flatMap((name) => elsewhere(name, given[name], region)),
    ...(given.agentSamlMetadataUrl && given.agentAuth !== 'cognito'
      ? ['agentSamlMetadataUrl does nothing unless agents sign in: give agentAuth=cognito too.']
      : []),
    ...(given.agentEventsShards && given.agentEventsStreamArn
      ? ['agentEventsShards does nothing to a stream that exists already: change its shards yourself.']
      : []),
    ...(given.rtcLibrary && (given.softphone ?? 'framed') === 'framed'
      ? ['rtcLibrary does nothing where Connect’s frame hosts calls: give softphone=onRequest or page too.']
      : []),
    ...partnerFaults(given),
    ...subnetFaults(given),
  ];
}

function missing(given: Given, name: string, needed: string): readonly string[] {
  return given[name] && !given[needed] ? [`${name} needs ${needed}: give both or neither.`] : [];
}

function elsewhere(name: string, value: string | undefined, region: string): readonly string[] {
  const [, ofArn, ofPool] = /^arn:[^:]+:[^:]+:([^:]+):|^([a-z0-9-]+)_/.exec(value ?? '') ?? [];
  const its = ofArn ?? ofPool;
  return its && its !== region
    ? [`${name} is in ${its}, and the deployment in ${region}: give one there.`]
    : [];
}

/** A domain takes a subnet for each zone that it has nodes in. */
function subnetFaults({ searchSize, searchEndpoint, vpcSubnetIds }: Given): readonly string[] {
  const count = vpcSubnetIds?.split(/[\s,]+/).filter(Boolean).length ?? 3;
  if (searchSize !== 'ha' || searchEndpoint || count >= 3) return [];
  return ['searchSize ha takes three vpcSubnetIds, in three zones.'];
}

function partnerFaults({ partnerAccountId, partnerStreams, partnerIndices }: Given): readonly string[] {
  if (partnerAccountId || !(partnerStreams || partnerIndices)) return [];
  return ['partnerStreams and partnerIndices do nothing without a partner: give partnerAccountId too.'];
}
