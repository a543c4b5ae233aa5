import * as z from 'zod';

/** A text that is itself JSON, parsed. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch (error) {
        context.addIssue(String(error));
        return z.NEVER;
      }
    })
    .pipe(schema);

const query = z.object({ query: z.string(), language: z.enum(['kuery', 'lucene']) });
const source = json(
  z.object({ query: query.optional(), filter: z.array(z.unknown()), indexRefName: z.string().optional() }),
);
const meta = z.object({ searchSourceJSON: source });
const params = z.record(z.string(), z.unknown());
const patternField = z.object({
  name: z.string(),
  type: z.string(),
  esTypes: z.array(z.string()).optional(),
  searchable: z.boolean(),
  aggregatable: z.boolean(),
});
const reference = z.object({ id: z.string(), type: z.string(), name: z.string() });
const common = { id: z.string(), migrationVersion: z.record(z.string(), z.string()).optional() };

const indexPattern = z.object({
  ...common,
  type: z.literal('index-pattern'),
  attributes: z.object({
    title: z.string(),
    timeFieldName: z.string().optional(),
    fields: json(z.array(patternField)),
  }),
  references: z.array(reference),
});
const search = z.object({
  ...common,
  type: z.literal('search'),
  attributes: z.object({
    title: z.string(),
    columns: z.array(z.string()),
    sort: z.array(z.tuple([z.string(), z.enum(['asc', 'desc'])])),
    kibanaSavedObjectMeta: meta,
  }),
  references: z.array(reference),
});
const aggregation = z.object({ id: z.string(), type: z.string(), schema: z.string(), params });
const visualization = z.object({
  ...common,
  type: z.literal('visualization'),
  attributes: z.object({
    title: z.string(),
    visState: json(
      z.object({ title: z.string(), type: z.string(), params, aggs: z.array(aggregation).default([]) }),
    ),
    uiStateJSON: json(params),
    kibanaSavedObjectMeta: meta,
  }),
  references: z.array(reference),
});
const panel = z.object({
  panelIndex: z.string(),
  panelRefName: z.string().optional(),
  version: z.string(),
  gridData: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number(), i: z.string() }),
  embeddableConfig: params,
});
const dashboard = z.object({
  ...common,
  type: z.literal('dashboard'),
  attributes: z.object({
    title: z.string(),
    panelsJSON: json(z.array(panel)),
    optionsJSON: json(params),
    kibanaSavedObjectMeta: meta,
  }),
  references: z.array(reference),
});

const exported = z.discriminatedUnion('type', [indexPattern, search, visualization, dashboard]);
export type Exported = z.infer<typeof exported>;
export type IndexPattern = z.infer<typeof indexPattern>;
export type SavedSearch = z.infer<typeof search>;
export type Visualization = z.infer<typeof visualization>;
export type Dashboard = z.infer<typeof dashboard>;

/** The objects of an export, the JSON inside their attributes parsed too. Throws where a line is not what it should be. */
export function readExport(ndjson: string): Exported[] {
  return ndjson
    .trimEnd()
    .split('\n')
    .map((line) => exported.parse(JSON.parse(line)));
}
