/** From where on something is called a trouble, and until when. */
export const readinessLimits = {
  /** How often the page looks. */
  tickMillis: 5000,
  /**
   * Browsers run the timers of a page that is hidden as rarely as once a minute (Chrome, "Heavy throttling of chained JS
   * timers", from version 88): only what is longer was a freeze of the tab or a sleep of the computer.
   */
  frozenMillis: 90_000,
  /** So long it must have run regularly before it is ready again. */
  settledMillis: 30_000,
  /** Streams asks the agent API for the agent's configuration every 30 s: three answers are missing. */
  silentMillis: 100_000,
  /** So many calls of the agent API that failed one after the other. */
  failedCalls: 3,
  /** A page that is loaded again is there twice for a moment. */
  looksTwice: 2,
  /** Sending is tried again for so long before it is a trouble. */
  sendingMillis: 120_000,
} as const;
