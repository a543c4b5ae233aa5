/**
 * What follows from `retentionDays` and `retentionDaysByKind`: how long a browser may keep what it cannot send
 * (`shortest`), and when failed records expire (`rules`): of each kind no later than its documents, whole messages,
 * which hold several kinds, no later than any.
 */
module.exports = async ({ resolveVariable }) => {
  const general = Number(await resolveVariable('param:retentionDays'));
  const given = await resolveVariable('param:retentionDaysByKind');
  const byKind = Object.entries(typeof given === 'string' ? JSON.parse(given || '{}') : given);
  const shortest = Math.min(general, ...byKind.map(([, days]) => Number(days)));
  const rule = (Id, ExpirationInDays, Prefix) => ({
    Id,
    Status: 'Enabled',
    ...(Prefix ? { Prefix } : {}),
    ExpirationInDays,
  });
  const shorter = byKind.filter(([, days]) => Number(days) < general);
  return {
    shortest,
    rules: [
      rule('retention', general),
      ...shorter.map(([kind, days]) => rule(kind, Number(days), `${kind}-`)),
      ...(shortest < general ? [rule('messages', shortest, 'messages/')] : []),
    ],
  };
};
