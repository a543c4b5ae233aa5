import { Logger } from '@aws-lambda-powertools/logger';
import type { Config } from '../config.ts';
import { embeddedMetric } from './embedded-metric.ts';

/** What a function says of itself. No personal data: ids of requests, routes, counts and outcomes. */
export type Telemetry = {
  readonly info: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Adds to a CloudWatch metric, split by the stage and these dimensions. */
  readonly count: (metric: string, count: number, dimensions: Readonly<Record<string, string>>) => void;
};

/** Structured logs and metrics of a deployed function, as JSON lines on its standard output. */
export function makeTelemetry({ stage, logLevel }: Pick<Config, 'stage' | 'logLevel'>): Telemetry {
  const logger = new Logger({ serviceName: 'softphone-quality', logLevel, persistentKeys: { stage } });
  return {
    info: (message, facts = {}) => logger.info(message, { ...facts }),
    warn: (message, facts = {}) => logger.warn(message, { ...facts }),
    error: (message, facts) => logger.error(message, { ...facts }),
    count: (metric, count, dimensions) => {
      writeMetric(embeddedMetric({ name: metric, value: count }, stage, dimensions, new Date()));
    },
  };
}

// Not by console: Lambda puts the time before what that writes, and CloudWatch then finds no metric in it.
function writeMetric(line: string): void {
  process.stdout.write(`${line}\n`);
}
