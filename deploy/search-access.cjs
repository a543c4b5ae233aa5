const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

/**
 * Lets the functions into the search domain. What IAM lets a role ask of it stands in the domain's own access policy too,
 * word for word: of those two the wider one counts. And the role is in the list of those who read, write or keep house
 * there, by what it asks; one of which that says too much or too little says it itself: `Metadata: {Search: Keepers}`.
 */
function admitToSearch({ Resources }) {
  const { SearchDomain, SearchSetup } = Resources;
  for (const [name, role] of functionRoles(Resources)) {
    const statements = searchStatements(role.Properties);
    if (statements.length === 0) continue;
    const arn = { 'Fn::GetAtt': [name, 'Arn'] };
    for (const statement of statements) {
      SearchDomain?.Properties.AccessPolicies.Statement.push({ ...statement, Principal: { AWS: arn } });
    }
    // The one that sets up is the domain's master.
    if (name === 'SetupSearchRole') continue;
    const list = role.Metadata?.Search ?? kindOfWork(statements);
    SearchSetup.Properties[list] = [...(SearchSetup.Properties[list] ?? []), arn];
  }
}

function functionRoles(Resources) {
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const names = new Set(functions.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]));
  return [...names].sort().map((name) => [name, Resources[name]]);
}

function searchStatements({ Policies }) {
  const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return statements.filter(({ Action }) => [Action].flat().some((its) => its.startsWith('es:')));
}

/** Deleting an index is housekeeping; a document is written, read and deleted by the same right. */
function kindOfWork(statements) {
  const asked = statements.flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((its) => `${action} ${pathOf(its)}`)),
  );
  if (asked.some((its) => /^es:ESHttpDelete (?!.*\/_doc\/)/.test(its))) return 'Keepers';
  return asked.some((its) => /^es:ESHttp(Put|Delete) |\/_(bulk|delete_by_query|update_by_query)$/.test(its))
    ? 'Writers'
    : 'Readers';
}

/** Of the domain, within a resource's ARN: `/_bulk`. */
function pathOf(resource) {
  return /:domain\/[^/]+(\/.*)$/.exec(resource['Fn::Sub'] ?? resource)[1];
}

/** Has the search service set up anew when what does that has changed, and only then. */
function stampSearchSetup({ Resources }, archive) {
  const content = createHash('sha256').update(readFileSync(archive)).digest('hex');
  Resources.SearchSetup.Properties.Content = content;
}

module.exports = { admitToSearch, stampSearchSetup };
