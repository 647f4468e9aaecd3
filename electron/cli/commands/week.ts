import { type Command, command } from '../command';
import { renderEarly } from '../render/verdict';
import * as week from '../render/week';
import { prepareWeek } from '../steps';
import { lookUpAvailability } from '../steps-availability';

/** The week, what does not fit into it, and when there is time. */
export const weekCommands: readonly Command[] = [
  command('prep', {
    words: 'prep',
    does: "The week's calls with their agendas.",
    options: ['week', 'markdown'],
    run: prepareWeek,
    render: (value, rendering) => ('markdown' in value ? value.markdown.trimEnd() : week.renderPrep(value, rendering)),
    // What others read stays the list of calls.
    toJson: (value) => JSON.stringify('markdown' in value ? value : value.calls, null, 2),
  }),
  command('clashes', {
    words: 'clashes',
    does: 'Lists the calls that fall on a holiday or a day off, and when they could be instead.',
    options: ['weeks'],
    render: week.renderClashes,
  }),
  command('late', {
    words: 'late',
    does: 'Lists what no call takes by the day it is needed, and how it can be answered in time.',
    args: ['client?'],
    render: week.renderLate,
  }),
  command('early', {
    words: 'early',
    does: 'What there is time for, and the next free slot to be early in.',
    render: renderEarly,
  }),
  command('load', { words: 'load', does: 'The load per client.', options: ['week', 'weeks'], render: week.renderLoad }),
  command('available', {
    words: 'available',
    does: 'Whether you can be reached, and when you are free; for a client inside their hours.',
    options: ['client', 'days', 'minutes', 'slots', 'language', 'share', 'ics', 'offer'],
    run: lookUpAvailability,
    example: 'available --client Globex --minutes 30 --share',
    render: (value, rendering) => ('text' in value ? week.renderShared(value) : week.renderAvailable(value, rendering)),
  }),
];
