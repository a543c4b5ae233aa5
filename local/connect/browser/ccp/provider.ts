/**
 * Streams asks the Connect SDK inside the CCP for voice features (participant hold, voice enhancement). The simulated CCP has
 * none of them; without any provider, though, Streams would not follow the contact, and mute would do nothing.
 */
export function provideSdk(): void {
  const proxy = {
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    request: () => Promise.reject(new Error('The simulated CCP has no such feature')),
  };
  const provider = { id: 'simulated-ccp', config: {}, getProxy: () => proxy };
  Object.assign(connect.core, { _amazonConnectProviderData: { provider, isStreamsProvider: false } });
}
