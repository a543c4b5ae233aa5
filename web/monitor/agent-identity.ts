/** Who is signed in. */
export type AgentIdentity = {
  /** The user name, lower-cased. */
  readonly agent: string;
  readonly routingProfile?: string;
};
