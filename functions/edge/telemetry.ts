import { Logger } from '@aws-lambda-powertools/logger';
import type { Config } from '../config.ts';
import { embeddedMetric, type MetricUnit } from './embedded-metric.ts';

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

/** What is measured now and then. */
export type Gauges = {
  /** Says how much there is of something now, as a CloudWatch metric of the stage, split by these dimensions. */
  readonly measure: (
    metric: { readonly name: string; readonly value: number; readonly unit?: MetricUnit },
    dimensions?: Readonly<Record<string, string>>,
  ) => void;
};

/** Such metrics of a deployed function. */
export function makeGauges({ stage }: Pick<Config, 'stage'>): Gauges {
  return {
    measure: (metric, dimensions = {}) => writeMetric(embeddedMetric(metric, stage, dimensions, new Date())),
  };
}

// Not by console: Lambda puts the time before what that writes, and CloudWatch then finds no metric in it.
function writeMetric(line: string): void {
  process.stdout.write(`${line}\n`);
}
