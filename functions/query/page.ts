import { pages } from '../../dashboards/pages/pages.ts';
import type { Panel } from '../../dashboards/panels/panel.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { PageAnswer, PageQuery, PanelAnswer } from '../../model/query/page.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import type { Ask } from './ask.ts';
import { askBreakdown } from './panels/ask-breakdown.ts';
import { askDistribution } from './panels/ask-distribution.ts';
import { askFigures } from './panels/ask-figures.ts';
import { askHeatMap } from './panels/ask-heat-map.ts';
import { askOverTime } from './panels/ask-over-time.ts';
import { searchOf } from './panels/panel-search.ts';
import type { Asked, Question } from './panels/question.ts';
import { shareSearches } from './panels/share-searches.ts';

/** Answers `GET /query/page`: the panels of a page, asked for at once. */
export async function pageOf(query: PageQuery, ask: Ask, limits: QualityLimits): Promise<PageAnswer> {
  const { page: id, by, panel: only, ...filters } = query;
  const page = pages[id];
  const before = periodBefore(filters);
  const asked: Asked = { filters, before, by, pagesBy: page.by[0] };
  const panels = page.panels.filter((panel) => only === undefined || only.includes(panel.id));
  const questions = panels.map((panel) => [panel.id, questionOf(panel, asked)] as const);
  return {
    from: filters.from,
    to: filters.to,
    before: { from: before.from, to: before.to },
    limits,
    panels: await answersTo(questions, ask),
  };
}

/** The one place that knows every kind of panel. */
export function questionOf(panel: Panel, asked: Asked): Question {
  switch (panel.kind) {
    case 'figures':
      return askFigures(panel, asked);
    case 'overTime':
      return askOverTime(panel, asked);
    case 'breakdown':
      return askBreakdown(panel, asked);
    case 'distribution':
      return askDistribution(panel, asked);
    case 'heatMap':
      return askHeatMap(panel, asked);
  }
}

async function answersTo(
  questions: readonly (readonly [id: string, question: Question])[],
  ask: Ask,
): Promise<Record<string, PanelAnswer>> {
  const { searches, places } = shareSearches(questions.flatMap(([, question]) => question.searches));
  if (searches.length === 0) return {};
  const found = (await ask(searches.map(searchOf))).map((answer) => answer.aggregations ?? {});
  const answers = places.map((place) => found[place] ?? {});
  return Object.fromEntries(
    questions.map(([id, question]) => [id, question.read(answers.splice(0, question.searches.length))]),
  );
}
