import { z } from 'zod';
import { occurrenceRefSchema } from '../../core/model/call';
import { changeSchema } from '../../core/model/change';
import { clientSchema, personSchema } from '../../core/model/client';
import { contactSchema, requestSchema, situationSchema } from '../../core/model/request';
import { dateSchema, instantSchema, lineSchema, textSchema, wholeNumberSchema } from '../../core/model/scalars';
import { deviceSchema, settingsSchema } from '../../core/model/settings';
import type { State } from '../../core/model/state';
import { agendaContract } from './agenda';
import {
  checkSchema,
  clientAnswerSchema,
  entrySchema,
  logAnswerSchema,
  receiptAnswerSchema,
  replyAnswerSchema,
  requestAnswerSchema,
  understandingSchema,
} from './answers';
import { availabilityContract } from './availability';
import { calendarContract } from './calendars';
import { callContract } from './calls';
import { cardContract } from './card';
import { changed, entry, name, nothing } from './entry';
import { importContract } from './import';
import { invitationContract } from './invitation';
import { logFields } from './log-fields';
import { stageContract, standingSchema } from './stages';
import { strangerContract } from './strangers';
import { templateContract } from './templates';
import { toneContract } from './tone';
import { unplannedContract } from './unplanned';
import { verdictContract } from './verdict';
import { waitingContract } from './waiting';
import { loadAnswerSchema, prepAnswerSchema } from './week-answers';

/**
 * Every command and query, for both doors: the windows (`ipcMain`) and the local socket.
 * `client`, `call` and `request` take an id or, where a person would write one, a name.
 */

const personInput = personSchema.omit({ id: true }).partial({ emails: true, phones: true }).extend({
  /** Given for a person who is there already. */
  id: z.string().optional(),
});
const clientFields = clientSchema
  .omit({ id: true, updatedAt: true, updatedBy: true, isSample: true, people: true, name: true, boundarySteps: true })
  .partial()
  .extend({ people: z.array(personInput).max(200).optional() });
/** What a client need not have: `null` takes it away. */
const optionalOfClient = {
  rate: clientSchema.shape.rate.nullable(),
  currency: clientSchema.shape.currency.nullable(),
  allowanceADay: clientSchema.shape.allowanceADay.nullable(),
  workingHours: clientSchema.shape.workingHours.nullable(),
  country: clientSchema.shape.country.nullable(),
  region: clientSchema.shape.region.nullable(),
};
/** What only I can say, and some words need: who takes it, the day I promise, the result to pass on. */
const toldFields = { to: lineSchema.optional(), by: dateSchema.optional(), result: textSchema.optional() };

const requestName = z.object({ request: name });
const requestFields = requestSchema
  .pick({
    subject: true,
    claimedUrgent: true,
    neededBy: true,
    neededWords: true,
    askedBy: true,
    purpose: true,
    form: true,
    minutes: true,
    mine: true,
    decidedBy: true,
    notes: true,
    emergency: true,
  })
  .partial()
  .extend({
    neededBy: dateSchema.nullable().optional(),
    emergency: requestSchema.shape.emergency.unwrap().nullable().optional(),
    /** Puts it on one occurrence by hand; `null` lets it find its own. */
    pin: occurrenceRefSchema.nullable().optional(),
  });

