import { z } from 'zod';
import { offerSchema } from '../../core/model/offer';
import { countrySchema, languageSchema, wholeNumberSchema } from '../../core/model/scalars';
import { reasonSchema } from './answers';
import { changed, entry, name } from './entry';
import { toneFindingSchema } from './tone';
import { availableAnswerSchema, offerableSlotSchema } from './week-answers';

const days = wholeNumberSchema(1, 60);
const minutes = wholeNumberSchema(5, 480);
const count = wholeNumberSchema(1, 50);

/** When I can be reached, what clients are told of it, and the public holidays there are to keep. */
export const availabilityContract = {
  /** With a client: inside their hours; with `minutes` and a client: slots of that length, on their half hours. */
  available: entry(
    z.object({ client: name.optional(), days: days.optional(), minutes: minutes.optional() }),
    availableAnswerSchema,
  ),
  /** Words with slots that a client can be sent; refused with `no-slot` where there is none. Nothing is kept yet. */
  'availability.share': entry(
    z.object({
      client: name,
      days: days.optional(),
      minutes: minutes.optional(),
      count: count.optional(),
      language: languageSchema.optional(),
      /** `ics` answers with a file for the client's calendar too. */
      format: z.enum(['text', 'ics']).optional(),
    }),
    z.object({
      language: z.string(),
      subject: z.string(),
      text: z.string(),
      /** In the offset of my zone. */
      slots: z.array(offerableSlotSchema),
      warnings: z.array(reasonSchema),
      tone: z.array(toneFindingSchema),
      ics: z.string().optional(),
    }),
  ),
  /** Keeps that these slots were offered to a client, so that nobody else is offered them unknowingly. */
  'availability.offer': entry(
    z.object({ client: name, slots: offerSchema.shape.slots }),
    changed.extend({ offerId: z.string(), warnings: z.array(reasonSchema) }),
  ),
  /** Countries that have public holidays, and the regions of the one that is asked for; named in English, by name. */
  'holiday.places': entry(
    z.object({ country: countrySchema.optional() }),
    z.object({
      countries: z.array(z.object({ country: z.string(), name: z.string() })),
      regions: z.array(z.object({ region: z.string(), name: z.string() })),
    }),
  ),
} as const;
