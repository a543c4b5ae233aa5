import type { CheckOutcome, PreflightCheck, PreflightReason } from '../../../model/messages/preflight.ts';

/** What a check found. */
export type Finding = {
  readonly outcome: CheckOutcome;
  readonly reason?: PreflightReason;
  /** In the check's own unit (model/messages/preflight.ts); absent where nothing was measured. */
  readonly value?: number;
  /** What was asked, as `UDP 3478 to turn.example.com`: for whoever sits there and their IT. It is not sent. */
  readonly places?: readonly string[];
};
export type Checked = Finding & { readonly check: PreflightCheck };

/** A finding with a reason, of what was measured if anything was. */
export function found(outcome: CheckOutcome, reason: PreflightReason, value?: number): Finding {
  return { outcome, reason, ...(value === undefined ? {} : { value }) };
}

export function passed(value?: number): Finding {
  return { outcome: 'passed', ...(value === undefined ? {} : { value }) };
}
