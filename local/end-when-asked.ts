const CHECK_MILLIS = 500;

/**
 * Calls back when this process is asked to end: by Ctrl-C, by a signal, or, under `npm start`, by the end of npm, which
 * does not always pass a signal on.
 */
export function endWhenAsked(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), CHECK_MILLIS).unref();
}
