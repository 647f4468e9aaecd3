import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../electron/core/model/problem';
import { situationSchema } from '../../../electron/core/model/request';
import { DEFERRALS } from '../../../electron/core/replies/choose';
import { formatMessage, placeholdersOf } from '../../../electron/core/replies/format';
import { localeFor } from '../../../electron/core/replies/moments';
import { firstNameOf } from '../../../electron/core/replies/parts';
import { topicOf } from '../../../electron/core/replies/topic';
import { findFaults, replyWordsSchema } from '../../../electron/core/replies/words';
import { writeReply } from '../../../electron/core/replies/write';
import vietnamese from '../../../resources/replies/vi.json';
import { CALLBACK, makeCall, makeClient, makeContact, makeFacts, makeRequest, words } from './scene';

const request = makeRequest([makeContact('missed-call', '2026-11-24T10:20:00Z')]);

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('the words', () => {
  it('can all be read, and ask for nothing that is never filled', () => {
    expect(findFaults(words)).toEqual([]);
  });
  it('have every situation, deferrals three times', () => {
    expect(Object.keys(words.situations).sort()).toEqual([...situationSchema.options].sort());
    for (const situation of DEFERRALS) expect(words.situations[situation].length).toBeGreaterThanOrEqual(3);
  });
  it('that are faulty are named with their place', () => {
    const faulty = { ...words, phrases: { ...words.phrases, way: 'If {nobody', item: '{nothing}' } };
    expect(findFaults(faulty).map((fault) => fault.where)).toEqual(
      expect.arrayContaining(['phrases.way', 'phrases.item']),
    );
    expect(replyWordsSchema.safeParse({ ...words, situations: {} }).success).toBe(false);
  });
  it('of another language need only another file', () => {
    const parts = { ...words.parts, greeting: 'Guten Tag {firstName},', moment: '{date} um {time}' };
    const situations = { ...words.situations, 'can-it-wait': [{ subject: 'Termin', body: 'Am {callMoment}?' }] };
    const german = { ...words, language: 'de', locale: 'de-AT', name: 'Deutsch', parts, situations };
    const reply = writeReply(makeFacts(request, { client: makeClient({ language: 'de' }) }), german);
    expect(reply.body).toBe('Guten Tag Dana,\n\nAm Freitag, 27. November um 10:00?\n\nKind regards,\nMartin');
    expect(reply.warnings.map((warning) => warning.code)).not.toContain('other-language');
  });
});

