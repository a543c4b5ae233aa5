/** What can become of messages, in the order of the page. */
export const messageGroups = [
  ['accepted', 'Accepted'],
  ['queued', 'Put into the queue'],
  ['rejected', 'Rejected'],
  ['failed', 'Failed by our own fault'],
  ['setAside', 'Records set aside'],
] as const;
