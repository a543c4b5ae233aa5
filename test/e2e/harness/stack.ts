import { inject } from 'vitest';
import type { Stack } from './stack-json.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: Stack;
    /** Where the stack's parts log. */
    logsFolder: string;
    /** Where the one Chromium of all tests listens. */
    browser: string;
  }
}

/** The stack that setup.ts started, or found. */
export function runningStack(): Stack {
  return inject('stack');
}
