import * as z from 'zod';

/** What dashboards are made of. Other types are those of plugins, which another Dashboards need not have. */
export const types = ['index-pattern', 'search', 'visualization', 'dashboard'] as const;

/** A line of an export, without what only the Dashboards that it comes from knows: versions, times, workspaces. */
export const exportedObject = z.object({
  id: z.string(),
  type: z.enum(types, { error: ({ input }) => `${input} is a type of a plugin, which an import may refuse` }),
  attributes: z.record(z.string(), z.unknown()),
  migrationVersion: z.record(z.string(), z.string()).default({}),
  references: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })).default([]),
});
export type ExportedObject = z.infer<typeof exportedObject>;
