/** How the value of an option becomes what the contract takes. */
type Kind = 'flag' | 'text' | 'number' | 'local-time' | 'person' | 'hours' | 'days-off';

export interface Option {
  kind: Kind;
  /** The field of the input, where it is not the option's own name. */
  field?: string;
  /** What a flag stands for, where that is not `true`. */
  means?: boolean;
  /** May be given several times. */
  isMany?: boolean;
  /** `none` takes the value away. */
  canBeNone?: boolean;
  /** Placeholder of the value in the help. */
  value?: string;
  says: string;
}

/** Every option by its name: one name means one thing in all commands. */
export const options = {
  contact: {
    kind: 'person',
    field: 'people',
    isMany: true,
    value: '"NAME <MAIL> PHONE"',
    says: 'a person there; repeat it for more',
  },
  'time-zone': { kind: 'text', value: 'ZONE', says: 'IANA time zone, such as Europe/Vienna' },
  language: { kind: 'text', value: 'TAG', says: 'language of the words, such as en or de' },
  form: { kind: 'text', value: 'FORM', says: 'client: formal or familiar; request: the form the answer is wanted in' },
  prefers: { kind: 'text', value: 'HOW', says: 'email, call or chat' },
  emergency: { kind: 'text', value: 'TEXT', says: 'what both sides agreed to call an emergency' },
  allowance: { kind: 'number', value: 'N', says: 'impromptu calls a week that are fine' },
  'allowance-a-day': {
    kind: 'number',
    field: 'allowanceADay',
    canBeNone: true,
    value: 'N',
    says: 'and on one day, or none for no limit of its own',
  },
  hours: {
    kind: 'hours',
    field: 'workingHours',
    canBeNone: true,
    value: '"DAYS HOURS"',
    says: 'working hours, such as "mo-fr 09:00-12:00 13:00-17:00"; for a client none means nine to five',
  },
  country: {
    kind: 'text',
    canBeNone: true,
    value: 'CODE',
    says: 'whose public holidays are kept, such as AT, or none',
  },
  region: { kind: 'text', canBeNone: true, value: 'CODE', says: 'and of which part, such as BY in DE, or none' },
  rate: { kind: 'number', canBeNone: true, value: 'N', says: 'rate an hour for being available, or none' },
  currency: { kind: 'text', canBeNone: true, value: 'CODE', says: 'currency of the rate, such as EUR, or none' },
  limit: {
    kind: 'text',
    value: 'HOW',
    says: 'how far the talk about availability may go: keep, firm or ready-to-lose',
  },
  into: { kind: 'text', value: 'REQUEST', says: 'another request of the same client' },
  'join-within': {
    kind: 'number',
    field: 'joinWithinMinutes',
    value: 'MINUTES',
    says: 'contacts within so many minutes are one request',
  },
  notes: { kind: 'text', value: 'TEXT', says: 'notes of your own' },
  rule: { kind: 'text', value: 'RRULE', says: 'recurrence rule (RFC 5545), such as FREQ=WEEKLY;BYDAY=FR' },
  start: { kind: 'local-time', value: '"YYYY-MM-DDTHH:MM"', says: "first local start, in the call's own zone" },
  minutes: { kind: 'number', value: 'N', says: 'length in minutes' },
  organizer: {
    kind: 'text',
    value: 'MAIL',
    says: 'your mail address, so that the client can accept the invitation; else the first of your own',
  },
  from: {
    kind: 'local-time',
    value: 'WHEN',
    says: 'calls: first day; call set: the occurrence from which on it changes, by its original local start',
  },
  floating: { kind: 'flag', field: 'isFloating', says: 'stays at the same time of my day when I travel' },
  'not-floating': { kind: 'flag', field: 'isFloating', means: false, says: 'stays in its zone when I travel' },
  rdate: {
    kind: 'local-time',
    field: 'rdates',
    isMany: true,
    value: '"YYYY-MM-DDTHH:MM"',
    says: 'an extra call beside those of the rule; repeat it for more',
  },
  to: { kind: 'local-time', value: 'WHEN', says: 'calls: last day; call move: the new local start' },
  client: { kind: 'text', value: 'CLIENT', says: 'a client by name or id' },
  'new-client': { kind: 'text', value: 'NAME', says: 'a client who is not there yet, and is added' },
  unknown: { kind: 'flag', field: 'isUnknown', says: 'nobody knows yet whose it is: it waits under "who"' },
  person: { kind: 'text', value: 'ID', says: 'a person of the client, by id' },
  channel: { kind: 'text', value: 'HOW', says: 'call, missed-call, voicemail, email, chat or in-person' },
  direction: { kind: 'text', value: 'in|out', says: 'who contacted whom' },
  count: { kind: 'number', value: 'N', says: 'how often' },
  at: { kind: 'text', value: 'INSTANT', says: 'when it was, ISO 8601 with offset' },
  'reply-at': {
    kind: 'text',
    field: 'at',
    canBeNone: true,
    value: 'INSTANT',
    says: 'when the message is to go out, ISO 8601 with offset; none for the usual time',
  },
  subject: { kind: 'text', value: 'TEXT', says: 'what it is about' },
  'needed-by': { kind: 'text', canBeNone: true, value: 'DATE', says: 'the day it is needed by' },
  urgent: { kind: 'flag', field: 'claimedUrgent', says: 'they call it urgent' },
  'not-urgent': { kind: 'flag', field: 'claimedUrgent', means: false, says: 'nobody calls it urgent' },
  'no-merge': { kind: 'flag', field: 'merge', means: false, says: 'no card completes somebody who is known' },
  automatic: { kind: 'flag', says: 'newsletters and automatic answers too' },
  'is-emergency': { kind: 'flag', field: 'isEmergency', says: 'it is an emergency as agreed' },
  'asked-by': { kind: 'text', value: 'TEXT', says: 'who really asks' },
  'decided-by': { kind: 'text', value: 'NAME', says: 'who decides, if that is somebody else' },
  purpose: { kind: 'text', value: 'TEXT', says: 'what it is for' },
  mine: { kind: 'flag', says: 'mine to decide' },
  'ask-first': { kind: 'flag', field: 'mine', means: false, says: 'somebody is to be asked first' },
  open: { kind: 'flag', says: 'only what is not over' },
  until: { kind: 'text', value: 'DATE', says: 'the day it comes back; in two weeks when not given' },
  day: { kind: 'text', value: 'DATE', says: 'only those of this day' },
  before: { kind: 'text', value: 'INSTANT', says: 'only those before, ISO 8601 with offset' },
  'before-id': {
    kind: 'text',
    value: 'ID',
    says: 'with --before: and those at that very instant that follow this contact',
  },
  most: { kind: 'number', field: 'limit', value: 'N', says: 'how many at most; 100 when not given' },
  week: { kind: 'text', value: 'DATE', says: 'any day of the week; this week when not given' },
  weeks: { kind: 'number', value: 'N', says: 'how many weeks; load: that one being the last; else: those ahead' },
  times: { kind: 'number', value: '1|2', says: 'how often a week' },
  markdown: { kind: 'flag', says: 'as Markdown' },
  stage: {
    kind: 'text',
    value: 'STAGE',
    says: 'boundary stage: proposed, trade-off, held, pattern, rate or decided; none leaves the choice to the app',
  },
  decision: { kind: 'text', value: 'HOW', says: 'with the stage decided: stay or part' },
  'delegate-to': { kind: 'text', field: 'to', value: 'NAME', says: 'who takes it instead of you' },
  by: { kind: 'text', value: 'DATE', says: 'the day that you promise it by' },
  result: { kind: 'text', value: 'TEXT', says: 'the result, as others are to read it' },
  request: { kind: 'text', value: 'REQUEST', says: 'the request to try the words on' },
  situation: { kind: 'text', value: 'NAME', says: 'what the words answer to, such as can-it-wait' },
  days: { kind: 'number', value: 'N', says: 'how many days ahead' },
  format: { kind: 'text', value: 'FORMAT', says: 'json, csv, ics or markdown; json when not given' },
  out: { kind: 'text', value: 'FILE', says: 'file to write, whole or not at all; the terminal when not given' },
  name: { kind: 'text', value: 'NAME', says: 'another name' },
  busy: { kind: 'flag', field: 'isBusy', says: 'its events make you busy' },
  'not-busy': { kind: 'flag', field: 'isBusy', means: false, says: 'its events are only shown' },
  'my-name': { kind: 'text', value: 'NAME', says: 'your name beneath replies' },
  'my-mail': {
    kind: 'text',
    field: 'myEmails',
    isMany: true,
    canBeNone: true,
    value: 'MAIL',
    says: 'a mail address of your own; repeat it for more; none takes all away',
  },
  'days-off': {
    kind: 'days-off',
    isMany: true,
    canBeNone: true,
    value: '"FROM..TO NAME"',
    says: 'days on which you do not work, both included; repeat it for more; none takes all away',
  },
  'buffer-before': {
    kind: 'number',
    field: 'bufferBeforeMinutes',
    canBeNone: true,
    value: 'MINUTES',
    says: 'kept free before each standing call',
  },
  'buffer-after': {
    kind: 'number',
    field: 'bufferAfterMinutes',
    canBeNone: true,
    value: 'MINUTES',
    says: 'kept free after each standing call',
  },
  notice: {
    kind: 'number',
    field: 'noticeMinutes',
    canBeNone: true,
    value: 'MINUTES',
    says: 'no slot is offered that begins sooner',
  },
  'sooner-above': {
    kind: 'number',
    field: 'soonerAbovePercent',
    canBeNone: true,
    value: 'PERCENT',
    says: 'what waits comes sooner where surely more than this share of its like could not; none means 25',
  },
  share: { kind: 'flag', says: 'as words for the client' },
  offer: { kind: 'flag', says: 'with --share or --ics: keeps that they were offered' },
  ics: { kind: 'text', value: 'FILE', says: "as a file for the client's calendar" },
  html: { kind: 'text', value: 'FILE', says: 'as a page to send along' },
  slots: { kind: 'number', field: 'count', value: 'N', says: 'how many slots at most' },
  'week-starts-on': { kind: 'number', value: 'N', says: 'weekday that a week starts on, 1 Monday to 7 Sunday' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** Those that every command takes, in any place. */
export const globalOptions = {
  home: { kind: 'text', value: 'DIR', says: 'the folder of the data' },
  now: { kind: 'text', value: 'INSTANT', says: 'the time that holds for this, ISO 8601 with offset' },
  json: { kind: 'flag', says: 'answer with JSON' },
  'dry-run': { kind: 'flag', says: 'answer as if it were done; nothing is written' },
  help: { kind: 'flag', says: 'how a command is used' },
  version: { kind: 'flag', says: 'the version of Until Friday' },
} as const satisfies Record<string, Option>;

/** The name of an option as the field of an input: `time-zone` is `timeZone`. */
export function fieldOf(name: string): string {
  const option = lookUp(name);
  return option?.field ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What is known of an option by its name. */
export function lookUp(name: string): Option | undefined {
  return Object.hasOwn(options, name) ? options[name as OptionName] : undefined;
}
