/** The name under which `npm run bench` reads what the collector costs the page's main thread. */
const measureName = 'collector:window';

/** Runs synchronous work and notes how long it kept the main thread. */
export function measured<Result>(work: () => Result): Result {
  const start = performance.now();
  try {
    return work();
  } finally {
    performance.measure(measureName, { start });
  }
}
