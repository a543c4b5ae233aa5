import * as z from 'zod';

/** One measure's value, and how many things it rests on: 50 % of 2 calls says less than 50 % of 2000. */
export const figure = z.object({ value: z.number().nullable(), restsOn: z.number() });
export type Figure = z.infer<typeof figure>;

/** By the measure's name in `dashboards/measures`. */
export const figures = z.record(z.string(), figure);
export type Figures = z.infer<typeof figures>;
