import { z } from 'zod';

/** PUT /metrics-trouble: replaces what was set before; `{}` is none. */
export const metricsTrouble = z.strictObject({
  /** So long after a contact is closed the historical metrics know of it. */
  lateSeconds: z.number().min(0).max(86_400).default(0),
  /** Answers have no more results than this. */
  pageSize: z.int().min(1).max(100).default(100),
  /** Of each operation for metrics so many requests a second are let through, where that is less than Connect's quota. */
  perSecond: z.number().min(0.1).max(5).optional(),
});

/** What a test puts on the operations for metrics. */
export class MetricsTrouble {
  lateMs = 0;
  pageSize = 100;
  perSecond: number | undefined;

  set({ lateSeconds, pageSize, perSecond }: z.infer<typeof metricsTrouble>): void {
    this.lateMs = lateSeconds * 1000;
    this.pageSize = pageSize;
    this.perSecond = perSecond;
  }
}
