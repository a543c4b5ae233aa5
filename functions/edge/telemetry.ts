import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What a function says of itself. No personal data: ids of requests, routes, counts and outcomes. */
export type Telemetry = {
  readonly info: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Adds to a CloudWatch metric (embedded metric format), split by the route and, where given, the reason. */
  readonly count: (metric: string, count: number, dimensions: Readonly<Record<string, string>>) => void;
};

/** Structured logs and metrics of a deployed function, as JSON lines on its standard output. */
export function makeTelemetry(config: { readonly stage: string; readonly logLevel: string }): Telemetry {
  const serviceName = 'softphone-quality';
  const logLevel = config.logLevel as 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  const logger = new Logger({ serviceName, logLevel, persistentKeys: { stage: config.stage } });
  const namespace = 'SoftphoneQuality';
  return {
    info: (message, facts = {}) => logger.info(message, { ...facts }),
    warn: (message, facts = {}) => logger.warn(message, { ...facts }),
    error: (message, facts) => logger.error(message, { ...facts }),
    count: (metric, count, dimensions) => {
      // One line each: in a shared one every metric would get the dimensions of all.
      const metrics = new Metrics({ namespace, serviceName, defaultDimensions: { stage: config.stage } });
      metrics.addDimensions({ ...dimensions });
      metrics.addMetric(metric, MetricUnit.Count, count);
      metrics.publishStoredMetrics();
    },
  };
}
