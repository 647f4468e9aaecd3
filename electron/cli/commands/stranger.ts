import { type Command, command } from '../command';
import { renderDone } from '../render/done';
import { renderAssigned, renderStrangers } from '../render/strangers';

/** "Who is this?" */
export const strangerCommands: readonly Command[] = [
  command('stranger.list', {
    words: 'who list',
    does: 'Lists the contacts of which nobody knows yet whose they are.',
    render: renderStrangers,
  }),
  command('stranger.assign', {
    words: 'who assign',
    does: 'Says whose it is: logs it as of then, and others of the same address or number with it.',
    args: ['stranger', 'client?'],
    options: ['new-client'],
    example: 'who assign "+43 1 555 0199" --new-client Initech',
    render: renderAssigned,
  }),
  command('stranger.remove', {
    words: 'who remove',
    does: 'Removes one that was for nobody.',
    args: ['stranger'],
    render: renderDone,
  }),
];
