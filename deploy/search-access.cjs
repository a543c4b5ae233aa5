const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

/**
 * Lets the functions into the search domain: each role that IAM lets send it requests stands in the domain's own access
 * policy, and in the list of those who read, write or keep house there, by the methods that it may use. A role whose
 * methods do not say it says so itself: `Metadata: {Search: Keepers}`.
 */
function admitToSearch({ Resources }) {
  const { SearchDomain, SearchSetup } = Resources;
  for (const [name, role] of functionRoles(Resources)) {
    const methods = searchMethods(role.Properties);
    if (methods.length === 0) continue;
    const arn = { 'Fn::GetAtt': [name, 'Arn'] };
    SearchDomain?.Properties.AccessPolicies.Statement[0].Principal.AWS.push(arn);
    // The one that sets up is the domain's master.
    if (name === 'SetupSearchRole') continue;
    const list = role.Metadata?.Search ?? kindOfWork(methods);
    SearchSetup.Properties[list] = [...(SearchSetup.Properties[list] ?? []), arn];
  }
}

function functionRoles(Resources) {
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const names = new Set(functions.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]));
  return [...names].sort().map((name) => [name, Resources[name]]);
}

function searchMethods({ Policies }) {
  const actions = Policies.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action }) => Action),
  );
  return actions.flatMap((action) => /^es:ESHttp(\w+)$/.exec(action)?.[1] ?? []);
}

function kindOfWork(methods) {
  if (methods.includes('Delete')) return 'Keepers';
  return methods.includes('Put') ? 'Writers' : 'Readers';
}

/** Has the search service set up anew when what does that has changed, and only then. */
function stampSearchSetup({ Resources }, archive) {
  const content = createHash('sha256').update(readFileSync(archive)).digest('hex');
  Resources.SearchSetup.Properties.Content = content;
}

module.exports = { admitToSearch, stampSearchSetup };
