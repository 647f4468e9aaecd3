import { z } from 'zod';
import { callSchema } from '../../core/model/call';
import { entry, name } from './entry';
import { toneFindingSchema } from './tone';

const invitationAnswerSchema = z.object({
  fileName: z.string(),
  /** The file's text, RFC 5545. */
  ics: z.string(),
  /** To be given as `uid` to `call.add` when the client agrees, so that both calendars mean the same call. */
  uid: z.string(),
  /** The letter that goes with it, for a call once or twice a week. */
  language: z.string().optional(),
  subject: z.string().optional(),
  body: z.string().optional(),
  tone: z.array(toneFindingSchema).optional(),
});

export const invitationContract = {
  /** A proposed standing call as a file for the client's calendar; changes nothing. */
  'call.invitation': entry(
    callSchema.pick({ start: true, timeZone: true, minutes: true }).extend({
      client: name,
      rule: z.string().min(1, 'is empty').max(500),
      /** My mail address, the first in the settings when not given: with it the client's people are invited and can answer. */
      organizer: z
        .string()
        .max(300)
        .regex(/^[^\s@<>",;:]+@[^\s@<>",;:]+$/, 'is not a mail address')
        .optional(),
    }),
    invitationAnswerSchema,
  ),
};
