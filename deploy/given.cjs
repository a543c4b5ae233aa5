/**
 * What of the deployment's parameters osls cannot work out by itself: things that exist already instead of ours, lists,
 * numbers. Texts with `${…}` are for Fn::Sub.
 */
module.exports = async ({ resolveVariable }) => {
  const parameter = async (name) => String(await resolveVariable(`param:${name}, ''`));
  const list = async (name) => (await parameter(name)).split(/[\s,]+/).filter(Boolean);
  const stack = `${await resolveVariable('self:service')}-${await resolveVariable('sls:stage')}`;
  const subnetIds = await list('vpcSubnetIds');
  const securityGroupIds = await list('vpcSecurityGroupIds');
  if ((subnetIds.length === 0) !== (securityGroupIds.length === 0)) {
    throw new Error('Give vpcSubnetIds and vpcSecurityGroupIds, or neither.');
  }
  const attribute = (name) => `\${${name}}`;
  const ownDomain = `arn:\${AWS::Partition}:es:\${AWS::Region}:\${AWS::AccountId}:domain/${stack}`;
  const [searchEndpoint, searchDomainArn] = [
    await parameter('searchEndpoint'),
    await parameter('searchDomainArn'),
  ];
  if ((searchEndpoint === '') !== (searchDomainArn === '')) {
    throw new Error('Give searchEndpoint and searchDomainArn of the domain that exists, or neither.');
  }
  const agentSiteDomain = await parameter('agentSiteDomain');
  const ha = (await parameter('searchSize')) === 'ha';
  return {
    searchDomainArn: searchDomainArn || ownDomain,
    searchHost: searchEndpoint.replace(/^https:\/\/|\/+$/g, '') || attribute('SearchDomain.DomainEndpoint'),
    userPool: (await parameter('userPoolId')) || attribute('UserPool'),
    agentOrigin: agentSiteDomain ? `https://${agentSiteDomain},` : '',
    vpc: subnetIds.length > 0 ? { subnetIds, securityGroupIds } : null,
    // A domain takes one subnet for each zone that it has nodes in.
    searchSecurityGroupIds: securityGroupIds,
    searchSubnetIds: subnetIds.slice(0, ha ? 3 : 1),
    contactRecordsStream: (await parameter('contactRecordsStreamArn')).split('/').at(-1),
    agentEventsStream: (await parameter('agentEventsStreamArn')).split('/').at(-1),
    agentEventsShards: Number(await parameter('agentEventsShards')),
    logRetentionDays: Number(await parameter('logRetentionDays')),
    tags: {
      ...JSON.parse((await parameter('tags')) || '{}'),
      service: await resolveVariable('self:service'),
      stage: await resolveVariable('sls:stage'),
    },
  };
};
