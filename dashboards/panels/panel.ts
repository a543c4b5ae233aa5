import type { DatedKind } from '../../model/documents/kinds.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { PageId } from '../../model/query/page.ts';
import type { Split } from '../../model/query/split.ts';
import type { BucketCounts, Condition, Measure, Unit, ValueCounts } from '../measures/measure.ts';

/**
 * One part of a page: what is asked, not how it is drawn. All measures of a panel are of the same documents (the same
 * `index` and `among`), so that one search answers it; those that stand beside them are of others, and one search's too.
 */
export type Panel = {
  /** Within the page; also the place in the page's address. */
  readonly id: string;
  readonly title: string;
  /** Shown with the panel: what it answers, in plain words. */
  readonly means: string;
  /** Panels of one section stand together, under its name; a page may show its sections one at a time. */
  readonly section?: string;
} & PanelData;

export type PanelData =
  | FiguresPanel
  | OverTimePanel
  | BreakdownPanel
  | DistributionPanel
  | HeatMapPanel
  | ContactsPanel;

/** Measures of the whole range, beside those of the period before. */
export type FiguresPanel = { readonly kind: 'figures'; readonly measures: readonly Measure[] };

/** Measures over time; with `split`, a line for each of the values with the most calls or requests. */
export type OverTimePanel = {
  readonly kind: 'overTime';
  readonly measures: readonly Measure[];
  /** Of other documents in the same columns; only without a split. */
  readonly beside?: readonly Measure[];
  readonly split?: Split;
  /** Drawn as a line of its own: where the measures should stay below (or above). */
  readonly target?: (limits: QualityLimits) => number;
};

/** Measures of the groups that share a value. */
export type BreakdownPanel = {
  readonly kind: 'breakdown';
  /** `chosen`: by what the viewer chose, else the page's own. */
  readonly by: Split | 'chosen';
  readonly measures: readonly Measure[];
  /** Of other documents of the same groups, which know the split too. */
  readonly beside?: readonly Measure[];
  /** Groups with the most of it are kept, and come worst first: one of `measures`. */
  readonly orderBy: Measure;
  /** Also of the period before; a group that was not there then is new. */
  readonly compare?: true;
};

/** All measures of a panel, in the order in which they are shown. */
export function allMeasures({
  measures,
  beside = [],
}: Pick<OverTimePanel | BreakdownPanel, 'measures' | 'beside'>): readonly Measure[] {
  return [...measures, ...beside];
}

/** How many fell into each bucket of a scale that all series share. */
export type DistributionPanel = {
  readonly kind: 'distribution';
  readonly series: readonly [Distribution, ...Distribution[]];
};

/** A measure by weekday and hour of the viewer's zone. Its parts must add up over hours: no percentile of values. */
export type HeatMapPanel = { readonly kind: 'heatMap'; readonly measure: Measure };

/** The contacts themselves, the newest first, each with the way to its page. */
export type ContactsPanel = { readonly kind: 'contacts'; readonly among: readonly Condition[] };

/** How many fell into which bucket, added up over documents. */
export type Distribution = {
  readonly id: string;
  readonly name: string;
  readonly index: DatedKind;
  readonly among?: readonly Condition[];
  readonly counts: BucketCounts | ValueCounts;
  readonly unit: Exclude<Unit, 'count' | 'seconds'>;
  /** What the counts count. */
  readonly restsOn: string;
  /** By what its values are judged, where they are. */
  readonly judgedAs?: Measure;
};

/** A page of the managers' site. */
export type Page = {
  readonly id: PageId;
  readonly title: string;
  readonly means: string;
  /** What its panels that leave it to the viewer can be split by, the page's own first. */
  readonly by: readonly [Split, ...Split[]];
  readonly panels: readonly Panel[];
};
