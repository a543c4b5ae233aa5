/**
 * Names of more letters than a word has, which lines of Streams are made of: the agent API's operations (CTI service's and its
 * proxy's) and Streams' own events and parts.
 */
export const longNames: ReadonlySet<string> = new Set(
  [
    'getAgentSnapshot',
    'getAgentConfiguration',
    'getAgentPermissions',
    'getDialableCountryCodes',
    'getRoutingProfileQueues',
    'createTransport',
    'destroyConnection',
    'sendClientLogs',
    'sendSoftphoneCallMetrics',
    'sendSoftphoneMetrics',
    'sendSoftphoneReport',
    'TelemetryCallReport',
    'SoftphoneManager',
    'webSocketOnClose',
    'webSocketOnError',
    'sendSoftphoneCallReport',
    'updateAgentConfiguration',
    'initSharedWorker',
    'ConnectSharedWorker',
    'AmazonConnectStreamsSite',
    'AmazonConnectProvider',
    'RingtoneEngineManager',
  ].flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]),
);
