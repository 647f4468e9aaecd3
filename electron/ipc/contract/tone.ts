import { z } from 'zod';
import { languageSchema, TEXT_LIMIT } from '../../core/model/scalars';
import { toneKindSchema } from '../../core/tone/words';
import { entry, name } from './entry';

/** What in a letter would hurt or scare a client off. */
export const toneFindingSchema = z.object({
  kind: toneKindSchema,
  field: z.literal('subject').optional().describe('where it stands, unless it is the text itself'),
  start: z.number().describe('in UTF-16 units of the text'),
  end: z.number().describe('the same as start for what is missing there'),
  text: z.string(),
  why: z.string(),
  say: z.string().optional().describe('a better wording; empty to leave it out'),
});
export type ToneFinding = z.infer<typeof toneFindingSchema>;

const toneAnswerSchema = z.object({
  /** Of the list that was read: English where there is none in the language asked for. */
  language: z.string(),
  findings: z.array(toneFindingSchema),
});

export const toneContract = {
  /** What in a letter would hurt or scare a client off; keeps nothing, and stops nothing from being sent. */
  tone: entry(
    z.object({
      text: z.string().max(TEXT_LIMIT, `is longer than ${TEXT_LIMIT} characters`),
      subject: z.string().max(TEXT_LIMIT).optional().describe('the line above it, looked through as well'),
      language: languageSchema.default('en').describe('where the words themselves do not tell'),
      requests: z.array(name).max(500).optional().describe('what it answers: the words of the client are left alone'),
    }),
    toneAnswerSchema,
  ),
} as const;
