import type { CallView } from '../monitor/call-view.ts';
import { clockTime } from './figures.ts';
import { lastWindow } from './last-window.ts';
import { useNow } from './use-now.ts';

const windowSeconds = 30;
/** Of figures that come each second. */
const lateSeconds = 5;

/** Which call this is about, and for how long it goes on. */
export function CallHeading({ call }: { readonly call: CallView }) {
  return (
    <header className="call-heading">
      <h2>{headingOf(call)}</h2>
      <p>
        {call.queue ?? 'No queue'}
        {call.phase !== 'over' && call.connectedAt !== undefined && <Elapsed since={call.connectedAt} />}
      </p>
    </header>
  );
}

function headingOf(call: CallView): string {
  if (call.phase === 'ringing') return 'Ringing';
  if (call.phase === 'onHold') return 'On hold';
  if (call.phase === 'over') return call.outcome === 'missed' ? 'Missed call' : 'Last call';
  return call.muted ? 'On a call, muted' : 'On a call';
}

function Elapsed({ since }: { readonly since: number }) {
  return <time>{clockTime(useNow() - since)}</time>;
}

/** How old the figures are: Connect hands them over every half minute. */
export function Age({ call }: { readonly call: CallView }) {
  const now = useNow();
  const last = lastWindow(call);
  if (call.phase === 'over') return last ? <p className="age">The call’s last half minute</p> : null;
  if (call.reloaded) return null;
  if (!last) {
    const wait = windowSeconds - (now - (call.connectedAt ?? now)) / 1000;
    return (
      <p className="age">
        {wait > 0 ? `First figures in ${Math.ceil(wait)} s` : 'Waiting for the first figures'}
      </p>
    );
  }
  const age = Math.max(0, Math.round((now - last.endedAt) / 1000));
  const late = age > (call.latest ? lateSeconds : windowSeconds * 2);
  return (
    <p className="age" data-testid="age">
      {late
        ? `No figures for ${age} s`
        : call.latest
          ? 'The last half minute'
          : `Measured ${age} s ago, every ${windowSeconds} s`}
    </p>
  );
}
