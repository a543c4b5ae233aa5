import { provideSdk } from './provider.ts';
import type { CcpSettings } from './settings.ts';

/** The part of `connect.core` that only a CCP calls, and that the library's types leave out. */
interface CcpCore {
  initSharedWorker(parameters: Readonly<Record<string, unknown>>): void;
  initPageOptions(parameters: object): void;
  initApiProxyService(): void;
  initRingtoneEngines(parameters: object): void;
  initSoftphoneManager(parameters: object): void;
}

/** Starts Streams as the CCP does: a shared worker for each agent, whatever number of tabs. */
export function startStreams(settings: CcpSettings): void {
  const core = connect.core as unknown as CcpCore;
  const agent = encodeURIComponent(settings.username);
  provideSdk();
  core.initSharedWorker({
    sharedWorkerUrl: `/scripts/worker.js?agent=${agent}`,
    authToken: settings.authToken,
    refreshToken: settings.refreshToken,
    authTokenExpiration: settings.authTokenExpiration,
    region: settings.region,
    endpoint: `${location.origin}/api`,
    agentAppEndpoint: `${location.origin}/agent-app/api`,
    taskTemplatesEndpoint: `${location.origin}/task-templates/api`,
    authCookieName: 'lily-auth',
    authorizeEndpoint: `/auth/authorize?agent=${agent}`,
    loginEndpoint: '/login',
  });
  core.initPageOptions({});
  core.initApiProxyService();
  core.initSoftphoneManager({ allowFramedSoftphone: true });
}
