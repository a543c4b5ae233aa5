/** What one thing that needs attention says, and the section of docs/operate.md that says what to do. */
export type Concern = {
  readonly key: string;
  readonly isAlarm: boolean;
  readonly text: string;
  /** Since when; absent of what was always so. */
  readonly since?: string;
  readonly section: string;
};
