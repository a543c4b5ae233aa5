/** What follows from `realTime`: whether there is a feed, and whether it posts somewhere. model/settings/real-time.ts checks it. */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:realTime, ''");
  // osls hands over what looks like JSON as what it says.
  const settings = typeof given === 'string' ? parse(given) : given;
  return {
    isOn: settings !== undefined,
    has: settings === undefined ? 'no' : 'yes',
    posts: settings?.url ? 'yes' : 'no',
  };
};

function parse(text) {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The parameter realTime is not JSON.');
  }
}
