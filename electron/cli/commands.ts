import { examine, findUnopened } from './checks';
import { type Command, command } from './command';
import type { OptionName } from './options';
import * as calendars from './render/calendars';
import * as clients from './render/clients';
import * as keeping from './render/keeping';
import { renderReceipt } from './render/receipt';
import * as requests from './render/requests';
import * as week from './render/week';
import { addCall, exportAll, importFiles, inviteClient, prepareWeek, setClient } from './steps';
import { lookUpAvailability, setSettings } from './steps-availability';
import { addCalendar } from './steps-calendars';
import { writeReceipt } from './steps-receipt';

const aboutClient: OptionName[] = [
  ...(['contact', 'time-zone', 'language', 'form', 'prefers', 'emergency', 'allowance', 'rate', 'currency'] as const),
  ...(['allowance-a-day', 'hours', 'country', 'region'] as const),
  ...(['limit', 'join-within', 'notes'] as const),
];
const aboutContact: OptionName[] = [
  ...(['client', 'person', 'channel', 'direction', 'count', 'at', 'subject', 'minutes', 'needed-by'] as const),
  ...(['urgent', 'is-emergency'] as const),
];
const aboutRequest: OptionName[] = [
  ...(['subject', 'urgent', 'not-urgent', 'needed-by', 'asked-by', 'purpose', 'form', 'minutes', 'mine'] as const),
  ...(['ask-first', 'notes'] as const),
];
const done = () => clients.DONE;
const changeRequest = { args: ['request'], render: requests.renderRequest } as const;

