/** Of one line; what comes after it is cut. */
export const longestLogText = 300;
/** Lines of one message. With 300 characters each, and what JSON adds, well below the 256 KiB that a message may have. */
export const mostLogLines = 500;
/** Messages with lines of one call and agent. */
export const mostLogParts = 4;

/** As Streams calls them; what is only of use to its makers (`TRACE`, `DEBUG`, `TEST`) is not kept. */
export const logLevels = ['INFO', 'LOG', 'WARN', 'ERROR', 'CRITICAL'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Who wrote a line: the page around the softphone, the softphone's frame, or the worker that all tabs share. */
export const logLayers = ['CRM', 'CCP', 'SharedWorker'] as const;
export type LogLayer = (typeof logLayers)[number];

export type LogLine = {
  /** UTC, by the agent's clock. */
  readonly at: string;
  readonly level: LogLevel;
  /** Absent where the line does not say. */
  readonly layer?: LogLayer | undefined;
  /** Cleaned: clean-log-text.ts. */
  readonly text: string;
};
