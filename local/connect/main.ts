import { startConnect } from './start.ts';

const { url } = await startConnect({ port: Number(process.env.CONNECT_PORT ?? 5174) });
console.info(`Simulated Amazon Connect at ${url}/ccp-v2, control page at ${url}/sim`);
