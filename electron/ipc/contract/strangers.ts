import { z } from 'zod';
import { clientSchema } from '../../core/model/client';
import { strangerSchema } from '../../core/model/stranger';
import { logAnswerSchema } from './answers';
import { changed, entry, name, nothing } from './entry';
import { logFields } from './log-fields';

/** A contact that waits until it is said whose it is. */
export const strangerAnswerSchema = strangerSchema.omit({ id: true, updatedAt: true, updatedBy: true }).extend({
  strangerId: z.string(),
  at: z.string().describe('ISO 8601 with the offset of my zone'),
  /** What a new client could be called, where anything is known. */
  suggestedName: z.string().optional(),
  candidates: z.array(z.string()).optional().describe('names of clients it may be'),
});
export type StrangerAnswer = z.infer<typeof strangerAnswerSchema>;

const keptAnswerSchema = strangerAnswerSchema.extend(changed.shape);
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** "Who is this?" `stranger` takes an id or, where only one so called waits, a name, address or number. */
export const strangerContract = {
  /** Keeps a contact of somebody who is not known; `client` and `person` are only the words for who it was. */
  'stranger.add': entry(logFields.omit({ newClient: true }), keptAnswerSchema),
  /** Those that wait, the longest first. */
  'stranger.list': entry(nothing, z.array(strangerAnswerSchema)),
  /**
   * Logs it for a client who is there, or a new one, as of when it was; others of the same address or number come along.
   */
  'stranger.assign': entry(
    z.object({ stranger: name, client: name.optional(), newClient: clientSchema.shape.name.optional() }),
    logAnswerSchema.extend({ along: z.number().describe('how many others came along') }),
  ),
  'stranger.remove': entry(z.object({ stranger: name }), changed),
} as const;
