import { type Outputs, readOutputs } from '../../deploy/read-outputs.ts';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

const STACK_NAME = 'softphone-quality-local';

/** What the local deployment says of itself. */
export type Deployment = Outputs;

/** Reads the outputs of the deployed CloudFormation stack. Throws an Error if one is missing. */
export function readDeployment(ports: Ports): Promise<Deployment> {
  return readOutputs(STACK_NAME, clientConfig(ports));
}
