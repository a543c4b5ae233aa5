/** What tabs tell each other. A message of a newer page that this one does not know is ignored. */
export type Gossip<News> = {
  tell(news: News): void;
  close(): void;
};

/** Joins the tabs of this origin on a channel. Nothing happens where the browser has no BroadcastChannel. */
export function joinGossip<News>(name: string, hear: (news: News) => void): Gossip<News> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<News>) => hear(event.data);
  let closed = false;
  return {
    // A closed channel would throw.
    tell(news) {
      if (!closed) channel.postMessage(news);
    },
    close() {
      closed = true;
      channel.close();
    },
  };
}
