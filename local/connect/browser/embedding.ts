// A page that embeds the CCP as a customer's would, and keeps every event: for the simulator's own tests.
interface Seen {
  readonly event: string;
  /** Milliseconds since the page was loaded. */
  readonly at: number;
  readonly data?: unknown;
}

const parameters = new URLSearchParams(location.search);
const seen: Seen[] = [];
let agent: connect.Agent | undefined;
let contact: connect.Contact | undefined;

function note(event: string, data?: unknown): void {
  // Now, not when it is asked for: Streams may change the object later.
  const copy = data === undefined ? {} : { data: JSON.parse(JSON.stringify(data)) as unknown };
  seen.push({ event, at: performance.now(), ...copy });
}

const container = document.getElementById('ccp');
if (!container) throw new Error('The page has no place for the CCP');
connect.core.initCCP(container, {
  ccpUrl: parameters.get('ccpUrl') ?? '',
  loginPopup: parameters.has('popup'),
  loginPopupAutoClose: true,
  softphone: { allowFramedSoftphone: true },
});
for (const event of ['API_METRIC', 'SOFTPHONE_STATS', 'SOFTPHONE_REPORT'] as const) {
  const type = (connect.EventType as unknown as Record<string, string>)[event] ?? '';
  connect.core.getEventBus().subscribe(type, (data: unknown) => note(event, data));
}
connect.agent((signedIn) => {
  agent = signedIn;
  note('agent', signedIn.getConfiguration().username);
  signedIn.onMuteToggle(({ muted }) => note('mute', muted));
  signedIn.onStateChange(({ newState }) => note('state', newState));
});
connect.contact((rung) => {
  contact = rung;
  note('contact', rung.getContactId());
  rung.onConnecting(() => note('connecting'));
  rung.onAccepted(() => note('accepted'));
  rung.onConnected(() => note('connected'));
  rung.onEnded(() => note('ended', rung.getStatus().type));
  rung.onDestroy(() => note('destroyed'));
  rung.onRefresh(() => note('hold', rung.getInitialConnection().isOnHold()));
});

function failed(error: unknown): void {
  note('failure', error);
}

function setState(state: object): void {
  agent?.setState(state as connect.AgentStateDefinition, { failure: failed });
}

/** What a test may do; called by name. */
Object.assign(window, {
  embedding: {
    seen,
    accept: () => contact?.accept(),
    clear: () => contact?.clear({ failure: failed }),
    mute: () => agent?.mute(),
    unmute: () => agent?.unmute(),
    hold: () => contact?.getInitialConnection().hold({ failure: failed }),
    resume: () => contact?.getInitialConnection().resume({ failure: failed }),
    hangUp: () => contact?.getAgentConnection().destroy(),
    setState(name: string) {
      const known = agent?.getAgentStates().find((each) => each.name === name);
      setState(known ?? { name, type: 'not_routable' });
    },
    /** Streams' own AWS SDK refuses this before it is sent. */
    setStateWithoutType: () => setState({ name: 'Break' }),
  },
});
