/** How a queue is named by what Connect tells: both, or one of them, or nothing of a contact without a queue. */
export type NamedQueue = { readonly queueArn?: string | undefined; readonly queue?: string | undefined };

/** By what a queue is known in all sources: its ARN, or its name where nothing else is kept. */
export function queueKeyOf({ queueArn, queue }: NamedQueue): string {
  return queueArn ?? queue ?? '';
}

/** Whether the settings leave a queue's contacts out. */
export function isOtherQueue(
  { queueArn, queue }: NamedQueue,
  queues: readonly string[] | undefined,
): boolean {
  return queues !== undefined && !queues.some((listed) => listed === queueArn || listed === queue);
}
