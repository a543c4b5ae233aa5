// The shared worker of the CCP: Streams' own, with one change. Streams accepts only wss: addresses; the simulator has no
// certificate, so the worker opens them as ws:.
export {};

declare const importScripts: (url: string) => void;

class PlainWebSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(String(url).replace(/^wss:/, 'ws:'), protocols);
  }
}
globalThis.WebSocket = PlainWebSocket;

importScripts('/scripts/connect-streams.js');
(connect as unknown as { worker: { main(): void } }).worker.main();
