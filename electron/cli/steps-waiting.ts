import type { Input, Tools } from './command';

/** Marks the message to a client as sent. */
export function markWaitingSent(input: Input, { ask }: Tools) {
  return ask('replies.use', { ...input, how: 'sent' });
}
