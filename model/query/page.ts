import * as z from 'zod';
import { contactRow } from './contacts.ts';
import { figures } from './figure.ts';
import { filters } from './filters.ts';
import { qualityLimits } from './limits.ts';
import { column } from './overview.ts';
import { rangeIsUsable, unusableRange } from './range.ts';
import { type Split, splits } from './split.ts';

/** The pages that are made of panels; `dashboards/pages` says of which. */
export const pageIds = [
  'business',
  'service',
  'technical',
  'network',
  'api',
  'devices',
  'contacts-and-causes',
  'agents-side',
] as const;
export type PageId = (typeof pageIds)[number];

const split = z.enum(splits as [Split, ...Split[]]);

/** `GET /query/page`. */
export const pageQuery = filters
  .extend({
    page: z.enum(pageIds),
    /** By what the panels are split that leave it to the viewer; where their documents do not have it, by the page's own. */
    by: split.optional(),
    /** Only these panels of the page; all where absent. */
    panel: z.array(z.string().max(64)).max(50).optional(),
  })
  .refine(rangeIsUsable, unusableRange);
export type PageQuery = z.infer<typeof pageQuery>;

/** The period that a page compares with. */
const period = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** Filters that the panel's documents know nothing of and that were therefore left out. */
const ignoredFilters = z.array(z.string());

const figuresAnswer = z.object({
  kind: z.literal('figures'),
  now: figures,
  before: figures,
  ignoredFilters,
});

const overTimeAnswer = z.object({
  kind: z.literal('overTime'),
  /** As OpenSearch writes it: `1h`. */
  interval: z.string(),
  /** When each column begins (UTC); the last one ends with the range. */
  times: z.array(z.iso.datetime()),
  /** One per value of the split, those with the most documents; without a split one, whose key is null. */
  series: z.array(z.object({ key: z.string().nullable(), columns: z.record(z.string(), column) })),
  ignoredFilters,
});

const breakdownAnswer = z.object({
  kind: z.literal('breakdown'),
  by: split,
  groups: z.array(
    z.object({
      /** Null where the value is not known. */
      key: z.string().nullable(),
      now: figures,
      /** Of the period before; null where that was not asked for, or had nothing of this group: then it is new. */
      before: figures.nullable(),
    }),
  ),
  /** True where there are more values than were asked for. */
  more: z.boolean(),
  ignoredFilters,
});

const distributionAnswer = z.object({
  kind: z.literal('distribution'),
  unit: z.enum(['percent', 'mos', 'milliseconds']),
  /** The upper bounds of the buckets, ascending; a bound belongs to the bucket below it, and a last bucket has none. */
  bounds: z.array(z.number()),
  series: z.array(
    z.object({ id: z.string(), name: z.string(), counts: z.array(z.number()), restsOn: z.number() }),
  ),
  ignoredFilters,
});

const heatMapAnswer = z.object({
  kind: z.literal('heatMap'),
  /** The measure's id. */
  measure: z.string(),
  /** Of each weekday, Monday first, each hour of the viewer's zone. */
  values: z.array(z.array(z.number().nullable())),
  restsOn: z.array(z.array(z.number())),
  ignoredFilters,
});

/** What a panel's list tells of a contact. */
const listedFields = {
  initiatedAt: true,
  contactId: true,
  agent: true,
  site: true,
  contactQueue: true,
  nativeQuality: true,
  softphone: true,
  verdict: true,
} as const;
export const listedContact = contactRow.pick(listedFields);

const contactsAnswer = z.object({
  kind: z.literal('contacts'),
  /** Of which the newest are listed. */
  total: z.number(),
  contacts: z.array(listedContact),
  ignoredFilters,
});

export const panelAnswer = z.discriminatedUnion('kind', [
  figuresAnswer,
  overTimeAnswer,
  breakdownAnswer,
  distributionAnswer,
  heatMapAnswer,
  contactsAnswer,
]);
export type PanelAnswer = z.infer<typeof panelAnswer>;
export type PanelKind = PanelAnswer['kind'];
/** The answer to a panel of that kind. */
export type AnswerOf<Kind extends PanelKind> = Extract<PanelAnswer, { kind: Kind }>;

/** Answer of `GET /query/page`. */
export const pageAnswer = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** What `before` is about, wherever it stands: see `periodBefore`. */
  before: period,
  limits: qualityLimits,
  /** By the panel's id. */
  panels: z.record(z.string(), panelAnswer),
  /** What could not be answered, by the panel's id: why, in words. */
  failed: z.record(z.string(), z.string()),
  /** The ids of those of which some of the data was not looked at, because it could not be reached, or not in time. */
  partial: z.array(z.string()),
});
export type PageAnswer = z.infer<typeof pageAnswer>;
