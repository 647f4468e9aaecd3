import { z } from 'zod';
import { occurrenceRefSchema } from './call';
import {
  dateSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  recordFields,
  textSchema,
  wholeNumberSchema,
} from './scalars';

export const channelSchema = z.enum(['call', 'missed-call', 'voicemail', 'email', 'chat', 'in-person']);
export type Channel = z.infer<typeof channelSchema>;

export const contactSchema = z.object({
  id: z.string(),
  at: instantSchema,
  channel: channelSchema,
  direction: z.enum(['in', 'out']),
  /** "3 missed calls" is one contact with a count of 3. */
  count: wholeNumberSchema(1, 999),
  personId: z.string().optional(),
  minutes: wholeNumberSchema(0, 1440).optional(),
  /** What the contact was about, in the words it was logged with; empty for an empty voicemail. */
  subject: lineSchema,
  /** The line as typed, so that nothing of it is lost. */
  text: textSchema.optional(),
  /** The Message-ID of a mail (RFC 5322, 3.6.4), by which it is known again. */
  messageId: z.string().max(500).optional(),
  /** What a letter is written in, where that can be told. */
  language: languageSchema.optional(),
  /** What brought it, such as a file of the inbox and the place in it, so that the same is not logged twice. */
  source: z.string().max(200).optional(),
  /** Under which id it waited while it was not known whose it is. */
  strangerId: z.string().max(80).optional(),
  /** What held when it came; a later change of hours or calls does not rewrite it. */
  during: z.union([occurrenceRefSchema, z.literal('callback-block')]).optional(),
  isAfterHours: z.boolean(),
  /** The former wording, newest last, when the entry was edited. */
  former: z.array(textSchema).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

/**
 * Why a contact joined a request: its mail thread; the same subject, in whatever words; minutes after another contact of
 * that person; or, without a subject of its own, because the request was the newest of that client.
 */
export const joinedBySchema = z.enum(['thread', 'same-subject', 'burst', 'newest']);
export type JoinedBy = z.infer<typeof joinedBySchema>;

export const situationSchema = z.enum([
  'can-it-wait',
  'empty-voicemail',
  'burst',
  'clarify-urgent',
  'needed-before-call',
  'message-received',
  'time-given',
  'propose-standing-call',
  'emergency',
  'call-back-today',
  'late-return',
  'out-of-hours',
  'no-answer-yet',
  'after-we-spoke',
  'during-call',
  'call-moved',
  'call-skipped',
  'holiday',
  'correction',
  'decline',
  'done',
  'trade-off',
  'pattern',
  'rate',
  'stay-or-part',
  'weekly-word',
  'last-minute',
  'group-call',
  'delegate',
  'promise',
  'promise-early',
  'summary',
  'already-sent',
  'back-by',
  'together',
]);
/** What a reply answers to; each has its own words in every language. */
export type Situation = z.infer<typeof situationSchema>;

/** A reply that was used: copied or mailed is not sent. */
export const usedReplySchema = z.object({
  id: z.string(),
  situation: situationSchema,
  language: languageSchema,
  subject: textSchema,
  body: textSchema,
  /** The occurrence the words name, and when it was to start at that moment. */
  names: z.object({ ...occurrenceRefSchema.shape, startsAt: instantSchema }).optional(),
  /** The day, in the client's zone, by which the words promise the thing itself or an answer. */
  dueOn: dateSchema.optional(),
  /** When the words promise that I call. */
  callsBack: z.object({ startsAt: instantSchema, endsAt: instantSchema }).optional(),
  /** Suggested in my own words; absent: in the original ones. */
  isOwnTemplate: z.boolean().optional(),
  copiedAt: instantSchema.optional(),
  mailedAt: instantSchema.optional(),
  sentAt: instantSchema.optional(),
  /** The request with which it was one message; the message is counted there. */
  withRequestId: z.string().optional(),
});
export type UsedReply = z.infer<typeof usedReplySchema>;

export const statusSchema = z.enum(['open', 'waiting', 'parked', 'done', 'declined']);
export type Status = z.infer<typeof statusSchema>;

export const routeSchema = z.enum(['now', 'callback', 'standing-call', 'ask-first', 'delegate', 'decline']);
/** Where a request goes. */
export type Route = z.infer<typeof routeSchema>;

/** A route chosen by hand instead of the one that was said. */
export const overrideSchema = z.object({
  route: routeSchema,
  /** To whom it is delegated. */
  to: lineSchema.optional(),
  /** The route that the app had said. */
  said: routeSchema,
  /** It was an emergency already; one that becomes it later is for now whatever was chosen. */
  isEmergency: z.boolean().optional(),
  at: instantSchema,
});
export type Override = z.infer<typeof overrideSchema>;

export const outcomeSchema = z.enum(['waited-fine', 'solved-itself', 'escalated', 'should-have-called']);
/** Could it have waited? What became of a request that was deferred. */
export type Outcome = z.infer<typeof outcomeSchema>;

export const requestSchema = z.object({
  ...recordFields,
  clientId: z.string(),
  subject: lineSchema,
  status: statusSchema,
  claimedUrgent: z.boolean(),
  /** `suspected` by the client's agreed words, `confirmed` by hand; both go to the front. */
  emergency: z.enum(['suspected', 'confirmed']).optional(),
  neededBy: dateSchema.optional(),
  /** By when, in the words that were used where they name no day: "before the board meeting". */
  neededWords: lineSchema.optional(),
  askedBy: lineSchema.optional(),
  purpose: lineSchema.optional(),
  form: lineSchema.optional(),
  /** Minutes it is expected to take in a call. */
  minutes: wholeNumberSchema(0, 480),
  /** Mine to decide; `false`: ask first. */
  mine: z.boolean().optional(),
  /** Who decides, where that is somebody else by name; they are asked first. */
  decidedBy: lineSchema.optional(),
  notes: textSchema,
  /** What its texts said before they were edited, newest last. */
  former: z
    .array(
      z.object({
        field: z.enum(['subject', 'notes', 'askedBy', 'purpose', 'form', 'neededWords']),
        text: textSchema,
      }),
    )
    .optional(),
  contacts: z.array(contactSchema).min(1),
  replies: z.array(usedReplySchema),
  /** Put on this occurrence by hand. */
  pin: occurrenceRefSchema.optional(),
  /** Place among its agenda given by hand; smaller comes first. */
  position: z.number().optional(),
  parkedUntil: dateSchema.optional(),
  /** When its reply is to go out, where that was chosen by hand. */
  replyAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
  override: overrideSchema.optional(),
  /** As said by hand; without it, what the log shows. */
  outcome: outcomeSchema.optional(),
});
export type Request = z.infer<typeof requestSchema>;
