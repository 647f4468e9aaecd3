import { findRequest } from '../../core/find';
import { Refusal } from '../../core/model/problem';
import type { State } from '../../core/model/state';
import type { Template } from '../../core/model/template';
import { knownRequests } from '../../core/records';
import { suggestReply } from '../../core/replies/suggest';
import { PLACEHOLDERS } from '../../core/replies/words';
import { findTemplateFaults } from '../../core/templates/faults';
import { resetTemplate, setTemplate, templateAt, usesOf, wordsOf } from '../../core/templates/templates';
import { readTemplates, writeTemplates } from '../../core/templates/transfer';
import { theirWords } from '../../core/tone/letter';
import type { Context, Handlers } from '../context';
import { toneOf } from '../letter-tone';
import { withWholeHistory } from '../whole-history';

export const templateHandlers: Handlers<
  | 'template.list'
  | 'template.show'
  | 'template.check'
  | 'template.set'
  | 'template.reset'
  | 'template.export'
  | 'template.import'
> = {
  'template.list': async (_, { store, words }) => {
    const requests = knownRequests(await withWholeHistory(store));
    return (store.state.settings.templates ?? []).map((template) => ({
      ...template,
      faults: findTemplateFaults(template, wordsOf(template, words)),
      used: usesOf(requests, template).own,
    }));
  },
  'template.show': async (place, { store, words }) => {
    const used = usesOf(knownRequests(await withWholeHistory(store)), place);
    const { situations, phrases } = wordsOf(place, words);
    const own = templateAt(store.state, place);
    return {
      ...place,
      ...(own && { own: { subject: own.subject, body: own.body } }),
      original: situations[place.situation],
      languages: Object.keys(words),
      variables: [...PLACEHOLDERS],
      phrases,
      faults: own ? findTemplateFaults(own, wordsOf(place, words)) : [],
      used,
    };
  },
  'template.check': async ({ request, ...template }, context) => {
    const faults = findTemplateFaults(template, wordsOf(template, context.words));
    if (request === undefined || faults.length > 0) return { faults };
    await context.store.loadHolding(request);
    return { faults, ...preview(template, request, context) };
  },
  'template.set': (template, context) =>
    change(context, 'template-changed', (state) => setTemplate(state, template, context.words)),
  'template.reset': (place, context) => change(context, 'template-reset', (state) => resetTemplate(state, place)),
  'template.export': (_, { store }) => ({ text: writeTemplates(store.state.settings.templates ?? []) }),
  'template.import': async ({ text }, context) => {
    const { templates, refused } = readTemplates(text);
    const usable: Template[] = [];
    for (const template of templates) {
      try {
        setTemplate(context.store.state, template, context.words);
        usable.push(template);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(`${template.situation}, ${template.language}: ${error.problem.message}`);
      }
    }
    if (usable.length === 0) return { taken: 0, refused };
    const { changeId } = await change(context, 'template-changed', (state) =>
      usable.reduce((next, template) => setTemplate(next, template, context.words), state),
    );
    return { changeId, taken: usable.length, refused };
  },
};

async function change(
  { store, dryRun }: Context,
  code: 'template-changed' | 'template-reset',
  make: (state: State) => State,
): Promise<{ changeId: string }> {
  const { changeId } = await store.update(
    (state) => ({ state: make(state), note: { code, values: {} }, result: undefined }),
    { dryRun },
  );
  return { changeId };
}

/** The letter these words make for a request, whichever form its client has. */
function preview({ form: _, ...template }: Template, request: string, { store, words, moment }: Context) {
  const state = { ...store.state, settings: { ...store.state.settings, templates: [template] } };
  const wish = { situation: template.situation, language: template.language };
  try {
    const answered = findRequest(state, request);
    const letter = suggestReply(state, answered, words, moment.now, wish);
    const { subject, body, situation, warnings } = letter;
    const tone = toneOf(letter, theirWords(answered));
    return { preview: { subject, body, situation, warnings: warnings.map(({ text }) => text), tone } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: error.problem.message };
  }
}
