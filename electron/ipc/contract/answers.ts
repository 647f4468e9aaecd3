import { z } from 'zod';
import { boundaryStepSchema, personSchema } from '../../core/model/client';
import {
  contactSchema,
  joinedBySchema,
  requestSchema,
  routeSchema,
  situationSchema,
  usedReplySchema,
} from '../../core/model/request';
import { workingHoursSchema } from '../../core/model/settings';
import { strangerSchema } from '../../core/model/stranger';
import { toneFindingSchema } from './tone';

/** The JSON shapes that the command line answers with; relied on from outside: add to them, never take away. */

const instant = z.string().describe('ISO 8601 with offset');

export const reasonSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
});

/** What to mind before a letter is sent; `action` says what to do about it, where it contradicts something. */
export const warningSchema = reasonSchema.extend({ action: z.string().optional() });

export const clientAnswerSchema = z.object({
  clientId: z.string(),
  name: z.string(),
  people: z.array(personSchema.omit({ id: true }).extend({ personId: z.string() })),
  timeZone: z.string(),
  language: z.string(),
  form: z.string(),
  prefers: z.string(),
  emergency: z.string(),
  allowance: z.number(),
  allowanceADay: z.number().optional(),
  workingHours: workingHoursSchema.optional(),
  country: z.string().optional(),
  region: z.string().optional(),
  limit: z.string(),
  boundarySteps: z.array(boundaryStepSchema).optional(),
  rate: z.number().optional(),
  currency: z.string().optional(),
  joinWithinMinutes: z.number(),
  notes: z.string(),
  isSample: z.boolean().optional(),
});
export type ClientAnswer = z.infer<typeof clientAnswerSchema>;

export const callAnswerSchema = z.object({
  callId: z.string(),
  client: z.string(),
  clientId: z.string(),
  rule: z.string(),
  start: z.string(),
  timeZone: z.string(),
  minutes: z.number(),
  endsOn: z.string().optional(),
  isFloating: z.boolean().optional(),
  /** Local starts of extra calls. */
  rdates: z.array(z.string()).optional(),
});
export type CallAnswer = z.infer<typeof callAnswerSchema>;

/** Why a call had better not take place; `text` says it for people. */
export const clashAnswerSchema = z.object({
  kind: z.enum(['my-day-off', 'my-holiday', 'client-holiday']),
  name: z.string(),
  date: z.string().describe('plain date in the zone of the side whose day it is'),
  text: z.string(),
});
export type ClashAnswer = z.infer<typeof clashAnswerSchema>;

export const occurrenceAnswerSchema = z.object({
  callId: z.string(),
  client: z.string(),
  clientId: z.string(),
  occurrence: z.string(),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  minutes: z.number(),
  movedFrom: instant.optional(),
  isExtra: z.boolean().optional(),
  isHeld: z.boolean().optional(),
  /** The start in the offset of my own zone, where its clock shows another time. */
  startsAtMine: instant.optional(),
  /** The holiday or day off it falls on, while nothing is decided about it. */
  clash: clashAnswerSchema.optional(),
});
export type OccurrenceAnswer = z.infer<typeof occurrenceAnswerSchema>;

export const contactAnswerSchema = contactSchema.extend({
  contactId: z.string(),
  at: instant,
  person: z.string().optional(),
});

export const requestAnswerSchema = requestSchema.omit({ contacts: true }).extend({
  requestId: z.string(),
  client: z.string(),
  count: z.number(),
  contacts: z.array(contactAnswerSchema),
  replies: z.array(usedReplySchema),
});
export type RequestAnswer = z.infer<typeof requestAnswerSchema>;

const count = z.number();

export const verdictSchema = z.object({
  route: routeSchema,
  until: instant.optional(),
  /** To whom it is delegated. */
  to: z.string().optional(),
  reasons: z.array(reasonSchema),
  /** Which of the four questions should be asked. */
  ask: z.array(z.enum(['by-when', 'who', 'what-for', 'form'])).optional(),
  /** What became of its like in the last 52 weeks; absent where nothing is known of them. `text` says it for people. */
  tally: z
    .object({
      kind: z.string(),
      deferred: count,
      waitedFine: count,
      solvedItself: count,
      escalated: count,
      shouldHaveCalled: count,
      /** Routes chosen by hand: sooner than said, later, or elsewhere. */
      overridden: z.object({ sooner: count, later: count, elsewhere: count }),
      text: z.string(),
    })
    .optional(),
});

