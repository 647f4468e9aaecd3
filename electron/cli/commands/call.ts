import { type Command, command } from '../command';
import * as clients from '../render/clients';
import { renderDone } from '../render/done';
import * as week from '../render/week';
import { addCall, inviteClient } from '../steps';

/** Standing calls and their single occurrences. */
export const callCommands: readonly Command[] = [
  command('call.add', {
    words: 'call add',
    does: 'Adds a standing call.',
    args: ['client'],
    required: ['rule', 'start', 'minutes'],
    options: ['time-zone', 'floating', 'rdate'],
    run: addCall,
    example:
      'call add Globex --rule "FREQ=WEEKLY;BYDAY=FR" --start 2026-11-27T10:00 --time-zone Europe/Vienna --minutes 30',
    render: clients.renderCall,
  }),
  command('call.list', {
    words: 'call list',
    does: 'Lists the standing calls.',
    args: ['client?'],
    render: clients.renderCalls,
  }),
  command('call.set', {
    words: 'call set',
    does: 'Changes a standing call, or with --from a call and those after it. CALL is its id or, where there is one only, the client.',
    args: ['call'],
    options: ['rule', 'start', 'time-zone', 'minutes', 'floating', 'not-floating', 'from'],
    example: 'call set Globex --from 2026-11-27T10:00 --start 2026-11-26T14:00 --rule "FREQ=WEEKLY;BYDAY=TH"',
    render: clients.renderCall,
  }),
  command('call.skip', {
    words: 'call skip',
    does: 'Leaves one occurrence out, named by its original local start.',
    args: ['call', 'occurrence'],
    example: 'call skip Globex 2026-11-27T10:00',
    render: renderDone,
  }),
  command('call.move', {
    words: 'call move',
    does: 'Moves one occurrence; its agenda goes with it.',
    args: ['call', 'occurrence', 'to'],
    example: 'call move Globex 2026-11-27T10:00 2026-11-26T14:00',
    render: clients.renderMoved,
  }),
  command('call.extra', {
    words: 'call extra',
    does: 'Adds one call beside those of the rule, at a local time.',
    args: ['call', 'at'],
    example: 'call extra Globex 2026-11-25T14:00',
    render: clients.renderMoved,
  }),
  command('call.lengthen', {
    words: 'call lengthen',
    does: 'Gives one occurrence another length.',
    args: ['call', 'occurrence'],
    required: ['minutes'],
    example: 'call lengthen Globex 2026-11-27T10:00 --minutes 60',
    render: renderDone,
  }),
  command('call.hold', {
    words: 'call hold',
    does: 'Says that one occurrence takes place, although its day is off.',
    args: ['call', 'occurrence'],
    render: renderDone,
  }),
  command('call.keep', {
    words: 'call keep',
    does: 'Takes back a skip, a move, another length, or that it is held.',
    args: ['call', 'occurrence'],
    render: renderDone,
  }),
  command('call.end', {
    words: 'call end',
    does: 'Ends a standing call; ON is the last day that it can take place.',
    args: ['call', 'on'],
    render: renderDone,
  }),
  command('call.invitation', {
    words: 'call invite',
    does: "Writes a proposed standing call as a file for the client's calendar; nothing is changed.",
    args: ['client'],
    required: ['rule', 'start', 'time-zone', 'minutes'],
    options: ['organizer', 'out'],
    example:
      'call invite Globex --rule "FREQ=WEEKLY;BYDAY=FR" --start 2026-11-27T10:00 --time-zone Europe/Vienna --minutes 30 --out globex.ics',
    run: inviteClient,
    render: (value) => (value.file === undefined ? value.ics : `Written to ${value.file}`),
    isExact: true,
  }),
  command('call.propose', {
    words: 'call propose',
    does: 'Finds times for a standing call that are free for you and in their hours, each with a letter.',
    args: ['client'],
    options: ['times', 'minutes', 'weeks'],
    example: 'call propose Globex --times 2 --minutes 30',
    render: week.renderProposals,
  }),
  command('call.remove', {
    words: 'call remove',
    does: 'Removes a standing call.',
    args: ['call'],
    render: renderDone,
  }),
  command('calls', {
    words: 'calls',
    does: 'Lists the calls from one day to another, both included.',
    required: ['from', 'to'],
    example: 'calls --from 2026-11-23 --to 2026-11-29',
    render: clients.renderOccurrences,
  }),
];
