/** Loaded before a Node part of the stack (`--import`): ends the process when its standard input does. See supervise.ts. */
process.stdin.on('end', () => process.exit(0)).resume();
