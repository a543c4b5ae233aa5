import { expect, test, vi } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { newCallRecord } from '../monitor/call-record.ts';
import type { MonitorState } from '../monitor/monitor-state.ts';
import { viewOf } from '../monitor/view-of.ts';
import type { ShownWarning } from './quality-monitor.ts';
import { tellChanges } from './tell-changes.ts';

const state = (contactId: string, ...warnings: readonly WarningKind[]): MonitorState => ({
  limits: defaultLimits,
  call: { ...viewOf(newCallRecord(contactId, 0), []), warnings },
});
function toldOf(before: MonitorState, after: MonitorState): string[] {
  const told: ShownWarning[] = [];
  tellChanges({ onWarning: (warning) => told.push(warning) }, before, after);
  return told.map(({ contactId, kind, shown }) => `${contactId} ${kind} ${shown ? 'on' : 'off'}`);
}

test('a warning is told when it comes and when it goes, and not between', () => {
  expect(toldOf({ limits: defaultLimits }, state('a', 'delay'))).toEqual(['a delay on']);
  expect(toldOf(state('a', 'delay'), state('a', 'delay', 'deviceLost'))).toEqual(['a deviceLost on']);
  expect(toldOf(state('a', 'delay', 'deviceLost'), state('a', 'deviceLost'))).toEqual(['a delay off']);
});

test('another call takes the warnings of the last one away', () => {
  expect(toldOf(state('a', 'delay'), state('b', 'delay'))).toEqual(['a delay off', 'b delay on']);
});

test('a warning has its words', () => {
  const onWarning = vi.fn();
  tellChanges({ onWarning }, { limits: defaultLimits }, state('a', 'deviceLost'));
  expect(onWarning).toHaveBeenCalledWith(
    expect.objectContaining({ title: expect.stringMatching(/\w/), step: expect.stringMatching(/\w/) }),
  );
});

test('the call is told when it changes; a page that fails ends nothing', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onCall = vi.fn();
  const onState = () => {
    throw new Error('of the page');
  };
  const before = state('a');
  tellChanges({ onCall, onState }, before, { ...before, agent: { agent: 'ana' } });
  expect(onCall).not.toHaveBeenCalled();
  tellChanges({ onCall, onState }, before, state('a'));
  expect(onCall).toHaveBeenCalledOnce();
  expect(said).toHaveBeenCalledTimes(2);
});
