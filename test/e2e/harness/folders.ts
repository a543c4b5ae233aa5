import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..', '..');
const made = join(root, '.local', 'test');
/** Everything that the tests' stack keeps: deleting it is always safe. */
export const stackFolder = join(made, 'stack');
/** What pages looked like and said when a test failed. */
export const failuresFolder = join(made, 'failures');
/** Of a stack in which agents sign in to send. */
export const signInStackFolder = join(made, 'sign-in-stack');
/** Of a stack that a test starts and ends itself. */
export const secondStackFolder = join(made, 'second-stack');
/** Of the pipeline whose search node a test ends. */
export const outageFolder = join(made, 'outage');
/** Of the pipeline that sends files. */
export const deliveryFolder = join(made, 'delivery');
/** What is tried of the API's description, and how it went. */
export const contractFolder = join(made, 'contract');
/** What a microphone hears in calls that are warned of. */
export const warningsFolder = join(made, 'warnings');
/** Of an emulator that a test deploys into. */
export const deploymentFolder = join(made, 'deployment');
