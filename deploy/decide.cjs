/**
 * Decides the template's conditions. They compare parameters that osls has filled in, so nothing is left to decide in
 * AWS: what is not chosen is taken out, and the packaged template, which is what is checked, is what will be.
 * A condition that asks for something only AWS knows stays as it is.
 */
function decide(template) {
  const conditions = template.Conditions ?? {};
  const isTrue = (expression) => evaluate(expression, conditions);
  for (const section of ['Resources', 'Outputs']) {
    const entries = Object.entries(template[section] ?? {}).filter(([, its]) => staysIn(its, isTrue));
    template[section] = choose(Object.fromEntries(entries), isTrue);
  }
  for (const resource of Object.values(template.Resources)) dropDependencies(resource, template.Resources);
  const open = Object.entries(conditions).filter(([, expression]) => isTrue(expression) === undefined);
  template.Conditions = Object.fromEntries(open);
  if (open.length === 0) delete template.Conditions;
}

/** Whether a resource or output is chosen, or not yet decided; a decided one no longer has its condition. */
function staysIn(its, isTrue) {
  if (its.Condition === undefined) return true;
  const holds = isTrue({ Condition: its.Condition });
  if (holds !== undefined) delete its.Condition;
  return holds !== false;
}

/** Whether it holds; undefined if only AWS can know. */
function evaluate(expression, conditions) {
  if (typeof expression.Condition === 'string') return evaluate(conditions[expression.Condition], conditions);
  const [[name, operands]] = Object.entries(expression);
  if (name === 'Fn::Equals') {
    return operands.every((its) => typeof its === 'string') ? operands[0] === operands[1] : undefined;
  }
  const values = operands.map((its) => evaluate(its, conditions));
  if (values.includes(undefined)) return undefined;
  if (name === 'Fn::Not') return !values[0];
  return name === 'Fn::And' ? values.every(Boolean) : values.some(Boolean);
}

const nothing = Symbol('AWS::NoValue');

/** The value with each decided Fn::If replaced by its branch, and each Fn::Sub by its text where it has nothing to fill in. */
function choose(value, isTrue) {
  if (Array.isArray(value)) return value.map((its) => choose(its, isTrue)).filter((its) => its !== nothing);
  if (value === null || typeof value !== 'object') return value;
  if (value.Ref === 'AWS::NoValue') return nothing;
  if (typeof value['Fn::Sub'] === 'string' && !value['Fn::Sub'].includes('${')) return value['Fn::Sub'];
  const [name, yes, no] = value['Fn::If'] ?? [];
  const holds = name === undefined ? undefined : isTrue({ Condition: name });
  // Left to AWS whole: there, a Ref to AWS::NoValue means something.
  if (name !== undefined && holds === undefined) return value;
  if (holds !== undefined) return choose(holds ? yes : no, isTrue);
  const chosen = Object.entries(value).map(([key, its]) => [key, choose(its, isTrue)]);
  return Object.fromEntries(chosen.filter(([, its]) => its !== nothing));
}

function dropDependencies(resource, resources) {
  if (resource.DependsOn === undefined) return;
  const left = [resource.DependsOn].flat().filter((name) => name in resources);
  if (left.length > 0) resource.DependsOn = left;
  else delete resource.DependsOn;
}

module.exports = { decide };
