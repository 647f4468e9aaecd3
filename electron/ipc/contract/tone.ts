import { z } from 'zod';
import { languageSchema, TEXT_LIMIT } from '../../core/model/scalars';
import { toneKindSchema } from '../../core/tone/words';
import { entry } from './entry';

const toneAnswerSchema = z.object({
  /** Of the list that was read: English where there is none in the language asked for. */
  language: z.string(),
  findings: z.array(
    z.object({
      kind: toneKindSchema,
      start: z.number().describe('in UTF-16 units of the text'),
      end: z.number().describe('the same as start for what is missing there'),
      text: z.string(),
      why: z.string(),
      say: z.string().optional().describe('a better wording; empty to leave it out'),
    }),
  ),
});

export const toneContract = {
  /** What in a letter would hurt or scare a client off; keeps nothing, and stops nothing from being sent. */
  tone: entry(
    z.object({
      text: z.string().max(TEXT_LIMIT, `is longer than ${TEXT_LIMIT} characters`),
      language: languageSchema.default('en').describe('where the words themselves do not tell'),
    }),
    toneAnswerSchema,
  ),
} as const;
