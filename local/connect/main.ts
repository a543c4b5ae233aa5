// The simulated Amazon Connect as a process; its variables are in config.ts.
import { connectOptions } from './config.ts';
import { startConnect } from './start.ts';

const options = connectOptions(process.env);
const connect = await startConnect(options);
console.info(`connect: softphone ${connect.url}/ccp-v2, control page ${connect.url}/sim`);
for (const [what, destination] of [
  ['CONTACT_RECORDS_STREAM', options.contactRecordsStream],
  ['AGENT_EVENTS_STREAM', options.agentEventsStream],
  ['FLOW_LOG_GROUP', options.flowLogGroup],
  ['USERS_FUNCTION', options.usersFunction],
]) {
  if (!destination) console.info(`connect: ${what} is not set, so nothing is sent there`);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void connect.stop().then(() => process.exit(0)));
}