export const contract = {
  'state.get': entry(nothing, z.custom<State>(), 'window'),
  /** Loads the history of a UTC month (`YYYY-MM`) into the published state. */
  'history.load': entry(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }), nothing),

  'client.add': entry(clientFields.extend({ name: clientSchema.shape.name }), clientAnswerSchema.extend(changed.shape)),
  'client.list': entry(nothing, z.array(clientAnswerSchema)),
  'client.show': entry(z.object({ client: name }), clientAnswerSchema.extend({ boundary: standingSchema.optional() })),
  'client.set': entry(
    clientFields.extend({ client: name, name: clientSchema.shape.name.optional() }).extend(optionalOfClient),
    clientAnswerSchema.extend(changed.shape),
  ),
  /** Removes a client with calls and requests; can be undone. */
  'client.remove': entry(z.object({ client: name }), changed),
  /** Removes every trace, from history and backups too; can't be undone. */
  'client.forget': entry(z.object({ client: name }), z.object({ name: z.string(), records: z.number() })),

  ...cardContract,
  ...stageContract,
  ...waitingContract,
  ...agendaContract,
  ...callContract,
  ...calendarContract,
  ...invitationContract,
  ...unplannedContract,
  ...verdictContract,
  ...templateContract,
  ...toneContract,

  understand: entry(z.object({ text: z.string().max(10_000) }), understandingSchema),
  log: entry(logFields, logAnswerSchema),
  ...strangerContract,
  entries: entry(
    z.object({
      /** Words in any order: parts of what was logged, or of the name of client or person. */
      text: z.string().max(300).optional(),
      client: name.optional(),
      day: dateSchema.optional(),
      /** Pages on: only entries before this instant and, with the id of the contact seen last, those at it that follow. */
      before: instantSchema.optional(),
      beforeId: z.string().max(80).optional(),
      limit: wholeNumberSchema(1, 500).default(100),
    }),
    z.object({ entries: z.array(entrySchema), hasMore: z.boolean() }),
  ),
  'contact.set': entry(
    contactSchema.pick({ at: true, channel: true, direction: true, count: true, subject: true }).partial().extend({
      contact: name,
      personId: z.string().nullable().optional(),
      minutes: contactSchema.shape.minutes.nullable(),
    }),
    changed,
  ),
  'contact.remove': entry(z.object({ contact: name }), changed),
  /** Takes a contact out of its request into one of its own, or into another of the same client. */
  'contact.split': entry(z.object({ contact: name, into: name.optional() }), changed.extend({ requestId: z.string() })),

  requests: entry(z.object({ open: z.boolean().optional(), client: name.optional() }), z.array(requestAnswerSchema)),
  'request.show': entry(requestName, requestAnswerSchema),
  'request.set': entry(requestFields.extend({ request: name }), requestAnswerSchema.extend(changed.shape)),
  'request.done': entry(requestName, requestAnswerSchema.extend(changed.shape)),
  'request.wait': entry(requestName, requestAnswerSchema.extend(changed.shape)),
  'request.park': entry(
    requestName.extend({ until: dateSchema.optional() }),
    requestAnswerSchema.extend(changed.shape),
  ),
  'request.decline': entry(requestName, requestAnswerSchema.extend(changed.shape)),
  'request.reopen': entry(requestName, requestAnswerSchema.extend(changed.shape)),
  /** The reply used last was sent; or, where a situation or what its words need is given, those words, as suggested now. */
  'request.sent': entry(
    requestName.extend({ situation: situationSchema.optional(), language: z.string().optional(), ...toldFields }),
    requestAnswerSchema.extend(changed.shape),
  ),
  'request.remove': entry(requestName, changed),
  'request.join': entry(requestName.extend({ into: name }), requestAnswerSchema.extend(changed.shape)),
  /** Gives an agenda the order of the ids; those named that stood elsewhere come to this occurrence. */
  'agenda.arrange': entry(occurrenceRefSchema.extend({ requests: z.array(z.string()).max(500) }), changed),

  prep: entry(z.object({ week: dateSchema.optional() }), prepAnswerSchema),
  'prep.markdown': entry(z.object({ week: dateSchema.optional() }), z.object({ markdown: z.string() })),
  reply: entry(
    requestName.extend({
      language: z.string().optional(),
      stage: z.string().optional(),
      situation: situationSchema.optional(),
      ...toldFields,
    }),
    replyAnswerSchema,
  ),
  /** A receipt for a request that waits for a call; changes nothing. Refused with `no-reply` where no call takes it. */
  receipt: entry(requestName.extend({ language: z.string().optional() }), receiptAnswerSchema),
  /** Records that a reply was copied, given to the mail program, or sent. */
  'reply.use': entry(
    requestName.extend({
      situation: situationSchema,
      language: z.string(),
      subject: textSchema,
      body: textSchema,
      how: z.enum(['copied', 'mailed', 'sent']),
      ...toldFields,
    }),
    changed,
  ),

  /** Takes back the last change, that one, or, given an entry's id, the last one of that entry. */
  undo: entry(z.object({ change: z.string().optional() }), changeSchema),
  changes: entry(z.object({ limit: wholeNumberSchema(1, 200).default(20) }), z.array(changeSchema)),

  load: entry(z.object({ week: dateSchema.optional(), weeks: wholeNumberSchema(1, 520).optional() }), loadAnswerSchema),
  ...availabilityContract,

  export: entry(
    z.object({ format: z.enum(['json', 'csv', 'ics', 'markdown']) }),
    z.object({ format: z.string(), text: z.string() }),
  ),
  ...importContract,
  doctor: entry(nothing, z.array(checkSchema)),
  backup: entry(nothing, z.object({ backup: z.string() })),
  backups: entry(nothing, z.array(z.object({ backup: z.string(), at: z.string(), reason: z.string() }))),
  restore: entry(
    z.object({ backup: z.string().optional() }),
    z.object({ restored: z.string(), kept: z.string().describe('the backup of what was there before') }),
  ),
  'sample.add': entry(nothing, changed),
  /** Names own entries beneath sample records; they go too, and come back with undo. */
  'sample.remove': entry(nothing, changed.extend({ ownEntries: z.array(z.string()) })),

  'settings.set': entry(
    settingsSchema
      .omit({ id: true, updatedAt: true, updatedBy: true, isSample: true, templates: true })
      .partial()
      // `null` takes away.
      .extend({
        country: settingsSchema.shape.country.nullable(),
        region: settingsSchema.shape.region.nullable(),
        bufferBeforeMinutes: settingsSchema.shape.bufferBeforeMinutes.nullable(),
        bufferAfterMinutes: settingsSchema.shape.bufferAfterMinutes.nullable(),
        noticeMinutes: settingsSchema.shape.noticeMinutes.nullable(),
        soonerAbovePercent: settingsSchema.shape.soonerAbovePercent.nullable(),
      }),
    changed,
  ),
  'settings.show': entry(nothing, settingsSchema),
  'device.set': entry(
    deviceSchema
      .omit({ id: true, updatedAt: true, updatedBy: true, isSample: true })
      .partial()
      // `null` keeps no file any more; what was written stays where it is.
      .extend({ calendarFile: deviceSchema.shape.calendarFile.nullable() }),
    changed,
    'window',
  ),

  /**
   * What was copied, as a line to log, joined to the line that was begun; read only when the person asks. Refused with
   * `nothing-copied`.
   */
  'clipboard.read': entry(
    z.object({ typed: z.string().max(10_000).default('') }),
    z.object({ line: z.string() }),
    'window',
  ),
  'clipboard.copy': entry(z.object({ text: textSchema }), nothing, 'window'),
  /** Opens the reply in the person's mail program and records it as mailed. */
  'mail.open': entry(
    requestName.extend({
      situation: situationSchema,
      language: z.string(),
      subject: textSchema,
      body: textSchema,
      ...toldFields,
    }),
    changed,
    'window',
  ),
  'palette.close': entry(nothing, nothing, 'window'),
  /** The palette is as high as what it shows, in CSS pixels; within bounds of its own. */
  'palette.fit': entry(z.object({ height: z.number().min(0).max(10_000) }), nothing, 'window'),
  'window.open': entry(z.object({ view: z.string().max(40) }), nothing, 'window'),
  /** Where the data lives, and its size. */
  home: entry(nothing, z.object({ folder: z.string() })),
  'home.reveal': entry(nothing, nothing, 'window'),
  /** Asks for a folder and moves the data there; `moved` is false when the person thought better of it. */
  'home.move': entry(nothing, z.object({ moved: z.boolean(), folder: z.string() }), 'window'),
  print: entry(nothing, nothing, 'window'),
} as const;

export type Contract = typeof contract;
export type Name = keyof Contract;
export type Input<N extends Name> = z.input<Contract[N]['input']>;
/** The input once it was checked. */
export type Checked<N extends Name> = z.output<Contract[N]['input']>;
export type Output<N extends Name> = z.output<Contract[N]['output']>;
