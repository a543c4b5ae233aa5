/**
 * What the partner's role may read, of `partnerStreams` and `partnerIndices`: the streams' ARNs, the patterns of the
 * indices, and the paths of the search domain by which they are read. Texts with `${…}` are for Fn::Sub.
 */
module.exports = async ({ resolveVariable }) => {
  const parameter = async (name, otherwise = '') =>
    String(await resolveVariable(`param:${name}, '${otherwise}'`));
  const list = async (name) => (await parameter(name)).split(/[\s,]+/).filter(Boolean);
  const stack = `${await resolveVariable('self:service')}-${await resolveVariable('sls:stage')}`;
  const domain = await resolveVariable('self:custom.given.searchDomainArn');
  const given = {
    'contact-records': await parameter('contactRecordsStreamArn'),
    'agent-events': await parameter('agentEventsStreamArn'),
  };
  const own = `arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/${stack}`;
  const indices = (await list('partnerIndices')).map((kind) => `${kind}-*`);
  const paths = ['_search', '_count', '_mapping'];
  return {
    streamArns: (await list('partnerStreams')).map((name) => ({
      'Fn::Sub': given[name] || `${own}-${name}`,
    })),
    indices,
    searchPaths: indices.flatMap((index) =>
      paths.map((path) => ({ 'Fn::Sub': `${domain}/${index}/${path}` })),
    ),
  };
};
