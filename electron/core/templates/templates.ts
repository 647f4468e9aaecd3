import type { Request } from '../model/request';
import type { State } from '../model/state';
import type { Template, TemplatePlace } from '../model/template';
import { putSettings } from '../records';
import { refuse } from '../refuse';
import { type WordsByLanguage, wordsFor } from '../replies/suggest';
import type { ReplyWords } from '../replies/words';
import { findTemplateFaults, wordFault } from './faults';

/** How many of one's own are kept. */
export const TEMPLATES_LIMIT = 300;

/** The words a place is about; refused where there are none in that language. */
export function wordsOf({ language }: TemplatePlace, words: WordsByLanguage): ReplyWords {
  const found = wordsFor(words, language);
  if (found.language !== language)
    refuse('invalid', `There are no replies in "${language}".`, {
      field: 'language',
      action: `Choose one of ${Object.keys(words).join(', ')}.`,
    });
  return found;
}

/** One's own words for exactly this place. */
export function templateAt(state: State, place: TemplatePlace): Template | undefined {
  return state.settings.templates?.find((each) => isAt(each, place));
}

/** Keeps words of one's own, instead of those that were there. @throws Refusal `template-broken` with line and column. */
export function setTemplate(state: State, template: Template, words: WordsByLanguage): State {
  const [fault] = findTemplateFaults(template, wordsOf(template, words));
  if (fault)
    refuse('template-broken', wordFault(fault), {
      field: fault.field,
      action: 'Put it right, then save it again. What was used until now still is.',
    });
  const others = withoutPlace(state, template);
  if (others.length >= TEMPLATES_LIMIT) refuse('invalid', `There are ${TEMPLATES_LIMIT} templates; no more are kept.`);
  return putSettings(state, { ...state.settings, templates: [...others, template] });
}

/** Goes back to the original words. @throws Refusal `not-found` where there are none of one's own. */
export function resetTemplate(state: State, place: TemplatePlace): State {
  const others = withoutPlace(state, place);
  if (others.length === (state.settings.templates ?? []).length)
    refuse('not-found', 'There are no words of your own for that.', { field: 'situation' });
  return putSettings(state, { ...state.settings, templates: others });
}

function withoutPlace(state: State, place: TemplatePlace): Template[] {
  return (state.settings.templates ?? []).filter((each) => !isAt(each, place));
}

function isAt(one: TemplatePlace, other: TemplatePlace): boolean {
  return one.situation === other.situation && one.language === other.language && one.form === other.form;
}

/** How often replies of that situation and language were used: in one's own words, and in all. */
export function usesOf(requests: readonly Request[], { situation, language }: TemplatePlace) {
  const replies = requests
    .flatMap((request) => request.replies)
    .filter((reply) => reply.situation === situation && reply.language === language);
  return { own: replies.filter((reply) => reply.isOwnTemplate).length, all: replies.length };
}
