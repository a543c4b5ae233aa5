/** How much the functions log: this and what is worse. */
export const logLevels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
