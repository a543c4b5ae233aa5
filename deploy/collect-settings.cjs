/** A function's whole environment has 4 KB (AWS Lambda Developer Guide, "Lambda quotas"); the other variables need the rest. */
const longest = 2500;

/**
 * What follows from `collect`: whether phone numbers are hashed, for which there must be a key.
 *
 * @throws Error that says what is wrong with the parameter; functions/config.ts checks what it means
 */
module.exports = async ({ resolveVariable }) => {
  const given = await resolveVariable("param:collect, '{}'");
  // osls hands over what looks like JSON as what it says.
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (Buffer.byteLength(text) > longest) {
    throw new Error(
      `The parameter collect has ${Buffer.byteLength(text)} bytes, and ${longest} fit: leave out the lists that are as usual.`,
    );
  }
  const { contactRecords = {} } = parse(text);
  return { hashesPhoneNumbers: (contactRecords.hashedPhoneNumbers ?? []).length > 0 ? 'yes' : 'no' };
};

function parse(text) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new Error('The parameter collect is not JSON.');
  }
}