describe('formatMessage', () => {
  it('fills phrases in phrases, and names what is missing', () => {
    expect(formatMessage('{one}', 'en', { n: 3 }, { one: 'a {two}', two: '{n, plural, one {#} other {# b}}' })).toBe(
      'a 3 b',
    );
    const problem = problemOf(() => formatMessage('Hello {who}', 'en', {}));
    expect(problem).toMatchObject({ code: 'no-reply', field: 'who' });
  });
  it('refuses a phrase that asks for itself, and words that cannot be read', () => {
    expect(problemOf(() => formatMessage('{a}', 'en', {}, { a: '{b}', b: '{a}' })).code).toBe('no-reply');
    expect(problemOf(() => formatMessage('{a', 'en', {})).code).toBe('no-reply');
  });
  it('finds nothing on the prototype, and leaves tags and braces of values alone', () => {
    expect(problemOf(() => formatMessage('{constructor}', 'en', {})).field).toBe('constructor');
    expect(formatMessage("<b>{a}</b> isn't", 'en', { a: '{b}' })).toBe("<b>{b}</b> isn't");
    expect(placeholdersOf('{a, select, x {{b}} other {{c, plural, other {# {d}}}}}')).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('writeReply', () => {
  it('refuses a situation that lacks its fact, and says which', () => {
    const facts = makeFacts(request, { call: undefined });
    expect(problemOf(() => writeReply(facts, words, 'call-moved'))).toMatchObject({
      code: 'no-reply',
      field: 'callMoment',
    });
    expect(problemOf(() => writeReply(facts, words, 'call-back-today')).field).toBe('callbackWhen');
  });
  it('promises no call to who writes that there is time, and one to who called', () => {
    const write = (channel: 'email' | 'missed-call') => {
      const came = makeContact(channel, '2026-11-24T09:00:00Z', { subject: 'invoice', text: 'invoice, no hurry' });
      return writeReply(
        makeFacts(makeRequest([came]), { call: undefined, callback: CALLBACK, route: 'callback' }),
        words,
      );
    };
    expect(write('email')).toMatchObject({
      situation: 'propose-standing-call',
      body: expect.stringContaining('on my list'),
    });
    expect(write('email').callsBack).toBeUndefined();
    expect(write('missed-call').callsBack).toBeDefined();
  });
  it('does not ask whether it can wait, even by hand, where it cannot', () => {
    const facts = makeFacts({ ...request, neededBy: '2026-11-25' });
    const reply = writeReply(facts, words, 'can-it-wait');
    expect(reply.situation).toBe('needed-before-call');
    expect(reply.reasons[0]?.code).toBe('cannot-wait');
    expect(reply.names).toBeUndefined();
  });
  it('warns of what it claims and of whom it greets', () => {
    const facts = makeFacts(request, {
      call: makeCall('2026-11-24T23:30:00Z'),
      client: makeClient({ language: 'sk' }),
      person: undefined,
      myName: '',
      isTiedUp: true,
    });
    const { warnings } = writeReply(facts, words);
    expect(warnings.map((warning) => warning.code)).toEqual([
      'other-language',
      'no-person',
      'no-name',
      'claims-tied-up',
      'call-today',
      'other-day',
    ]);
    expect(warnings[0]?.text).toBe('Written in English; their page says Slovak.');
    expect(warnings.at(-1)?.text).toBe(
      'The call is on Tuesday 24 November for them and on Wednesday 25 November for you.',
    );
  });
  it('takes the greeting a person has', () => {
    const greet = (greeting: string) =>
      writeReply(makeFacts(request, { person: { id: 'p', name: 'Dana', emails: [], phones: [], greeting } }), words)
        .body;
    expect(greet('Dear Ms Whitfield')).toMatch(/^Dear Ms Whitfield,\n/);
    expect(greet('Ahoj Dana!')).toMatch(/^Ahoj Dana!\n/);
  });
});

describe('small things', () => {
  it.each([
    ['Dana Whitfield', 'Dana'],
    ['Dr. Anna Novak', 'Anna'],
    ['Dr. Novak', 'Dr. Novak'],
    ['Whitfield, Dana', 'Dana'],
    ['Ľubomíra Kováčová', 'Ľubomíra'],
    ['+43 1 234', undefined],
    ['dana@globex.example', undefined],
  ])('greets %s as %s', (name, first) => {
    expect(firstNameOf(name, words.titles)).toBe(first);
  });
  it.each([
    ['Nguyễn Thị Lan', 'Lan'],
    ['Nguyễn Lan Anh', 'Anh'],
    ['Lan Nguyễn', 'Lan'],
    ['Anh Minh', 'Anh Minh'],
    ['TS. Trần Văn Minh', 'Minh'],
    ['Chị Nguyễn', 'Chị Nguyễn'],
    ['Dana Whitfield', 'Dana'],
  ])('greets %s as %s where family names stand first', (name, first) => {
    expect(firstNameOf(name, vietnamese.titles, vietnamese.familyFirst)).toBe(first);
  });
  it.each([
    ['invoice', 'invoice'],
    ['Re: AW: Q3 figures.', 'Q3 figures'],
    ['R&D budget (2027)', 'R&D budget (2027)'],
    ['', undefined],
    ['why is nobody answering?!', undefined],
    ['{callMoment}', undefined],
    ['x'.repeat(61), undefined],
  ])('quotes the subject "%s" as %s', (subject, topic) => {
    expect(topicOf(subject)).toBe(topic);
  });
  it('writes dates as the client does, where that is the language of the words', () => {
    expect(localeFor('en-US', words)).toBe('en-US');
    expect(localeFor('en', words)).toBe('en-GB');
    expect(localeFor('de-AT', words)).toBe('en-GB');
    expect(localeFor('en-a-bad-tag-x', words)).toBe('en-GB');
  });
});
