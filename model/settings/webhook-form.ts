/** What form the messages of a webhook have: as Slack takes them, or all of an alert as JSON. */
export const webhookForms = ['slack', 'json'] as const;
