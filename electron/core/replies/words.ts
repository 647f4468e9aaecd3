import { z } from 'zod';
import { situationSchema } from '../model/request';
import { languageSchema } from '../model/scalars';
import { placeholdersOf } from './format';

/**
 * What the words of a reply may ask for. Flags are words to select by (`yes`, `no` and the like), the rest is text.
 * Absent ones are asked for by a refusal, never left in the text.
 */
export const PLACEHOLDERS = [
  // The client and the request: `form` is formal or familiar.
  ...['form', 'status', 'emergency', 'hasTopic', 'topic', 'topicStart', 'agreement'],
  // What is known of it: called urgent, which questions are open (both, when, what, rest), who asks, in what form.
  ...['urgent', 'asks', 'asker', 'shape'],
  // What came: `kind` of contact, the thing itself ("your two calls"), when ("this morning").
  ...['kind', 'heard', 'what', 'whatStart', 'came'],
  // The call the request is on, and the one that was named before.
  ...[
    'hasCall',
    'callNear',
    'callDay',
    'callDate',
    'callWeekday',
    'callMoment',
    'runningUntil',
    'runningHour',
    'isOtherZone',
    'hasFormer',
    'formerMoment',
  ],
  // Why the call before it, or the one at the former time, does not take place: a day off or a holiday, and its name.
  ...['off', 'offDay', 'hasOffName', 'offName', 'formerWhy', 'hasFormerName', 'formerName'],
  // The day it is needed by: none, before the call, on its day (same), after it, or past.
  ...['need', 'needNear', 'needDate', 'due', 'how'],
  // What I can offer, and when I look.
  ...['callback', 'callbackDay', 'callbackWhen', 'hasSlots', 'slotList', 'tied', 'hours', 'look', 'backMoment'],
  // How they reached me in the last four weeks (`weeks`) or since a day, where their log is younger (`since`), and what
  // that would have cost; numbers where something is counted.
  ...[
    'span',
    'sinceDay',
    'cameTimes',
    'cameDays',
    'cameOutside',
    'lastCame',
    'hasSpoken',
    'spokenMinutes',
    'spokenCost',
    'rateAmount',
  ],
  // A day in a week, by which an answer is asked for or promised; and today.
  ...['weekDue', 'weekDate', 'today'],
  // What only I can say, and what was sent: who takes it, by when, the result, the message in which it was.
  ...['delegate', 'promiseDue', 'aheadOf', 'result', 'sentMoment', 'sentSubject'],
  // Everything that waits for one message.
  ...['itemCount', 'itemLines'],
] as const;

/** Those that are numbers, for a plural to count. */
export const COUNTS: ReadonlySet<string> = new Set<(typeof PLACEHOLDERS)[number]>([
  ...(['cameTimes', 'cameDays', 'cameOutside', 'spokenMinutes', 'itemCount'] as const),
]);

/** Values by placeholder; what is not known is `undefined`. */
export type Filled = Partial<Record<(typeof PLACEHOLDERS)[number], string | number | undefined>>;

/** A day for the pieces that name one; the number of the weekday and the rest of the date are for declining. */
const DAY = ['near', 'weekday', 'weekdayIndex', 'date', 'dayMonth'] as const;

/** The pieces that the code fills by themselves, each with what it is given. */
export const PART_PLACEHOLDERS = {
  greeting: ['firstName', 'fullName', 'hasTitle', 'form'],
  ownGreeting: ['greeting', 'form'],
  noGreeting: ['form'],
  closing: ['myName', 'form'],
  day: [...DAY, 'form'],
  due: [...DAY, 'form'],
  moment: [
    ...[...DAY, 'time', 'hour', 'zone'],
    ...['mine', 'mineDate', 'mineTime', 'mineHour', 'mineWeekday', 'mineWeekdayIndex', 'mineDayMonth'],
    'form',
  ],
  stretch: [...DAY, 'from', 'to', 'zone', 'form'],
  slot: [
    ...['weekday', 'weekdayIndex', 'time', 'hour', 'zone'],
    ...['mine', 'mineWeekday', 'mineWeekdayIndex', 'mineTime', 'mineHour', 'form'],
  ],
  slots: ['list', 'zone', 'form'],
  every: [
    ...['weekdays', 'onWeekdays', 'time', 'hour', 'zone'],
    ...['mine', 'mineWeekdays', 'mineOnWeekdays', 'mineTime', 'mineHour', 'form'],
  ],
  cameAt: [...DAY, 'spread', 'part', 'time', 'hour', 'zone', 'form'],
  cameFrom: [...DAY, 'spread', 'part', 'time', 'hour', 'zone', 'form'],
  calls: ['count', 'form'],
  voicemails: ['count', 'form'],
  emails: ['count', 'form'],
  chats: ['count', 'form'],
  /** One line of a message about several requests. */
  waiting: ['hasTopic', 'topicStart', 'what', 'whatStart', 'moment', 'form'],
} as const;
export type Part = keyof typeof PART_PLACEHOLDERS;

