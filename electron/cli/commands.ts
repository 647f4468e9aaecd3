import { examine, findUnopened } from './checks';
import { type Command, command } from './command';
import type { OptionName } from './options';
import * as clients from './render/clients';
import * as keeping from './render/keeping';
import * as requests from './render/requests';
import * as week from './render/week';
import { exportAll, importFiles, prepareWeek, setClient } from './steps';

const aboutClient: OptionName[] = [
  ...(['contact', 'time-zone', 'language', 'form', 'prefers', 'emergency', 'allowance', 'rate', 'currency'] as const),
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
const done = () => 'Done. To take it back: until-friday undo';
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
    required: ['rule', 'start', 'time-zone', 'minutes'],
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
    does: 'Changes a standing call. CALL is its id or, where there is one only, the client.',
    args: ['call'],
    options: ['rule', 'start', 'time-zone', 'minutes'],
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
    render: done,
  }),
  command('call.keep', {
    words: 'call keep',
    does: 'Takes back a skip or a move.',
    args: ['call', 'occurrence'],
    render: done,
  }),
  command('call.end', {
    words: 'call end',
    does: 'Ends a standing call; ON is the last day that it can take place.',
    args: ['call', 'on'],
    render: done,
  }),
  command('call.remove', { words: 'call remove', does: 'Removes a standing call.', args: ['call'], render: done }),
  command('calls', {
    words: 'calls',
    does: 'Lists the calls from one day to another, both included.',
    required: ['from', 'to'],
    example: 'calls --from 2026-11-23 --to 2026-11-29',
    render: clients.renderOccurrences,
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
  }),
  command('reply', {
    words: 'reply',
    does: 'The words suggested for a request.',
    args: ['request'],
    options: ['language', 'stage', 'situation'],
    render: requests.renderReply,
  }),
  command('load', { words: 'load', does: 'The load per client.', options: ['week', 'weeks'], render: week.renderLoad }),
  command('available', {
    words: 'available',
    does: 'Whether you can be reached, and when you are free.',
    options: ['client', 'days'],
    render: week.renderAvailable,
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
    does: 'Takes files in; "-" is standard input.',
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
    options: ['my-name', 'time-zone', 'week-starts-on'],
    render: done,
  }),
  command('home', { words: 'home', does: 'The folder of the data.', render: ({ folder }) => folder }),
];
