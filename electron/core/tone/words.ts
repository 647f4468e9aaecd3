import { z } from 'zod';
import { languageSchema } from '../model/scalars';

/** What words can do to a client, in the order in which findings at one place are weighed. */
export const toneKinds = [
  'too-busy',
  'forgot',
  'already-said',
  'last-email',
  'sarcasm',
  'talking-down',
  'blame',
  'never-by-phone',
  'over-apology',
  'vague-promise',
  'no-next-step',
  'gap',
] as const;
export const toneKindSchema = z.enum(toneKinds);
export type ToneKind = z.infer<typeof toneKindSchema>;

/**
 * Words to look for: `(a|b)` is one of these, `[a|b]` one of these or nothing, `word*` any ending, `...` between
 * words up to three others. Case doesn't count; an accent may be missing in the text, a wrong one is another word.
 */
const patternSchema = z.string().min(1).max(600);

const ruleSchema = z.object({
  find: z.array(patternSchema).min(1),
  /** No finding where one of these covers it: "not too busy". */
  except: z.array(patternSchema).optional(),
  /** What to write in its place; `[…]` is a gap to fill in, empty where it is best left out. */
  say: z.string().max(300),
});
export type ToneRule = z.infer<typeof ruleSchema>;

const FOUND_BY_RULES = toneKindSchema.exclude(['no-next-step', 'gap']);

/** What to mind in one language: a file of `resources/tone/`. */
export const toneWordsSchema = z.object({
  language: languageSchema,
  rules: z.partialRecord(FOUND_BY_RULES, z.array(ruleSchema).min(1)),
  apology: z.object({
    /** One is enough; those after the second are too many. */
    find: z.array(patternSchema).min(1),
    say: z.string().min(1),
  }),
  nextStep: z.object({
    /** Any of these says what happens next, as a question or a time of day does. */
    find: z.array(patternSchema).min(1),
    say: z.string().min(1),
  }),
  /** Why it hurts: for me, and so only where the interface has the language. */
  why: z.record(toneKindSchema, z.string().min(1)).optional(),
});
export type ToneWords = z.infer<typeof toneWordsSchema>;

/** The lists of every language there is, by language tag; English is always among them. */
export type ToneByLanguage = Readonly<Record<string, ToneWords>>;
