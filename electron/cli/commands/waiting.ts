import { type Command, command } from '../command';
import { renderDone } from '../render/done';
import { renderWaiting } from '../render/waiting';
import { markWaitingSent } from '../steps-waiting';

/** Replies to deferrals that wait for their time, one message for each client. */
export const waitingCommands: readonly Command[] = [
  command('replies.waiting', {
    words: 'replies',
    does: 'Shows the replies to send: one message for each client, and when it should go out.',
    render: renderWaiting,
  }),
  command('replies.use', {
    words: 'replies sent',
    does: 'The message to this client went out, as it was shown.',
    args: ['client'],
    run: markWaitingSent,
    render: renderDone,
  }),
  command('replies.later', {
    words: 'replies later',
    does: 'The message to this client goes out at another time; none goes back to the usual one.',
    args: ['client'],
    required: ['reply-at'],
    example: 'replies later Globex --reply-at 2026-11-24T18:30:00+01:00',
    render: renderDone,
  }),
];
