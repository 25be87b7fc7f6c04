/** What the pages of the form and its worker tell each other: the outbox changed, or the phone was cleared. */
export type Tiding = 'outbox' | 'cleared';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('storyfield') : null;

export const tell = (tiding: Tiding): void => channel?.postMessage(tiding);

export function onTiding(hear: (tiding: Tiding) => void): void {
  channel?.addEventListener('message', ({ data }) => hear(data));
}
