import { z } from 'zod';
import { templatePlaceSchema, templateSchema } from '../../core/model/template';
import { changed, entry, name, nothing } from './entry';
import { toneFindingSchema } from './tone';

const wordsSchema = z.object({ subject: z.string(), body: z.string() });

const faultSchema = z.object({
  field: z.enum(['subject', 'body']),
  line: z.number().describe('from 1'),
  column: z.number().describe('from 1'),
  what: z.string(),
});

const templateAnswerSchema = templatePlaceSchema.extend({
  /** My own words; absent where the original ones are used. */
  own: wordsSchema.optional(),
  /** The original words, in all their variants. */
  original: z.array(wordsSchema),
  /** In which there are replies. */
  languages: z.array(z.string()),
  /** What the words may ask for: `{name}`. */
  variables: z.array(z.string()),
  /** Longer pieces that can be asked for as variables are, with their words. */
  phrases: z.record(z.string(), z.string()),
  /** Why my own words are not used. */
  faults: z.array(faultSchema),
  /** How often replies of that situation and language were used. */
  used: z.object({ own: z.number(), all: z.number() }),
});

const checkAnswerSchema = z.object({
  faults: z.array(faultSchema),
  /** The letter for the request that was named, where there are no faults. */
  preview: wordsSchema
    .extend({ situation: z.string(), warnings: z.array(z.string()), tone: z.array(toneFindingSchema) })
    .optional(),
  /** Why there is no letter for that request. */
  reason: z.string().optional(),
});

export const templateContract = {
  /** My own words for replies. */
  'template.list': entry(nothing, z.array(templateSchema.extend({ faults: z.array(faultSchema), used: z.number() }))),
  'template.show': entry(templatePlaceSchema, templateAnswerSchema),
  /** Looks at words without keeping them; with a request, as the letter they would make. */
  'template.check': entry(templateSchema.extend({ request: name.optional() }), checkAnswerSchema),
  /** Refused with `template-broken`, line and column, where the words can't be used; the former ones stay. */
  'template.set': entry(templateSchema, changed),
  /** Back to the original words. */
  'template.reset': entry(templatePlaceSchema, changed),
  'template.export': entry(nothing, z.object({ text: z.string() })),
  /** Takes those that can be used; each other one is refused with its reason. */
  'template.import': entry(
    z.object({ text: z.string().max(5_000_000) }),
    z.object({ changeId: z.string().optional(), taken: z.number(), refused: z.array(z.string()) }),
  ),
} as const;
