/** The name under which `npm run bench` reads what the collector costs the page's main thread. */
const measureName = 'collector:window';

/** Runs synchronous work and tells whoever observes how long it kept the main thread; the browser keeps nothing of it. */
export function measured<Result>(work: () => Result): Result {
  const start = performance.now();
  try {
    return work();
  } finally {
    performance.measure(measureName, { start });
    performance.clearMeasures(measureName);
  }
}
