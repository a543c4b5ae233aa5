/** As model/settings/metrics.ts, which a test holds this against. */
const usual = {
  current: { on: false, schedule: 'rate(1 minute)' },
  historical: { on: false, schedule: 'rate(15 minutes)' },
};

/** When each poller runs, of `metrics`, which has been checked by then; a schedule that is off invokes nobody. */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:metrics, '{}'");
  // osls hands over what looks like JSON as what it says.
  const settings = typeof given === 'string' ? JSON.parse(given || '{}') : given;
  const of = (name) => ({ ...usual[name], ...settings[name] });
  return { current: of('current'), historical: of('historical') };
};
Object.assign(module.exports, { usual });
