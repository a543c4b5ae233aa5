/**
 * What the check before a call asks beside Amazon Connect: an address in the region, and servers of one's own. The local
 * stage's region is its simulated Connect.
 */
module.exports = async ({ resolveVariable }) => {
  const isLocal = (await resolveVariable('sls:stage')) === 'local';
  const own = isLocal
    ? `${new URL(await resolveVariable('param:ccpUrl')).origin}/health`
    : await resolveVariable('self:custom.byStage.other.regionUrl');
  const regionUrl = (await resolveVariable("param:regionUrl, ''")) || own;
  const servers = await resolveVariable("param:mediaServers, ''");
  return {
    regionUrl,
    regionOrigin: /^\w+:\/\/[^/]+/.exec(regionUrl)?.[0],
    mediaServers: JSON.stringify(typeof servers === 'string' ? JSON.parse(servers || '[]') : servers),
  };
};
