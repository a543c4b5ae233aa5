import { createServer } from 'node:net';
import * as z from 'zod';

const port = (standard: number) => z.coerce.number().int().min(1024).max(65_535).default(standard);

/** Where the parts listen; an environment variable of that name moves one. */
const portVariables = z.object({
  OPENSEARCH_PORT: port(9200),
  AWS_PORT: port(4566),
  SOFTPHONE_PORT: port(5173),
  CONNECT_PORT: port(5174),
  DASHBOARDS_PORT: port(5175),
  OWN_PAGE_PORT: port(5176),
});

export interface Ports {
  readonly search: number;
  readonly aws: number;
  readonly softphone: number;
  readonly connect: number;
  readonly dashboards: number;
  /** The example of a page with a CCP of its own. */
  readonly ownPage: number;
}

/** Reads the ports from the environment. Throws an Error that names each variable that is no port. */
export function portsFrom(environment: NodeJS.ProcessEnv): Ports {
  const { data: its, error } = portVariables.safeParse(environment);
  if (error) {
    const names = error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new Error(`Set ${names} to a port from 1024 to 65535, or not at all.`);
  }
  return {
    search: its.OPENSEARCH_PORT,
    aws: its.AWS_PORT,
    softphone: its.SOFTPHONE_PORT,
    connect: its.CONNECT_PORT,
    dashboards: its.DASHBOARDS_PORT,
    ownPage: its.OWN_PAGE_PORT,
  };
}

const VARIABLE_OF: Record<keyof Ports, keyof z.infer<typeof portVariables>> = {
  search: 'OPENSEARCH_PORT',
  aws: 'AWS_PORT',
  softphone: 'SOFTPHONE_PORT',
  connect: 'CONNECT_PORT',
  dashboards: 'DASHBOARDS_PORT',
  ownPage: 'OWN_PAGE_PORT',
};

/** Throws an Error that names every port in use and what to do. */
export async function requireFree(ports: Partial<Ports>): Promise<void> {
  const entries = Object.entries(ports) as [keyof Ports, number][];
  const taken = await Promise.all(
    entries.map(async ([name, number]) =>
      (await isFree(number)) ? [] : [`${number} (${VARIABLE_OF[name]})`],
    ),
  );
  const list = taken.flat();
  if (list.length === 0) return;
  throw new Error(
    `In use already: port ${list.join(', ')}. End the other stack, or set the variable to a port that is free.`,
  );
}

function isFree(number: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port: number, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
