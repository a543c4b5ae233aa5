/** Through which a sign-in window and the page that opened it speak to each other. */
const channelName = 'agent-sign-in';
const heard = 'heard';
/** The page answers before it does anything else: within this much it has, if it can hear at all. */
const patienceMillis = 3000;

/**
 * True in a window that was only opened to sign in: what it came back with is told to the page, and it closes.
 *
 * @param onUnheard when no page answers: the browser keeps apart what a page within another site stores and hears, or
 *   the page was closed meanwhile. To load the window again opens the softphone in it.
 */
export function isSignInWindow(onUnheard: () => void): boolean {
  const answer = new URLSearchParams(location.search);
  if (!answer.get('state')?.startsWith('window.')) return false;
  const channel = new BroadcastChannel(channelName);
  const giveUp = setTimeout(() => {
    channel.close();
    history.replaceState(null, '', location.pathname);
    onUnheard();
  }, patienceMillis);
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (data !== heard) return;
    clearTimeout(giveUp);
    close();
  };
  channel.postMessage(answer.toString());
  return true;
}

/** Who waits for the answer of a sign-in window. */
type Waiting = {
  readonly expects: (answer: URLSearchParams) => boolean;
  readonly finish: (answer: URLSearchParams) => Promise<boolean>;
};

/** Hears what sign-in windows came back with. */
export function hearSignInWindows(waiting: () => Waiting, onSignedIn: () => void): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = async ({ data }: MessageEvent<string>) => {
    const answer = new URLSearchParams(data);
    // Another tab's.
    if (!waiting().expects(answer)) return;
    channel.postMessage(heard);
    if (await waiting().finish(answer)) onSignedIn();
  };
}
