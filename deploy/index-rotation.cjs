/** As many as there are dated kinds of documents (model/documents/kinds.ts) in every deployment, … */
const kinds = 9;
/** … and those that there are once `metrics` and `callLogs` switch them on. */
const switchedOn = {
  current: 'connect-current-metrics',
  historical: 'connect-historical-metrics',
  callLogs: 'softphone-call-logs',
};
/** Indices of ours that have no date, and OpenSearch's own: about so many on a domain that does nothing else. */
const otherIndices = 10;
/** How many days an index holds on an average that is never too long: a month has five weeks, the last of them short. */
const periods = { daily: 1, weekly: 6, monthly: 28 };
/** How many more there may be: the first and the last lie partly within the retention, and so may a month's short last week. */
const more = { daily: 1, weekly: 2, monthly: 1 };
/**
 * Shards for each GiB of a data node's heap: what Amazon advises at the most, and what it allows from OpenSearch 2.17 on
 * (1,000 for 16 GiB). Amazon OpenSearch Service Developer Guide, "Choosing the number of shards".
 */
const perHeapGib = { advised: 25, allowed: 62.5 };
/** GiB of memory for each virtual processor, by the letters of an instance family. */
const gibPerProcessor = { c: 2, m: 4, om: 4, r: 8, or: 8 };
/** The burstable family keeps to no such rule. */
const burstableGib = { small: 2, medium: 4 };

/**
 * How much time one index holds: as given, else the shortest with which the domain has no more shards than Amazon
 * advises. What is deleted is a whole index, so a short one keeps closer to the retention.
 *
 * @throws Error that says what to do where the domain would not take the shards: then nothing could be stored any more
 */
module.exports = async ({ resolveVariable }) => {
  const text = async (name) => String(await resolveVariable(name));
  const given = await text("param:indexRotation, ''");
  // Neither is known by its size: the node of `npm start`, where each test has days of its own, and somebody's domain.
  if ((await text('sls:stage')) === 'local') return { rotation: given || 'daily' };
  if ((await text("param:searchEndpoint, ''")) !== '') return { rotation: given || 'weekly' };
  const nodes = (await resolveVariable('self:custom.bySize'))[await text('param:searchSize')].instanceCount;
  const heapGib = heapOf(await text('self:custom.searchInstanceType'));
  const retention = await retentionOf(resolveVariable);
  // Contacts have a rotation of their own, whatever the others have.
  const contacts = { rotation: await text("param:contactsRotation, 'monthly'"), days: retention.contacts };
  const keptWith = (rotation) => [...retention.others.map((days) => ({ rotation, days })), contacts];
  const fits = (rotation, most) => shardsOf(keptWith(rotation), nodes) <= most * heapGib * nodes;
  const rotation = given || (Object.keys(periods).find((its) => fits(its, perHeapGib.advised)) ?? 'monthly');
  if (!fits(rotation, perHeapGib.allowed))
    throw new Error(tooMany(rotation, keptWith(rotation), { nodes, heapGib }));
  return { rotation };
};
Object.assign(module.exports, { kinds, switchedOn, shardsOf, heapOf });

/** In days, by its own retention or the general one: of contacts, and of each other dated kind. */
async function retentionOf(resolveVariable) {
  const general = Number(await resolveVariable('param:retentionDays'));
  const given = await resolveVariable('param:retentionDaysByKind');
  const { 'connect-contacts': contacts = general, ...byKind } = fromJson(given);
  const metrics = fromJson(await resolveVariable("param:metrics, '{}'"));
  const callLogs = await resolveVariable("param:callLogs, 'off'");
  const isOn = (name) => (name === 'callLogs' ? callLogs === 'on' : metrics[name]?.on === true);
  for (const [name, kind] of Object.entries(switchedOn)) if (!isOn(name)) delete byKind[kind];
  const others = Object.values(byKind).map(Number);
  const all = kinds + Object.keys(switchedOn).filter(isOn).length;
  return { contacts: Number(contacts), others: [...others, ...Array(all - 1 - others.length).fill(general)] };
}

/** osls makes an object of a parameter that is JSON. */
function fromJson(given) {
  return typeof given === 'string' ? JSON.parse(given || '{}') : given;
}

/**
 * Shards of the whole domain once data are as old as they get: of each kind an index for every period, and those that
 * are partly within the retention; one shard each, and a replica where there is a second node
 * (functions/setup/index-templates.ts).
 *
 * @param kept of each kind, how much time an index holds and for how many days it is kept
 */
function shardsOf(kept, nodes) {
  const dated = kept.reduce(
    (sum, { rotation, days }) => sum + Math.ceil(days / periods[rotation]) + more[rotation],
    0,
  );
  return (dated + otherIndices) * (nodes > 1 ? 2 : 1);
}

/** GiB of heap: half of the memory, 32 at the most (the same guide). Infinity of a type that we do not know. */
function heapOf(instanceType) {
  const [, family, size] = /^([a-z]+)\d\w*\.(\w+)\.search$/.exec(instanceType) ?? [];
  const gib = family === 't' ? burstableGib[size] : gibPerProcessor[family] * processorsOf(size);
  return gib > 0 ? Math.min(gib / 2, 32) : Number.POSITIVE_INFINITY;
}

function processorsOf(size = '') {
  if (size === 'medium') return 1;
  if (size === 'large') return 2;
  const [, times] = /^(\d*)xlarge$/.exec(size) ?? [];
  return times === undefined ? Number.NaN : 4 * Number(times || 1);
}

function tooMany(rotation, kept, { nodes, heapGib }) {
  const needed = shardsOf(kept, nodes);
  const longest = Math.max(...kept.map(({ days }) => days));
  const allowed = Math.floor(perHeapGib.allowed * heapGib * nodes);
  const advised = Math.floor(perHeapGib.advised * heapGib * nodes);
  return `The data would need ${needed} shards (indexRotation ${rotation}, kept for up to ${longest} days), and the search domain takes ${allowed}, better ${advised}: choose a longer indexRotation, a shorter retentionDays or retentionDaysByKind, or a larger searchInstanceType. docs/deploy.md has the arithmetic.`;
}
