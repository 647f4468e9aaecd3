import type { Channel } from './model/request';

/** Minutes a request takes in a call unless the settings say otherwise: what was written is quicker than what must be told. */
export function defaultMinutes(channel: Channel): number {
  return channel === 'email' || channel === 'chat' ? 5 : 10;
}
