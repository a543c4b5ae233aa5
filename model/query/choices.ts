import * as z from 'zod';
import { dimensions } from './dimension.ts';

/** Answer of `GET /query/filters`: the values to choose from in a range, those of most calls or contacts first. */
export const choices = z.object({
  choices: z.array(
    z.object({
      dimension: z.enum(dimensions as [(typeof dimensions)[number], ...typeof dimensions]),
      /** `count`: of the calls or contacts that have it. */
      values: z.array(z.object({ value: z.string(), count: z.number() })),
      more: z.boolean(),
    }),
  ),
});
export type Choices = z.infer<typeof choices>;