/** What the words of a proposal may ask for: a standing call at a time, without a request. */
const PROPOSAL_PLACEHOLDERS = [
  ...['form', 'cadence', 'every', 'weekdays', 'time', 'minutes', 'firstDate', 'agreement'],
] as const;

/** The words with which slots are offered, each with what it is given; times and days are the client's. */
const AVAILABILITY_PLACEHOLDERS = {
  subject: ['count', 'minutes', 'form'],
  /** `list` is made of days; `zone` is `theirs` where my clock shows something else. */
  text: ['list', 'count', 'minutes', 'zone', 'form'],
  day: [...DAY, 'times', 'form'],
} as const;

/** What a receipt may ask for beyond what a reply may. */
const RECEIPT_PLACEHOLDERS = ['receivedMoment'] as const;

const PART_NAMES = Object.keys(PART_PLACEHOLDERS) as Part[];

const messageSchema = z.string().max(4000, 'is longer than 4000 characters');

const variantSchema = z.object({ subject: messageSchema, body: messageSchema });

/**
 * The words for replies in one language: a file of `resources/replies/`. `phrases` are messages that others name as
 * placeholders; a language makes its own. `locale` says how dates and times are written where the client's language
 * names no region. `titles` are left out of first names.
 */
export const replyWordsSchema = z.object({
  language: languageSchema,
  locale: languageSchema,
  name: z.string().min(1),
  /** Whether the words differ between formal and familiar. */
  forms: z.boolean(),
  titles: z.array(z.string()),
  /** Family names that stand first where the language has it so: who bears one is greeted by the last of their names. */
  familyFirst: z.array(z.string()).optional(),
  parts: z.record(z.enum(PART_NAMES), messageSchema),
  availability: z.object({ subject: messageSchema, text: messageSchema, day: messageSchema }),
  /** What confirms that a request is on an agenda: its line, and what to do if it can't wait; `title` heads the page. */
  receipt: z.object({ subject: messageSchema, title: messageSchema, line: messageSchema, otherwise: messageSchema }),
  phrases: z.record(z.string(), messageSchema),
  situations: z.record(situationSchema, z.array(variantSchema).min(2, 'has fewer than two variants').max(20)),
  /** Letters that propose a standing call at a time that was found. */
  proposals: z.array(variantSchema).min(2, 'has fewer than two variants').max(20),
  /** Why these words, and what to mind before sending them: for me, and so only where the interface has the language. */
  reasons: z.record(z.string(), messageSchema).optional(),
});
export type ReplyWords = z.infer<typeof replyWordsSchema>;

export interface WordFault {
  /** Where in the file, such as `situations.burst.0.body`. */
  where: string;
  what: string;
}

/**
 * What would go wrong with these words when they are used: messages that cannot be read, and placeholders that nothing
 * fills. Apart from the schema, since reading every message takes longer than an app that starts should spend.
 */
export function findFaults(words: ReplyWords): WordFault[] {
  const known = new Set<string>([...PLACEHOLDERS, ...Object.keys(words.phrases)]);
  const knownOfProposals = new Set<string>([...PROPOSAL_PLACEHOLDERS, ...Object.keys(words.phrases)]);
  const knownOfReceipts = new Set<string>([...known, ...RECEIPT_PLACEHOLDERS]);
  return [
    ...(['subject', 'text', 'day'] as const).flatMap((key) =>
      check(words.availability[key], new Set(AVAILABILITY_PLACEHOLDERS[key]), `availability.${key}`),
    ),
    ...(['subject', 'title', 'line', 'otherwise'] as const).flatMap((key) =>
      check(words.receipt[key], knownOfReceipts, `receipt.${key}`),
    ),
    ...PART_NAMES.flatMap((part) => check(words.parts[part], new Set(PART_PLACEHOLDERS[part]), `parts.${part}`)),
    ...Object.entries(words.phrases).flatMap(([name, message]) => check(message, known, `phrases.${name}`)),
    ...Object.entries(words.situations).flatMap(([situation, variants]) =>
      variants.flatMap((variant, index) => [
        ...check(variant.subject, known, `situations.${situation}.${index}.subject`),
        ...check(variant.body, known, `situations.${situation}.${index}.body`),
      ]),
    ),
    ...words.proposals.flatMap((variant, index) => [
      ...check(variant.subject, knownOfProposals, `proposals.${index}.subject`),
      ...check(variant.body, knownOfProposals, `proposals.${index}.body`),
    ]),
    ...Object.entries(words.reasons ?? {}).flatMap(([code, message]) => check(message, undefined, `reasons.${code}`)),
  ];
}

/** Faults of one message; without `known` its placeholders are not looked at. */
function check(message: string, known: ReadonlySet<string> | undefined, where: string): WordFault[] {
  const found = placeholdersOf(message);
  if (typeof found === 'string') return [{ where, what: `cannot be read: ${found}` }];
  if (!known) return [];
  return found
    .filter((name) => !known.has(name))
    .map((name) => ({ where, what: `asks for "${name}", which nothing fills` }));
}
