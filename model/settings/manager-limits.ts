import * as z from 'zod';

/** As long as a value of the field can be, so that each can be named. */
const names = z.array(z.string().min(1).max(512)).max(1000);

/** All that is given must hold: a call of one of the queues and, at each level given, of one of the groups. */
const limit = z
  .strictObject({
    queues: names.optional(),
    hierarchy: z
      .strictObject({
        level1: names.optional(),
        level2: names.optional(),
        level3: names.optional(),
        level4: names.optional(),
        level5: names.optional(),
      })
      .optional(),
  })
  .refine(
    ({ queues, hierarchy }) => queues !== undefined || Object.keys(hierarchy ?? {}).length > 0,
    'needs queues, or a level of the hierarchy',
  );

/**
 * Which calls the managers of a group of the user pool may see, by the group's name. Of several groups one sees the calls
 * of each; whoever is in none of these groups sees all calls. A group that may see nothing has an empty list.
 */
export const managerLimits = z
  .record(z.string().regex(/^[\w.@+-]{1,128}$/, 'a group’s name: letters, digits and _ . @ + -'), limit)
  .refine((limits) => !Object.hasOwn(limits, 'admins'), 'admins see everything: leave them out');
export type ManagerLimits = z.infer<typeof managerLimits>;