/** The command line: what there is to say, and which name of the contract it asks. */
export const commands: readonly Command[] = [
  command('client.add', {
    words: 'client add',
    does: 'Adds a client.',
    args: ['name'],
    options: aboutClient,
    example:
      'client add Globex --contact "Dana Ruiz <dana@globex.example> +1 212 555 0142" --time-zone America/New_York',
    render: clients.renderClient,
  }),
  command('client.list', { words: 'client list', does: 'Lists the clients.', render: clients.renderClients }),
  command('client.show', {
    words: 'client show',
    does: 'Shows a client.',
    args: ['client'],
    render: clients.renderClient,
  }),
  command('client.set', {
    words: 'client set',
    does: 'Changes what is given; --contact adds a person or completes one.',
    args: ['client'],
    options: ['name', ...aboutClient],
    run: setClient,
    render: clients.renderClient,
  }),
  command('client.remove', {
    words: 'client remove',
    does: 'Removes a client with calls and requests; can be undone.',
    args: ['client'],
    render: done,
  }),
  command('client.forget', {
    words: 'client forget',
    does: "Removes every trace of a client, from history and backups too; can't be undone.",
    args: ['client'],
    render: ({ name, records }) => `${name} is forgotten: ${records} records.`,
  }),

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
    render: done,
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
    render: done,
  }),
  command('call.hold', {
    words: 'call hold',
    does: 'Says that one occurrence takes place, although its day is off.',
    args: ['call', 'occurrence'],
    render: done,
  }),
  command('call.keep', {
    words: 'call keep',
    does: 'Takes back a skip, a move, another length, or that it is held.',
    args: ['call', 'occurrence'],
    render: done,
  }),
  command('call.end', {
    words: 'call end',
    does: 'Ends a standing call; ON is the last day that it can take place.',
    args: ['call', 'on'],
    render: done,
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
  command('call.remove', { words: 'call remove', does: 'Removes a standing call.', args: ['call'], render: done }),
  command('calls', {
    words: 'calls',
    does: 'Lists the calls from one day to another, both included.',
    required: ['from', 'to'],
    example: 'calls --from 2026-11-23 --to 2026-11-29',
    render: clients.renderOccurrences,
  }),

  command('calendar.add', {
    words: 'calendar add',
    does: 'Reads a calendar of your own from now on: an .ics file, or an address that begins with https:// or webcal://.',
    args: ['source'],
    options: ['name', 'not-busy'],
    example: 'calendar add webcal://calendars.example/me.ics --name Work',
    run: addCalendar,
    render: calendars.renderCalendar,
  }),
  command('calendar.list', {
    words: 'calendar list',
    does: 'Lists the calendars that are read, and how that goes.',
    render: calendars.renderCalendars,
  }),
  command('calendar.set', {
    words: 'calendar set',
    does: 'Gives a calendar another name, or says whether its events make you busy.',
    args: ['calendar'],
    options: ['name', 'busy', 'not-busy'],
    render: calendars.renderCalendar,
  }),
  command('calendar.refresh', {
    words: 'calendar refresh',
    does: 'Reads all calendars now, or that one.',
    args: ['calendar?'],
    render: calendars.renderCalendars,
    findRefused: calendars.findFailing,
  }),
  command('calendar.remove', {
    words: 'calendar remove',
    does: 'Reads a calendar no more.',
    args: ['calendar'],
    render: done,
  }),
  command('calendar.offered', {
    words: 'calendar offered',
    does: "Lists recurring events with a client's address that are no standing calls yet, or that have changed.",
    render: calendars.renderOffered,
  }),
  command('calendar.adopt', {
    words: 'calendar adopt',
    does: 'Makes a standing call of a recurring event, or brings the one that it is up to date.',
    args: ['calendar', 'uid'],
    options: ['client'],
    render: ({ client, callId }) => `It is a standing call with ${client} now: ${callId}`,
  }),
  command('calendar.decline', {
    words: 'calendar decline',
    does: 'Offers a recurring event no more.',
    args: ['calendar', 'uid'],
    render: done,
  }),

  command('log', {
    words: 'log',
    does: 'Logs a contact from a line such as "dana 3 missed calls re invoice", and suggests the reply.',
    args: ['text...'],
    options: aboutContact,
    example: 'log dana 3 missed calls re invoice, needs it thu',
    render: requests.renderLogged,
  }),
  command('requests', {
    words: 'requests',
    does: 'Lists the requests with their contacts.',
    options: ['open', 'client'],
    render: requests.renderRequests,
  }),
  command('request.show', { words: 'request show', does: 'Shows a request.', ...changeRequest }),
  command('request.set', {
    words: 'request set',
    does: 'Changes what is given.',
    options: aboutRequest,
    ...changeRequest,
  }),
  command('request.done', { words: 'request done', does: 'Finishes a request.', ...changeRequest }),
  command('request.wait', { words: 'request wait', does: 'It waits for somebody.', ...changeRequest }),
  command('request.park', {
    words: 'request park',
    does: 'Puts it away for some days.',
    options: ['until'],
    ...changeRequest,
  }),
  command('request.decline', { words: 'request decline', does: 'Declines a request.', ...changeRequest }),
  command('request.reopen', { words: 'request reopen', does: 'Opens a request again.', ...changeRequest }),
  command('request.sent', { words: 'request sent', does: 'The reply used last was sent.', ...changeRequest }),
  command('request.join', {
    words: 'request join',
    does: 'Puts one request into another of the same client.',
    args: ['request', 'into'],
    render: requests.renderRequest,
  }),
  command('request.remove', { words: 'request remove', does: 'Removes a request.', args: ['request'], render: done }),
  command('contact.split', {
    words: 'contact split',
    does: 'Takes a contact out of its request into one of its own.',
    args: ['contact'],
    render: ({ requestId }) => `It is a request of its own now: ${requestId}`,
  }),
  command('contact.remove', { words: 'contact remove', does: 'Removes a contact.', args: ['contact'], render: done }),

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
  command('reply', {
    words: 'reply',
    does: 'The words suggested for a request.',
    args: ['request'],
    options: ['language', 'stage', 'situation'],
    render: requests.renderReply,
  }),
  command('receipt', {
    words: 'receipt',
    does: 'Tells the client which call a request is on and when it came: a line, or a file.',
    args: ['request'],
    options: ['language', 'html', 'ics'],
    run: writeReceipt,
    example: 'receipt invoice --html receipt.html',
    render: renderReceipt,
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

  command('undo', {
    words: 'undo',
    does: 'Takes back the last change, or that one.',
    args: ['change?'],
    render: keeping.renderUndone,
  }),
  command('changes', {
    words: 'changes',
    does: 'Lists what can be undone, newest first.',
    render: keeping.renderChanges,
  }),
  command('import', {
    words: 'import',
    does: 'Takes files in: exports, .ics, .vcf, .eml, .mbox, .msg; "-" is standard input.',
    args: ['files...'],
    run: importFiles,
    render: keeping.renderImported,
    findRefused: keeping.findRefused,
  }),
  command('export', {
    words: 'export',
    does: 'Writes everything out; JSON is what import takes back.',
    options: ['format', 'out'],
    run: exportAll,
    render: (value) => ('text' in value ? value.text : `Written to ${value.file}`),
    isExact: true,
    // JSON is what import takes back, so that is what is printed; other formats are told as text.
    toJson: (value) => ('text' in value && value.format === 'json' ? value.text : JSON.stringify(value, null, 2)),
  }),
  command('doctor', {
    words: 'doctor',
    does: 'Checks the data, and what the app needs.',
    run: examine,
    render: keeping.renderChecks,
    findRefused: findUnopened,
  }),
  command('backup', {
    words: 'backup',
    does: 'Keeps everything as it is now.',
    render: ({ backup }) => `Kept as ${backup}`,
  }),
  command('backups', { words: 'backups', does: 'Lists the backups.', render: keeping.renderBackups }),
  command('restore', {
    words: 'restore',
    does: 'Goes back to a backup, or to the newest; what was there is kept as a backup.',
    args: ['backup?'],
    render: ({ restored, kept }) => `Back to ${restored}. What was there before is kept as ${kept}`,
  }),
  command('sample.add', { words: 'sample add', does: 'Adds the sample week.', render: done }),
  command('sample.remove', {
    words: 'sample remove',
    does: 'Removes the sample week, and what hangs on it.',
    render: ({ ownEntries }) => [...ownEntries.map((entry) => `Removed with it: ${entry}`), done()].join('\n'),
  }),
  command('settings.set', {
    words: 'settings set',
    does: 'Changes your own settings.',
    options: [
      ...(['my-name', 'my-mail', 'time-zone', 'week-starts-on', 'hours', 'days-off', 'country', 'region'] as const),
      ...(['buffer-before', 'buffer-after', 'notice'] as const),
    ],
    run: setSettings,
    example: 'settings set --country AT --region 9 --days-off "2026-12-24..2027-01-06 Christmas"',
    render: done,
  }),
  command('settings.show', {
    words: 'settings show',
    does: 'Shows your own settings.',
    render: keeping.renderSettings,
  }),
  command('home', { words: 'home', does: 'The folder of the data.', render: ({ folder }) => folder }),
];
