import { z } from 'zod';
import { instantSchema } from './scalars';

/** What a change did, for the list of changes and for undo; `values` fill the words of the interface. */
export const changeNoteSchema = z.object({
  code: z.enum([
    'logged',
    'stranger-kept',
    'stranger-assigned',
    'stranger-removed',
    'joined',
    'client-added',
    'client-changed',
    'client-removed',
    'call-added',
    'call-changed',
    'call-moved',
    'call-skipped',
    'call-ended',
    'call-removed',
    'call-lengthened',
    'call-held',
    'call-extra',
    'calendar-added',
    'calendar-changed',
    'calendar-removed',
    'slots-offered',
    'event-dismissed',
    'request-changed',
    'request-closed',
    'request-reopened',
    'request-removed',
    'contact-changed',
    'contact-removed',
    'split',
    'moved',
    'joined-by-hand',
    'arranged',
    'route-chosen',
    'outcome-noted',
    'reply-used',
    'reply-sent',
    'reply-later',
    'stage-said',
    'template-changed',
    'template-reset',
    'settings-changed',
    'device-changed',
    'imported',
    'sample-added',
    'sample-removed',
    'undone',
  ]),
  /** Names for the words, such as `{client: 'Globex', subject: 'invoice'}`. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ChangeNote = z.infer<typeof changeNoteSchema>;

export const changeSchema = z.object({ changeId: z.string(), at: instantSchema, note: changeNoteSchema });
export type Change = z.infer<typeof changeSchema>;
