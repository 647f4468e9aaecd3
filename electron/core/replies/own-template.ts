import type { Client } from '../model/client';
import { Refusal } from '../model/problem';
import type { Situation } from '../model/request';
import type { Template } from '../model/template';

interface Variant {
  subject: string;
  body: string;
}

interface Chosen {
  subject: string;
  text: string;
  /** One's own words: used, or broken and not used. */
  own?: 'used' | 'broken';
}

/** One's own words for a situation: those for the form before those for both. */
export function findTemplate(
  templates: readonly Template[],
  situation: Situation,
  language: string,
  form: Client['form'],
): Template | undefined {
  const fitting = templates.filter((each) => each.situation === situation && each.language === language);
  return fitting.find((each) => each.form === form) ?? fitting.find((each) => each.form === undefined);
}

/** Subject and text in one's own words where there are any that can be filled, else in the original ones. */
export function writeOwnOrOriginal(
  own: Variant | undefined,
  original: Variant | undefined,
  write: (message?: string) => string,
): Chosen {
  if (own) {
    try {
      const [text, subject] = [write(own.body), write(own.subject)];
      if (text !== '' && subject !== '') return { subject, text, own: 'used' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  const [text, subject] = [write(original?.body), write(original?.subject)];
  return { subject, text, ...(own && { own: 'broken' }) };
}
