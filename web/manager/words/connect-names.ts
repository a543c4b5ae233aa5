/** Amazon Connect's own names in words; one that came later as it is. Source: its Administrator Guide, "Data model for contact records" and "Data model for agent event streams". */

const disconnectReasons: Readonly<Record<string, string>> = {
  CUSTOMER_DISCONNECT: 'Customer hung up',
  AGENT_DISCONNECT: 'Agent hung up',
  THIRD_PARTY_DISCONNECT: 'Third party hung up',
  TELECOM_PROBLEM: 'Telephony failed',
  TELECOM_BUSY: 'Line was busy',
  TELECOM_NUMBER_INVALID: 'Number not valid',
  TELECOM_POTENTIAL_BLOCKING: 'Call may have been blocked',
  TELECOM_UNANSWERED: 'Nobody answered',
  TELECOM_TIMEOUT: 'Rang too long',
  TELECOM_ORIGINATOR_CANCEL: 'Given up before the answer',
  CUSTOMER_NEVER_ARRIVED: 'Customer never arrived',
  CUSTOMER_CONNECTION_NOT_ESTABLISHED: 'Customer’s connection was never made',
  AGENT_NETWORK_DISCONNECT: 'Agent’s network broke off',
  BARGED: 'A manager took over',
  CONTACT_FLOW_DISCONNECT: 'Flow ended it',
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'Number could not be called',
  OUTBOUND_RESOURCE_ERROR: 'No line to call with',
  OUTBOUND_ATTEMPT_FAILED: 'Call out failed',
  OUTBOUND_PREVIEW_DISCARDED: 'Discarded before calling',
  EXPIRED: 'Expired',
  IDLE_DISCONNECT: 'Nothing happened for too long',
  DISCARDED: 'Discarded',
  API: 'Ended by a program',
  OTHER: 'Other',
};

const disconnectIssues: Readonly<Record<string, string>> = {
  AGENT_CONNECTIVITY_ISSUE: 'Agent’s connection',
  AGENT_DEVICE_ISSUE: 'Agent’s device',
  CUSTOMER_CONNECTIVITY_ISSUE: 'Customer’s connection',
  CUSTOMER_DEVICE_ISSUE: 'Customer’s device',
};

const initiationMethods: Readonly<Record<string, string>> = {
  INBOUND: 'Customer called',
  OUTBOUND: 'Agent called',
  TRANSFER: 'Transfer by an agent',
  QUEUE_TRANSFER: 'Transfer to a queue',
  CALLBACK: 'Callback',
  API: 'Begun by a program',
  WEBRTC_API: 'Call from an app or a website',
  EXTERNAL_OUTBOUND: 'Agent called an outside number',
  DISCONNECT: 'After the customer hung up',
  MONITOR: 'A manager listened in',
  AGENT_REPLY: 'Agent’s answer',
  FLOW: 'Begun by a flow',
};

const channels: Readonly<Record<string, string>> = {
  VOICE: 'Voice',
  CHAT: 'Chat',
  TASK: 'Task',
  EMAIL: 'E-mail',
};

const contactStates: Readonly<Record<string, string>> = {
  INCOMING: 'Ringing',
  PENDING: 'Pending',
  CONNECTING: 'Ringing',
  CONNECTED: 'On a contact',
  CONNECTED_ONHOLD: 'Contact on hold',
  MISSED: 'Contact missed',
  ERROR: 'Contact in error',
  ENDED: 'After-contact work',
  PAUSED: 'Contact paused',
  REJECTED: 'Contact rejected',
};

const namer = (names: Readonly<Record<string, string>>) => (name: string) =>
  Object.hasOwn(names, name) ? (names[name] ?? name) : name;

export const disconnectReasonName = namer(disconnectReasons);
export const disconnectIssueName = namer(disconnectIssues);
export const initiationMethodName = namer(initiationMethods);
export const channelName = namer(channels);

/** What a contact is in for its agent. */
export function contactStateName(state: string | null | undefined): string {
  return state ? namer(contactStates)(state) : 'On a contact';
}

/** What lists offer to choose from. */
export const knownConnectNames = {
  channel: Object.keys(channels),
  initiationMethod: Object.keys(initiationMethods),
  disconnectReason: Object.keys(disconnectReasons),
  disconnectIssue: Object.keys(disconnectIssues),
} as const;
