/** What it took to write some windows. */
export type Cost = {
  readonly windowsPerSecond: number;
  /** Of this process alone, per window. */
  readonly processorMillis: number;
};

/** Does the work and tells what it took. */
export async function costOfWriting(windows: number, work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const millis = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { windowsPerSecond: (1000 * windows) / millis, processorMillis: (user + system) / 1000 / windows };
}
