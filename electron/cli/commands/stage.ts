import { type Command, command } from '../command';
import { renderStanding } from '../render/stage';

/** How far the talk about availability has gone with a client. */
export const stageCommands: readonly Command[] = [
  command('stage.show', {
    words: 'stage',
    does: 'Shows how far the talk about availability has gone with a client, and what would come next.',
    args: ['client'],
    render: renderStanding,
  }),
  command('stage.said', {
    words: 'stage said',
    does: 'Notes a step that was said or agreed in a call; what was sent in writing is known already.',
    args: ['client', 'stage'],
    options: ['decision'],
    example: 'stage said Globex pattern',
    render: renderStanding,
  }),
];
