/** Whether agents sign in before their pages send; with `cognito` each sends in the own name only. */
export const agentAuths = ['none', 'cognito'] as const;
