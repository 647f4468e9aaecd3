import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../../electron/core/model/template';
import { writeReply } from '../../../electron/core/replies/write';
import { findTemplateFaults } from '../../../electron/core/templates/faults';
import { resetTemplate, setTemplate, templateAt } from '../../../electron/core/templates/templates';
import { readTemplates, writeTemplates } from '../../../electron/core/templates/transfer';
import { makeState } from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';
import { makeContact, makeFacts, makeRequest, words } from '../replies/scene';

const byLanguage = { en: words };
const own: Template = {
  situation: 'can-it-wait',
  language: 'en',
  subject: 'Our call {callDay}',
  body: 'Let us take {item} to {callMoment}. {way}',
};
const facts = makeFacts(makeRequest([makeContact('missed-call', '2026-11-24T10:20:00Z', { subject: 'Q3 figures' })]));
const faultsOf = (body: string) => findTemplateFaults({ subject: 'x', body }, words);

describe('faults of a template', () => {
  it.each([
    ['{topic', 1, 1, 'never closed'],
    ['Hello\n  {topic, select, yes {a}}', 2, 26, 'no "other'],
    ['Hello\nto {nobody}', 2, 4, 'Nothing fills "{nobody}"'],
    ['{hasTopic, select, yes {{constructor}} other {}}', 1, 25, 'Nothing fills "{constructor}"'],
    ['{callDate, date}', 1, 1, '"callDate" is text'],
    ['{topic, foo}', 1, 9, 'Only "select"'],
    ['{topic, plural, other {#}}', 1, 1, '"topic" is text'],
    ['', 1, 1, 'It says nothing'],
    ['x'.repeat(4001), 1, 1, 'longer than 4000'],
  ])('%j: line %i, column %i, %s', (body, line, column, what) => {
    expect(faultsOf(body)).toMatchObject([{ field: 'body', line, column, what: expect.stringContaining(what) }]);
  });

  it('are none in the original words', () => {
    for (const variants of Object.values(words.situations))
      for (const variant of variants) expect(findTemplateFaults(variant, words)).toEqual([]);
  });

  it('are told of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (body) => Array.isArray(faultsOf(body))));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', 'topic', ',', 'select', ' other ', '#', "'", '<b>', '\n')),
        (parts) => Array.isArray(faultsOf(parts.join(''))),
      ),
    );
  });
});

describe('a template of my own', () => {
  it('is kept, replaced and given up by its place', () => {
    const state = setTemplate(makeState({}), own, byLanguage);
    const other = setTemplate(state, { ...own, form: 'familiar', body: 'Later, {callDay}.' }, byLanguage);
    expect(other.settings.templates).toHaveLength(2);
    expect(setTemplate(other, { ...own, body: 'New: {callDay}' }, byLanguage).settings.templates).toHaveLength(2);
    const left = resetTemplate(other, own);
    expect(templateAt(left, own)).toBeUndefined();
    expect(left.settings.templates).toHaveLength(1);
    expect(refusalOf(() => resetTemplate(left, own))).toMatchObject({ code: 'not-found' });
  });

  it('is not kept while it is broken', () => {
    const refusal = refusalOf(() => setTemplate(makeState({}), { ...own, body: 'a\n{nobody}' }, byLanguage));
    expect(refusal).toMatchObject({ code: 'template-broken', field: 'body' });
    expect(refusal?.message).toContain('Line 2, column 1');
    expect(refusalOf(() => setTemplate(makeState({}), { ...own, language: 'nl' }, byLanguage))).toMatchObject({
      field: 'language',
    });
  });

  it('writes the reply, and names the call as the original does', () => {
    const reply = writeReply({ ...facts, templates: [own] }, words, 'can-it-wait');
    expect(reply.body).toContain('Let us take ');
    expect(reply).toMatchObject({ isOwnTemplate: true, names: expect.anything() });
  });

  it('for the form comes before that for both', () => {
    const familiar = { ...own, form: 'familiar' as const, body: 'Later, {callDay}.' };
    const write = (form: 'formal' | 'familiar') =>
      writeReply({ ...facts, client: { ...facts.client, form }, templates: [own, familiar] }, words, 'can-it-wait')
        .body;
    expect(write('familiar')).toContain('Later, ');
    expect(write('formal')).toContain('Let us take ');
  });

  it.each(['{nobody}', '{topic', '{hasTopic, select, no {x} other {}}'])('that is broken gives way: %s', (body) => {
    const original = writeReply(facts, words, 'can-it-wait');
    const reply = writeReply({ ...facts, templates: [{ ...own, body }] }, words, 'can-it-wait');
    expect(reply.body).toBe(original.body);
    expect(reply.isOwnTemplate).toBeUndefined();
    expect(reply.warnings.map(({ code }) => code)).toContain('own-template-broken');
  });

  it('says so when they get the same words again', () => {
    const reply = writeReply({ ...facts, earlier: 2, templates: [own] }, words, 'can-it-wait');
    expect(reply.warnings).toContainEqual(
      expect.objectContaining({ code: 'own-template-again', values: { count: 2 } }),
    );
  });
});

describe('a file of templates', () => {
  it('comes back as it went', () => {
    expect(readTemplates(writeTemplates([own]))).toEqual({ templates: [own], refused: [] });
  });

  it('is taken as far as it can be, and refused where it is something else', () => {
    const text = JSON.stringify({
      format: 'until-friday-templates',
      templates: [own, { ...own, situation: 'joke' }, 1],
    });
    const { templates, refused } = readTemplates(text);
    expect(templates).toEqual([own]);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toContain('Template 2');
    for (const wrong of ['', '[]', '{"format":"x"}', '{']) expect(refusalOf(() => readTemplates(wrong))).toBeTruthy();
  });
});
