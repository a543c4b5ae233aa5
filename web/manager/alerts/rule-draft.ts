import { alertMeasure } from '../../../dashboards/alerts/alert-measures.ts';
import { faultsOfRule } from '../../../dashboards/alerts/rule-faults.ts';
import { type AlertRule, type AlertSplit, alertRule, type Severity } from '../../../model/alerts/rule.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';

/** A value that a rule is narrowed to. */
export type DraftFilter = { readonly split: AlertSplit | ''; readonly value: string };

/** A rule as somebody types it: figures are text until all of it is right. */
export type RuleDraft = {
  readonly id: string;
  readonly kind: AlertRule['kind'];
  readonly name: string;
  readonly enabled: boolean;
  readonly severity: Severity;
  readonly filters: readonly DraftFilter[];
  readonly windowMinutes: string;
  readonly isQuiet: boolean;
  readonly quietHours: { readonly from: string; readonly to: string; readonly zone: string };
  readonly measure: string;
  readonly split: AlertSplit | '';
  readonly raise: string;
  readonly clear: string;
  readonly minimumCount: string;
  readonly poorCalls: string;
  readonly clearAfter: string;
};

/** A rule that nobody has filled in; `id` is one that no other has. */
export function newDraft(id: string, zone: string): RuleDraft {
  return {
    id,
    kind: 'measure',
    name: '',
    enabled: true,
    severity: 'warning',
    filters: [],
    windowMinutes: '60',
    isQuiet: false,
    quietHours: { from: '22:00', to: '06:00', zone },
    measure: 'poorCalls',
    split: 'queue',
    raise: '10',
    clear: '5',
    minimumCount: '20',
    poorCalls: '4',
    clearAfter: '10',
  };
}

/** A rule as it can be typed over. */
export function draftOf(rule: AlertRule, zone: string): RuleDraft {
  const { id, kind, name, enabled, severity, windowMinutes, quietHours } = rule;
  const fresh = newDraft(id, zone);
  const filters = Object.entries(rule.filters).flatMap(([split, values]) =>
    values.map((value): DraftFilter => ({ split: split as AlertSplit, value })),
  );
  const its = { kind, name, enabled, severity, filters, windowMinutes: String(windowMinutes) };
  const common = { ...fresh, ...its, ...(quietHours ? { isQuiet: true, quietHours } : {}) };
  if (rule.kind === 'run') {
    return { ...common, poorCalls: String(rule.poorCalls), clearAfter: String(rule.clearAfter) };
  }
  const { measure, split = '', raise, clear, minimumCount } = rule;
  const limits = { raise: String(raise), clear: String(clear), minimumCount: String(minimumCount) };
  return { ...common, measure, split, ...limits };
}

/** What is wrong with a draft, by the name of the field. */
export type DraftFaults = Readonly<Record<string, string>>;

/** The rule that a draft makes, or what is wrong with it: as the server would see it. */
export function ruleOf(draft: RuleDraft): { readonly rule: AlertRule } | { readonly faults: DraftFaults } {
  const parsed = alertRule.safeParse(given(draft));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => [String(path[0] ?? 'name'), message]);
    return { faults: Object.fromEntries(faults) };
  }
  const faults = faultsOfRule(parsed.data).map(({ field, message }) => [
    field.split('.')[0] ?? field,
    message,
  ]);
  return faults.length > 0 ? { faults: Object.fromEntries(faults) } : { rule: parsed.data };
}

function given(draft: RuleDraft): object {
  const { id, kind, name, enabled, severity, filters, isQuiet, quietHours } = draft;
  const narrowed = new Map<string, string[]>();
  for (const { split, value } of filters) {
    if (split !== '' && value !== '') narrowed.set(split, [...(narrowed.get(split) ?? []), value]);
  }
  const common = {
    id,
    kind,
    name,
    enabled,
    severity,
    filters: Object.fromEntries(narrowed),
    windowMinutes: figure(draft.windowMinutes),
    ...(isQuiet ? { quietHours } : {}),
  };
  if (kind === 'run') {
    return { ...common, poorCalls: figure(draft.poorCalls), clearAfter: figure(draft.clearAfter) };
  }
  return {
    ...common,
    measure: draft.measure,
    ...(draft.split === '' ? {} : { split: draft.split }),
    raise: figure(draft.raise),
    clear: figure(draft.clear),
    minimumCount: figure(draft.minimumCount),
  };
}

/** Nothing typed is no figure, and not 0. */
function figure(text: string): number | undefined {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}

/** The draft with the measure's own limits and least count, where it has any. */
export function withMeasure(draft: RuleDraft, measure: string): RuleDraft {
  const its = alertMeasure(measure);
  const limits = its?.limits?.(defaultLimits);
  return {
    ...draft,
    measure,
    ...(limits ? { raise: String(limits.poor), clear: String(limits.fair) } : {}),
    ...(its ? { minimumCount: String(Math.max(1, its.minimumCount)) } : {}),
  };
}
