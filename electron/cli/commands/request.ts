import { type Command, command } from '../command';
import type { OptionName } from '../options';
import { renderDone } from '../render/done';
import { renderReceipt } from '../render/receipt';
import * as requests from '../render/requests';
import { renderLoggedOrKept } from '../render/strangers';
import { renderTone } from '../render/tone';
import { renderOverridden, renderPickUp, renderVerdict } from '../render/verdict';
import { logContact } from '../steps-log';
import { writeReceipt } from '../steps-receipt';
import { readTone } from '../steps-tone';
import { chooseRoute, noteOutcome } from '../steps-verdict';

const aboutContact: OptionName[] = [
  ...(['client', 'person', 'channel', 'direction', 'count', 'at', 'subject', 'minutes', 'needed-by'] as const),
  ...(['urgent', 'is-emergency'] as const),
];
const aboutRequest: OptionName[] = [
  ...(['subject', 'urgent', 'not-urgent', 'needed-by', 'asked-by', 'purpose', 'form', 'minutes', 'mine'] as const),
  ...(['ask-first', 'decided-by', 'notes'] as const),
];
const changeRequest = { args: ['request'], render: requests.renderRequest } as const;

/** Contacts, the requests they make, and the words they are answered with. */
export const requestCommands: readonly Command[] = [
  command('log', {
    words: 'log',
    does: 'Logs a contact from a line such as "dana 3 missed calls re invoice", and suggests the reply.',
    args: ['text...'],
    options: [...aboutContact, 'new-client', 'unknown'],
    run: logContact,
    example: 'log dana 3 missed calls re invoice, needs it thu',
    render: renderLoggedOrKept,
  }),
  command('entries', {
    words: 'find',
    does: 'Finds contacts by words in any order, of what was logged or of who it was with; all of them without words.',
    args: ['text...?'],
    options: ['client', 'day', 'before', 'before-id', 'most'],
    example: 'find invoice dana',
    render: requests.renderEntries,
  }),
  command('unplanned.list', {
    words: 'unplanned list',
    does: 'Lists calls with clients from your calendars that took place in the last days and are not logged.',
    render: requests.renderUnplanned,
  }),
  command('unplanned.log', {
    words: 'unplanned log',
    does: 'Logs one of them, with its time, length and words.',
    args: ['call'],
    render: requests.renderLogged,
  }),
  command('unplanned.dismiss', {
    words: 'unplanned dismiss',
    does: 'Offers one of them no more.',
    args: ['call'],
    render: renderDone,
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
  command('verdict', {
    words: 'verdict',
    does: 'Where a request goes, why, what to ask, and what became of its like.',
    args: ['request'],
    render: renderVerdict,
  }),
  command('request.override', {
    words: 'override',
    does: 'Chooses another route: now, callback, standing-call, ask-first, delegate with a name, decline; none takes it back.',
    args: ['request', 'route', 'to?'],
    run: chooseRoute,
    example: 'override invoice delegate "Lee Okafor"',
    render: renderOverridden,
  }),
  command('request.outcome', {
    words: 'outcome',
    does: 'Could it have waited? waited-fine, solved-itself, escalated or should-have-called; none means as the log shows it.',
    args: ['request', 'outcome'],
    run: noteOutcome,
    render: requests.renderRequest,
  }),
  command('pick-up', {
    words: 'pick-up',
    does: 'Whether to pick up if a client calls now.',
    args: ['client'],
    render: renderPickUp,
  }),
  command('request.sent', {
    words: 'request sent',
    does: 'The reply used last was sent; or, with any option, the words that "reply" writes with it.',
    options: ['language', 'situation', 'delegate-to', 'by', 'result'],
    ...changeRequest,
  }),
  command('request.join', {
    words: 'request join',
    does: 'Puts one request into another of the same client.',
    args: ['request', 'into'],
    render: requests.renderRequest,
  }),
  command('request.remove', {
    words: 'request remove',
    does: 'Removes a request.',
    args: ['request'],
    render: renderDone,
  }),
  command('contact.split', {
    words: 'contact split',
    does: 'Takes a contact out of its request into one of its own, or into another of the same client.',
    args: ['contact'],
    options: ['into'],
    render: ({ requestId }) => `It belongs to this request now: ${requestId}`,
  }),
  command('contact.set', {
    words: 'contact set',
    does: 'Puts a contact right; the former wording is kept.',
    args: ['contact'],
    options: ['subject', 'channel', 'direction', 'count', 'at', 'minutes'],
    render: renderDone,
  }),
  command('contact.remove', {
    words: 'contact remove',
    does: 'Removes a contact.',
    args: ['contact'],
    render: renderDone,
  }),
  command('reply', {
    words: 'reply',
    does: 'The words suggested for a request.',
    args: ['request'],
    options: ['language', 'stage', 'situation', 'delegate-to', 'by', 'result'],
    render: requests.renderReply,
  }),
  command('tone', {
    words: 'tone',
    does: 'Finds words in a letter that would hurt or scare a client off; from standard input without TEXT.',
    args: ['text...?'],
    options: ['language'],
    example: 'tone "I was too busy, I will call you soon"',
    run: readTone,
    render: renderTone,
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
];
