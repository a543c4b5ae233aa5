import * as z from 'zod';
import { type Dimension, dimensions } from './dimension.ts';
import { figures } from './figure.ts';
import { filters } from './filters.ts';
import { rangeIsUsable, unusableRange } from './range.ts';

const dimension = z.enum(dimensions as [Dimension, ...Dimension[]]);

/** `GET /query/figures`. */
export const figuresQuery = filters.extend({ by: dimension }).refine(rangeIsUsable, unusableRange);
export type FiguresQuery = z.infer<typeof figuresQuery>;

/** Answer of `GET /query/figures`: every measure of the groups that share a value of one dimension. */
export const figuresBy = z.object({
  dimension,
  /** Those with the most poor calls; the one in which the value is not known has null as its key. */
  groups: z.array(z.object({ key: z.string().nullable(), figures })),
  /** True where there are more values than were asked for. */
  more: z.boolean(),
});
export type FiguresBy = z.infer<typeof figuresBy>;
