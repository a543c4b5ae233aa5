import type { Measure } from '../../../dashboards/measures/measure.ts';
import { setupStages } from '../../../dashboards/measures/setup.ts';
import type { FiguresPanel } from '../../../dashboards/panels/panel.ts';
import type { Figure, Figures } from '../../../model/query/figure.ts';

/** One stage of a call's set-up, where it lies among the others; times in milliseconds. */
export type WaterfallStage = {
  readonly measure: Measure;
  readonly name: string;
  readonly begins: number;
  readonly median: Figure | undefined;
  readonly slow: Figure | undefined;
};

/** Whether a panel's figures are the stages of a set-up, which follow one another. */
export function isWaterfall({ measures }: FiguresPanel): boolean {
  return measures.length === 2 * setupStages.length && measures[0] === setupStages[0]?.median;
}

/** Each stage begins where the median of the one before ends; a stage that was not measured takes no time. */
export function waterfallStages(figures: Figures): WaterfallStage[] {
  let end = 0;
  return setupStages.map(({ median, slow }) => {
    const begins = end;
    end += figures[median.id]?.value ?? 0;
    return {
      measure: median,
      name: median.name.replace(', median', ''),
      begins,
      median: figures[median.id],
      slow: figures[slow.id],
    };
  });
}
