import { z } from 'zod';
import { situationSchema } from './request';
import { languageSchema } from './scalars';

/** Longest message of a template, in characters. */
export const TEMPLATE_LIMIT = 4000;

const messageSchema = z.string().max(TEMPLATE_LIMIT, `is longer than ${TEMPLATE_LIMIT} characters`);

/** What a template is for: one a place. Without a form it holds for both. */
export const templatePlaceSchema = z.object({
  situation: situationSchema,
  language: languageSchema,
  form: z.enum(['formal', 'familiar']).optional(),
});
export type TemplatePlace = z.infer<typeof templatePlaceSchema>;

/** Words of my own for replies in a situation, as ICU messages; greeting and closing are put around the body. */
export const templateSchema = templatePlaceSchema.extend({ subject: messageSchema, body: messageSchema });
export type Template = z.infer<typeof templateSchema>;
