const { createHash } = require('node:crypto');

/** A function's whole environment has 4 KB (AWS Lambda Developer Guide, "Lambda quotas"); the other variables need the rest. */
const longest = 3000;
/** In deploy/managers.yml. */
const always = ['managers', 'admins'];

/**
 * A group of the managers' user pool for each that `managerLimits` names, so that an admin only has to put people in.
 *
 * @throws Error that says what is wrong with the parameter; functions/config.ts checks what it means
 */
module.exports = async ({ resolveVariable }) => {
  const names = Object.keys(read(await resolveVariable('param:managerLimits'))).filter(
    (name) => !always.includes(name),
  );
  return { Resources: Object.fromEntries(names.map((name) => [logicalId(name), group(name)])) };
};

function read(given) {
  // osls hands over what looks like JSON as what it says.
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (Buffer.byteLength(text) > longest) {
    throw new Error(
      `The parameter managerLimits has ${Buffer.byteLength(text)} bytes, and ${longest} fit: limit by hierarchy rather than by many queues.`,
    );
  }
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new Error('The parameter managerLimits is not JSON.');
  }
}

function logicalId(name) {
  return `LimitedGroup${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

function group(name) {
  return {
    Type: 'AWS::Cognito::UserPoolGroup',
    // A pool that existed before has its groups already, or its admin makes them.
    Condition: 'OwnUserPool',
    Properties: {
      UserPoolId: { Ref: 'UserPool' },
      GroupName: name,
      Description: 'Managers whose view is limited',
    },
  };
}