export const replyAnswerSchema = z.object({
  language: z.string(),
  subject: z.string(),
  body: z.string(),
  stage: z.string(),
  situation: situationSchema,
  reasons: z.array(reasonSchema),
  warnings: z.array(warningSchema),
  tone: z.array(toneFindingSchema),
});
export type ReplyAnswer = z.infer<typeof replyAnswerSchema>;

/** What confirms to a client that a request is on an agenda. */
export const receiptAnswerSchema = z.object({
  language: z.string(),
  subject: z.string(),
  /** Which call it is for, and when it came. */
  line: z.string(),
  /** What to do if it can't wait. */
  otherwise: z.string(),
  tone: z.array(toneFindingSchema).describe('of line and otherwise, a space between them'),
  /** Without its ending. */
  fileName: z.string(),
  /** A page of its own, without anything from elsewhere. */
  html: z.string(),
  /** The same as an event, RFC 5545. */
  ics: z.string(),
  call: z.object({ callId: z.string(), occurrence: z.string(), startsAt: instant }),
});

export const logAnswerSchema = z.object({
  changeId: z.string(),
  request: requestAnswerSchema,
  contact: contactAnswerSchema,
  /** True when the contact joined a request that was open already. */
  joined: z.boolean(),
  joinedBy: joinedBySchema.optional(),
  verdict: verdictSchema,
  call: z.object({ callId: z.string(), occurrence: z.string(), startsAt: instant }).optional(),
  reply: replyAnswerSchema,
});
export type LogAnswer = z.infer<typeof logAnswerSchema>;

export const checkSchema = z.object({ check: z.string(), ok: z.boolean(), detail: z.string() });
export type Check = z.infer<typeof checkSchema>;

const understoodPartSchema = z.enum([
  'who',
  'channel',
  'count',
  'at',
  'minutes',
  'subject',
  'neededBy',
  'urgent',
  'askedBy',
  'purpose',
]);

/** What the quick-log line was understood as, shown while typing. */
export const understandingSchema = z.object({
  /** The client or person found, best first; empty when nobody fits. */
  candidates: z.array(
    z.object({
      clientId: z.string(),
      client: z.string(),
      personId: z.string().optional(),
      person: z.string().optional(),
    }),
  ),
  channel: contactSchema.shape.channel,
  direction: contactSchema.shape.direction,
  count: z.number(),
  subject: z.string(),
  claimedUrgent: z.boolean(),
  isEmergency: z.boolean(),
  minutes: z.number().optional(),
  neededBy: z.string().optional(),
  /** By when, in the line's own words where they name no day. */
  neededWords: z.string().optional(),
  askedBy: z.string().optional(),
  purpose: z.string().optional(),
  at: z.string(),
  /** Where nobody known is named: who it seems to be, and what a new client could be called. */
  stranger: strangerSchema
    .pick({ name: true, firm: true, email: true, phone: true })
    .extend({ suggestedName: z.string().optional() })
    .optional(),
  /** Two different clients fit equally well. */
  ambiguous: z.boolean(),
  /** Which characters of the line each part came from, in order; `to` is the place after the last one. */
  spans: z.array(z.object({ part: understoodPartSchema, from: z.number(), to: z.number() })),
});
export type Understanding = z.infer<typeof understandingSchema>;

/** One line of the log view: a contact with the request it belongs to. */
export const entrySchema = z.object({
  contact: contactSchema,
  requestId: z.string(),
  client: z.string(),
  clientId: z.string(),
  person: z.string().optional(),
  /** When it was, in my zone. */
  at: z.string(),
  subject: z.string(),
  status: requestSchema.shape.status,
});
export type Entry = z.infer<typeof entrySchema>;
