import { z } from 'zod';
import { calendarSchema } from '../../core/model/calendar';
import { callSchema } from '../../core/model/call';
import { clientSchema } from '../../core/model/client';
import { offerSchema } from '../../core/model/offer';
import { requestSchema } from '../../core/model/request';
import { tombstoneSchema } from '../../core/model/scalars';
import { deviceSchema, settingsSchema } from '../../core/model/settings';
import { strangerSchema } from '../../core/model/stranger';

/*
 * The files of major version 1. It is the current one, so its records are the model itself. Whoever changes the model
 * in a way that version 1 can't be read with copies the schemas as they were into this file, writes v2.ts, and adds
 * the step from 1 to 2 in versions.ts.
 */

function listOf<R extends z.ZodType<{ id: string }>>(record: R) {
  return z.array(record).superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is there twice' });
      seen.add(id);
    }
  });
}

const version = z.string();
const tombstones = z.array(tombstoneSchema);

export const bookSchema = z.object({
  version,
  settings: settingsSchema,
  clients: listOf(clientSchema),
  calls: listOf(callSchema),
  // Not in files of version 1.0.
  calendars: listOf(calendarSchema).default([]),
  offers: listOf(offerSchema).default([]),
  // Nor in those of 1.1.
  strangers: listOf(strangerSchema).default([]),
  tombstones,
});
export type Book = z.infer<typeof bookSchema>;

export const openSchema = z.object({ version, requests: listOf(requestSchema) });
export type OpenFile = z.infer<typeof openSchema>;

export const monthSchema = z.object({ version, requests: listOf(requestSchema), tombstones });
export type Month = z.infer<typeof monthSchema>;

export const deviceFileSchema = z.object({ version, device: deviceSchema });
export type DeviceFile = z.infer<typeof deviceFileSchema>;
