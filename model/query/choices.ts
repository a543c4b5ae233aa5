import * as z from 'zod';
import { dimensions } from './dimension.ts';

/** Answer of `GET /query/filters`: the values to choose from in a range, most calls first. */
export const choices = z.object({
  choices: z.array(
    z.object({
      dimension: z.enum(dimensions as [(typeof dimensions)[number], ...typeof dimensions]),
      values: z.array(z.object({ value: z.string(), calls: z.number() })),
      more: z.boolean(),
    }),
  ),
});
export type Choices = z.infer<typeof choices>;
