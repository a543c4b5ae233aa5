import { pages } from '../../dashboards/pages/pages.ts';
import type { Panel } from '../../dashboards/panels/panel.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { PageAnswer, PageQuery } from '../../model/query/page.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import { KnownError } from '../errors.ts';
import { type Ask, isPartOfIt } from './ask.ts';
import { askBreakdown } from './panels/ask-breakdown.ts';
import { askContacts } from './panels/ask-contacts.ts';
import { askDistribution } from './panels/ask-distribution.ts';
import { askFigures } from './panels/ask-figures.ts';
import { askHeatMap } from './panels/ask-heat-map.ts';
import { askOverTime } from './panels/ask-over-time.ts';
import { askTogether, failureIn } from './panels/ask-together.ts';
import { foundBy } from './panels/panel-search.ts';
import type { Asked, Question } from './panels/question.ts';

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
    ...(await answersTo(questions, ask)),
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
    case 'contacts':
      return askContacts(panel, asked);
  }
}

type Answers = Pick<PageAnswer, 'panels' | 'failed' | 'partial'>;

/** One panel that cannot be answered takes no other with it; only where none can, nothing is answered. */
async function answersTo(
  questions: readonly (readonly [id: string, question: Question])[],
  ask: Ask,
): Promise<Answers> {
  const found = await askTogether(
    questions.map(([, question]) => question),
    ask,
  );
  const outcomes = questions.map(([id, question], i) => {
    const its = found[i] ?? [];
    return { id, question, its, failure: failureIn(its) };
  });
  const failures = outcomes.flatMap(({ id, failure }) => (failure ? [[id, failure] as const] : []));
  if (failures.length > 0 && failures.length === outcomes.length) throw failures[0]?.[1];
  const answered = outcomes.filter(({ failure }) => !failure);
  return {
    panels: Object.fromEntries(
      answered.map(({ id, question, its }) => [id, question.read(its.map(foundBy))]),
    ),
    failed: Object.fromEntries(failures.map(([id, failure]) => [id, failureWords(failure)])),
    partial: answered.filter(({ its }) => its.some(isPartOfIt)).map(({ id }) => id),
  };
}

/** What our own errors say is for people; others are for the log. */
function failureWords(failure: Error): string {
  if (failure instanceof KnownError) return failure.message;
  return 'The search service refuses this question. Tell your admin: the log of the function `query` says why.';
}
