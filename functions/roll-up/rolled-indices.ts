/** Those that are dated. Others of such a name are somebody's own, and tests' beside this deployment's. */
export const rolledIndices = 'softphone-api-metrics-2*';
