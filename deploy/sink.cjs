/** A function's whole environment has 4 KB (AWS Lambda Developer Guide, "Lambda quotas"); the other variables need the rest. */
const longest = 2500;

/** What follows from `sink`: whether something is forwarded, and what is searched for it. model/settings/sink.ts checks it. */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:sink, ''");
  // osls hands over what looks like JSON as what it says.
  const settings = typeof given === 'string' ? parse(given) : given;
  const bytes = Buffer.byteLength(settings ? JSON.stringify(settings) : '');
  if (bytes > longest) {
    throw new Error(
      `The parameter sink has ${bytes} bytes, and ${longest} fit: name what holds several fields.`,
    );
  }
  const domain = await resolveVariable('self:custom.given.searchDomainArn');
  return {
    isOn: settings !== undefined,
    has: settings === undefined ? 'no' : 'yes',
    searchPaths: Object.keys(settings?.documents ?? {}).map((kind) => ({
      'Fn::Sub': `${domain}/${kind}-*/_search`,
    })),
  };
};

function parse(text) {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The parameter sink is not JSON.');
  }
}
