import type { MonitorState } from '../monitor/monitor-state.ts';
import { startMonitor } from '../monitor/start-monitor.ts';
import type { Streams } from '../monitor/streams.ts';
import { checkSaid } from './check-said.ts';
import { checkStreams } from './check-streams.ts';
import { monitorSettings } from './monitor-settings.ts';
import type { QualityMonitor, QualityMonitorOptions } from './quality-monitor.ts';
import { tellChanges } from './tell-changes.ts';

export type { Symptom } from '../../model/messages/symptoms.ts';
export type { WarningKind } from '../../model/warnings/warning-kinds.ts';
export type { CallView, WindowView } from '../monitor/call-view.ts';
export type { MonitorState } from '../monitor/monitor-state.ts';
export type { Said } from '../monitor/said.ts';
export type { Streams } from '../monitor/streams.ts';
export type { SenderState } from '../push/sender-state.ts';
export type { QualityMonitor, QualityMonitorOptions, ShownWarning } from './quality-monitor.ts';

/**
 * Monitors the softphone of a page: measures its calls, warns during them, and sends what the agents' own page of the
 * product would send. Several tabs of a browser share the work, as that page's do: each call is told once.
 *
 * @param connect amazon-connect-streams, after `connect.core.initCCP()`. It is listened to, and nothing else
 * @throws TypeError that names what is wrong with `connect` or the options; Error where the page is not served securely
 */
export function createQualityMonitor(connect: Streams, options: QualityMonitorOptions): QualityMonitor {
  const settings = monitorSettings(options);
  const { version } = checkStreams(connect);
  if (!isSecureContext) {
    throw new Error('createQualityMonitor: Serve the page by https: browsers give others no microphone.');
  }
  let state: MonitorState = { limits: settings.limits };
  const monitor = startMonitor(settings, {
    onState(next) {
      const before = state;
      state = next;
      tellChanges(options, before, next);
    },
  });
  monitor.listen(connect, version);
  return {
    get state() {
      return state;
    },
    reportProblem: (contactId, said) => monitor.say(contactId, checkSaid(said)),
    dismiss: monitor.dismiss,
    sendNow: monitor.retryNow,
    stop: monitor.stop,
  };
}
