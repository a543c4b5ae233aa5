/**
 * Where the agents' sign-in may lead back to: the page at the site's own address, at its own domain, and at each of
 * `allowedOrigins`.
 */
module.exports = async ({ resolveVariable }) => {
  const domain = await resolveVariable('self:custom.given.agentOrigin');
  const allowed = await resolveVariable("param:allowedOrigins, ''");
  const site = { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['AgentSite', 'DomainName'] }, '/']] };
  const others = `${domain}${allowed}`.split(/[\s,]+/).filter(Boolean);
  return [site, ...others.map((origin) => `${origin}/`)];
};
