/** A function's whole environment has 4 KB (AWS Lambda Developer Guide, "Lambda quotas"), of which `collect` may take most. */
const longest = 1000;

/**
 * What follows from `wfm`: whether files are sent, how often, and what keeps them until they are. Its defaults are those of
 * model/settings/wfm.ts (test/wfm-settings.test.ts).
 *
 * @throws Error that says what is wrong with the parameter; functions/config.ts checks what it means
 */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:wfm, '{}'");
  // osls hands over what looks like JSON as what it says.
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (Buffer.byteLength(text) > longest) {
    throw new Error(
      `The parameter wfm has ${Buffer.byteLength(text)} bytes, and ${longest} fit: give host keys by their fingerprints.`,
    );
  }
  const { sftp, everyMinutes = 30, tries = 10, keepDays = 30, recordsFrom = 'collector' } = parse(text);
  const delivers = sftp !== undefined;
  return {
    delivers: delivers ? 'yes' : 'no',
    isOn: delivers,
    collects: delivers && recordsFrom === 'collector' ? 'yes' : 'no',
    rate: `rate(${everyMinutes} minutes)`,
    tries,
    keepDays,
  };
};

function parse(text) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new Error('The parameter wfm is not JSON.');
  }
}
