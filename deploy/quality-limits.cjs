/** `qualityLimits` as JSON within the settings of the agents' page, for osls gives JSON as text or as what it says. */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:qualityLimits, ''");
  return { json: JSON.stringify(typeof given === 'string' ? JSON.parse(given || '{}') : given) };
};
