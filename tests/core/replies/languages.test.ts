import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Clash } from '../../../electron/core/calls/clashes';
import type { Client, Person } from '../../../electron/core/model/client';
import { Refusal } from '../../../electron/core/model/problem';
import { type Request, type Situation, situationSchema, type UsedReply } from '../../../electron/core/model/request';
import { shareAvailability } from '../../../electron/core/replies/availability';
import type { ReplyFacts } from '../../../electron/core/replies/facts';
import { placeholdersOf } from '../../../electron/core/replies/format';
import { writeProposal } from '../../../electron/core/replies/proposal';
import { findFaults, type ReplyWords, replyWordsSchema } from '../../../electron/core/replies/words';
import { type WrittenReply, writeReply } from '../../../electron/core/replies/write';
import { checkTone, toneWordsFor } from '../../../electron/core/tone/check';
import { makeClient as makeAnyClient, makeSettings, makeState, vienna } from '../../helpers/build';
import { lists } from '../tone/lists';
import {
  CALLBACK,
  words as english,
  FRIDAY,
  instant,
  makeCall,
  makeClient,
  makeContact,
  makeFacts,
  makeRequest,
  NOW,
  OFTEN,
  stretch,
} from './scene';

/*
 * Every file of words is held to the same: whoever adds a language adds its file, and runs this. `letters/` shows every
 * situation, variant and form of each language to whoever can read it.
 */

const FOLDER = join(__dirname, '../../../resources/replies');
const languages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .sort();

const FORMS = ['formal', 'familiar'] as const;

/** What the client calls it, and who they are, where the letters are shown. */
const PEOPLE: Record<string, { topic: string; name: string }> = {
  en: { topic: 'Q3 figures', name: 'Dana Whitfield' },
  de: { topic: 'Rechnung Oktober', name: 'Anna Kern' },
  fr: { topic: "facture d'octobre", name: 'Claire Moreau' },
  es: { topic: 'factura de octubre', name: 'Lucía Romero' },
  sk: { topic: 'októbrová faktúra', name: 'Jana Kováčová' },
  vi: { topic: 'hóa đơn tháng 10', name: 'Nguyễn Thị Lan' },
};

describe.each(languages)('the words in %s', (language) => {
  const words = replyWordsSchema.parse(JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8')));
  const forms = words.forms ? FORMS : (['formal'] as const);
  const { topic, name } = PEOPLE[language] ?? PEOPLE.en ?? { topic: 'Q3 figures', name: 'Dana Whitfield' };

  it('are of that language, and dated in it', () => {
    expect(words.language).toBe(language);
    expect(Intl.DateTimeFormat.supportedLocalesOf(words.locale)).toEqual([words.locale]);
    expect(words.locale.split('-')[0]).toBe(language.split('-')[0]);
  });

  it('have what English has: every situation, as many variants', () => {
    expect(Object.keys(words.situations).sort()).toEqual([...situationSchema.options].sort());
    for (const situation of situationSchema.options)
      expect(words.situations[situation].length, situation).toBeGreaterThanOrEqual(
        english.situations[situation].length,
      );
    expect(words.proposals.length).toBeGreaterThanOrEqual(english.proposals.length);
    // The reasons are for the person who sends, and follow the language of the app: English until it has others.
    if (language !== 'en') expect(words.reasons).toBeUndefined();
  });

  it('ask for nothing that is never filled, and have no phrase that nothing asks for', () => {
    expect(findFaults(words)).toEqual([]);
    const asked = new Set(messagesOf(words).flatMap((message) => placeholdersOf(message)));
    expect(Object.keys(words.phrases).filter((phrase) => !asked.has(phrase))).toEqual([]);
  });

  it('tell formal from familiar exactly where they say so', () => {
    const asksForForm = messagesOf(words).some((message) => placeholdersOf(message).includes('form'));
    expect(asksForForm).toBe(words.forms);
    if (!words.forms) return;
    for (const situation of situationSchema.options)
      for (const earlier of words.situations[situation].keys()) {
        const [formal, familiar] = FORMS.map((form) => {
          const facts = sceneOf(situation, { topic, name, form, language, isAway: false });
          return writeReply({ ...facts, earlier }, words, situation).body;
        });
        expect(familiar, `${situation} ${earlier}`).not.toBe(formal);
      }
  });

  describe.each(situationSchema.options)('for %s', (situation) => {
    it('are whole whatever the facts, and said wherever the English ones are', () => {
      const rows = gridOf({ form: 'formal', language, topic, name });
      const inEnglish = rows.map((facts) => tryWriting(facts, english, situation)?.situation);
      for (const [shift, form] of forms.entries())
        for (const earlier of words.situations[situation].keys())
          for (const [row, facts] of rows.entries()) {
            // Half of the rows for each form and variant: the next takes the other half.
            if ((row + shift + earlier) % 2 === 1) continue;
            const reply = tryWriting({ ...facts, client: { ...facts.client, form }, earlier }, words, situation);
            if (inEnglish[row]) expect(reply?.situation).toBe(inEnglish[row]);
            if (reply) expectWhole(reply, words, facts);
          }
    });

    it('differ from one time to the next: subject, first sentence and letter', () => {
      const inARow = [...Array(countInARow(situation)).keys()];
      for (const form of forms)
        for (const facts of gridOf({ form, language, topic, name }, 14)) {
          const letters = inARow.flatMap((earlier) => {
            const reply = tryWriting({ ...facts, earlier }, words, situation);
            return reply?.situation === situation ? [reply] : [];
          });
          for (const read of [({ subject }: WrittenReply) => subject, readOpening, ({ body }: WrittenReply) => body])
            expect(findRepeated(letters.map(read))).toEqual([]);
        }
    });
  });

  it('never read alike three times in a row', () => {
    for (const situation of OFTEN)
      for (const form of forms)
        for (const isTiedUp of [true, false]) {
          // When I am back is one time, however it is said.
          const { backAt: _, ...scene } = sceneOf(situation, { topic, name, form, language, isAway: true });
          const facts = { ...scene, isTiedUp };
          const letters = [...Array(countInARow(situation)).keys()].map((earlier) =>
            writeReply({ ...facts, earlier }, words, situation),
          );
          expect(findRepeated(letters.map(({ subject }) => subject)), `subjects of ${situation}`).toEqual([]);
          const sentences = letters.flatMap(({ body }) =>
            body.split(SENTENCE_END).filter((sentence) => sentence.length > 40),
          );
          expect(findRepeated(sentences)).toEqual([]);
        }
  });

  it('name the true span where the log is younger than four weeks', () => {
    const day = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'long' }).format(new Date(2026, 10, 12));
    for (const situation of ['pattern', 'rate', 'stay-or-part'] as const)
      for (const form of forms)
        for (const earlier of words.situations[situation].keys()) {
          const facts = { ...sceneOf(situation, { topic, name, form, language, isAway: false }), earlier };
          const write = (lately: ReplyFacts['lately']) => {
            const { subject, body } = writeReply({ ...facts, lately }, words, situation);
            return `${subject} ${body}`;
          };
          expect(write(LATELY), `${situation} ${earlier}`).toMatch(FOUR_WEEKS);
          const young = write({ ...LATELY, since: SINCE });
          expectClean(young, language);
          expect(young, `${situation} ${earlier}`).toContain(day);
          expect(young).not.toMatch(FOUR_WEEKS);
        }
  });

  it('ask for other things where something is known, with a call and without', () => {
    const known = [{}, { purpose: 'budget' }, { neededWords: 'in January' }, { purpose: 'budget', neededWords: 'x' }];
    for (const earlier of words.situations['clarify-urgent'].keys())
      for (const call of [FRIDAY, undefined]) {
        const facts = { ...sceneOf('clarify-urgent', { topic, name, form: 'formal', language, isAway: false }), call };
        const bodies = [...known, { askedBy: 'Eva Horn' }, { claimedUrgent: false }].map(
          (more) =>
            writeReply({ ...facts, request: { ...facts.request, ...more }, earlier }, words, 'clarify-urgent').body,
        );
        // Whether they call it urgent may go unsaid; what is known may not be asked.
        expect(new Set(bodies.slice(0, -1)).size, `${earlier}`).toBe(bodies.length - 1);
        if (!call) for (const body of bodies) expect(body).not.toContain('27');
      }
  });

  it('name the call that something is put on, though its day lies before', () => {
    for (const earlier of words.situations['needed-before-call'].keys()) {
      const facts = sceneOf('needed-before-call', { topic, name, form: 'formal', language, isAway: false });
      const reply = writeReply({ ...facts, route: 'standing-call', earlier }, words);
      expect(reply.names?.callId, `${earlier}`).toBe(FRIDAY.callId);
      expect(reply.warnings.map(({ code }) => code)).not.toContain('claims-callback');
    }
  });

  it('are greeted as people are, and closed with my name', () => {
    const write = (person: Partial<Person> | undefined, form: Client['form'] = 'familiar') =>
      writeReply(
        {
          ...sceneOf('can-it-wait', { topic, name, form, language, isAway: false }),
          person: person && { id: 'per_1', name, emails: [], phones: [], ...person },
        },
        words,
      ).body;
    const [given = ''] = name.split(' ');
    expect(write({}).split('\n')[0]).toMatch(new RegExp(`${given}|${name.split(' ').at(-1)}`));
    expect(write(undefined).split('\n')[0]).toMatch(/^\p{Lu}[^{}]*\p{P}$/u);
    expect(write({ greeting: 'Ahoj Dana!' })).toMatch(/^Ahoj Dana!\n\n[^\p{Ll}]/u);
    for (const form of forms) expect(write({}, form)).toMatch(/\n\n[^\n]+\nMartin$/);
  });

  it('offer my time and propose a standing call', () => {
    for (const form of forms)
      for (const timeZone of ['Europe/Vienna', 'America/New_York', 'Asia/Kolkata']) {
        for (const text of [...offersOf(words, form, timeZone), ...proposalsOf(words, { form, timeZone, name })])
          expectClean(text, language);
      }
  });

  it('are shown for reading', async () => {
    const letters = situationSchema.options.flatMap((situation) =>
      [...words.situations[situation].keys()].flatMap((earlier) =>
        forms.flatMap((form, index) => {
          // Each letter once on a clock that is mine too, once on another.
          const isAway = (earlier + index) % 2 === 1;
          const facts = sceneOf(situation, { topic, name, form, language, isAway });
          const { subject, body } = writeReply({ ...facts, earlier }, words, situation);
          return `=== ${situation} ${earlier + 1}, ${form}\n${subject}\n\n${body}\n`;
        }),
      ),
    );
    const asked = QUESTIONS.flatMap(([what, known], index) =>
      [...words.situations['clarify-urgent'].keys()].map((earlier) => {
        const form = forms[(index + earlier) % forms.length] ?? 'formal';
        const facts = sceneOf('clarify-urgent', { topic, name, form, language, isAway: true });
        const request = { ...facts.request, ...known, ...(index % 2 === 1 && { subject: '' }) };
        const without = { ...facts, request, call: undefined, isFormKnown: Boolean(request.form), earlier };
        const { subject, body } = writeReply(without, words, 'clarify-urgent');
        return `=== clarify-urgent ${earlier + 1}, without a call, ${what}, ${form}\n${subject}\n\n${body}\n`;
      }),
    );
    const decided = [...words.situations['needed-before-call'].keys()].flatMap((earlier) =>
      forms.map((form, index) => {
        const isAway = (earlier + index) % 2 === 1;
        const facts = sceneOf('needed-before-call', { topic: index === 0 ? topic : '', name, form, language, isAway });
        const { subject, body } = writeReply({ ...facts, route: 'standing-call', earlier }, words);
        return `=== needed-before-call ${earlier + 1}, put on the call all the same, ${form}\n${subject}\n\n${body}\n`;
      }),
    );
    const others = forms.flatMap((form) => [
      `=== availability, ${form}\n${offersOf(words, form, 'America/New_York').join('\n\n')}\n`,
      `=== proposals, ${form}\n${proposalsOf(words, { form, timeZone: 'Europe/London', name }).join('\n\n')}\n`,
    ]);
    await expect([...letters, ...asked, ...decided, ...others].join('\n')).toMatchFileSnapshot(
      `./letters/${language}.txt`,
    );
  });
});

/** What can be known of a request before anything is asked. */
const QUESTIONS: readonly (readonly [string, Partial<Request>])[] = [
  ['nothing known', {}],
  ['nothing known', {}],
  ['the day is open', { claimedUrgent: false, purpose: 'budget', askedBy: 'Eva Horn', form: 'PDF' }],
  ['the purpose is open', { neededWords: 'in January', askedBy: 'Eva Horn', form: 'PDF' }],
  ['who asks is open', { claimedUrgent: false, neededWords: 'in January', purpose: 'budget', form: 'PDF' }],
  ['the form is open', { neededWords: 'in January', purpose: 'budget', askedBy: 'Eva Horn' }],
  ['who asks and the form are open', { claimedUrgent: false, neededWords: 'in January', purpose: 'budget' }],
];

/** Every message of these words but the reasons. */
function messagesOf(words: ReplyWords): string[] {
  return [
    ...Object.values(words.parts),
    ...Object.values(words.availability),
    ...Object.values(words.phrases),
    ...[...Object.values(words.situations).flat(), ...words.proposals].flatMap(({ subject, body }) => [subject, body]),
  ];
}

/** What comes most often: the fourth letter is another one, too. */
const MOST_OFTEN: ReadonlySet<Situation> = new Set(['can-it-wait', 'message-received', 'out-of-hours']);

/** How many letters in a row are to differ. */
function countInARow(situation: Situation): number {
  return MOST_OFTEN.has(situation) ? 4 : 3;
}

/** Not after a number: "27. November" ends nothing. */
const SENTENCE_END = /(?<=[^\d][.?!:])\s+/;

/** The first sentence after the greeting. */
function readOpening({ body }: WrittenReply): string {
  return body.split('\n\n')[1]?.split(SENTENCE_END)[0] ?? '';
}

function findRepeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

function tryWriting(facts: ReplyFacts, words: ReplyWords, situation: Situation): WrittenReply | undefined {
  try {
    return writeReply(facts, words, situation);
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'no-reply') return undefined;
    throw error;
  }
}

/** Nothing unfilled, no gaps; the call by its day, date and time, spelled without the code under test. */
function expectWhole({ subject, body, names }: WrittenReply, words: ReplyWords, facts: ReplyFacts): void {
  for (const text of [subject, body]) expectClean(text, words.language);
  expect(checkTone(body, toneWordsFor(lists, words.language)), body).toEqual([]);
  expect(subject).not.toContain('\n');
  expect(subject.length).toBeGreaterThan(3);
  expect(subject.length, subject).toBeLessThanOrEqual(160);
  expect(body.length).toBeGreaterThanOrEqual(40);
  expect(body.length, body).toBeLessThanOrEqual(900);
  if (!names || !facts.call) return;
  for (const timeZone of new Set([facts.client.timeZone, facts.myZone])) {
    const spell = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(words.locale, { timeZone, ...options })
        .format(facts.call?.startsAt.epochMilliseconds)
        .replace(/\s/g, ' ');
    if (timeZone === facts.client.timeZone) expect(body).toContain(spell({ day: 'numeric', month: 'long' }));
    const time = spell({ hour: '2-digit', minute: '2-digit' });
    // Letters in French have "9 h 30" where Intl has "09:30".
    const french = time.replace(/^0?(\d+):(\d+)$/, '$1 h $2').replace(/ h 00$/, ' h');
    // Spanish has "9:30".
    const spanish = time.replace(/^0/, '');
    const wanted = { fr: french, es: spanish }[words.language] ?? time;
    expect(body.replace(/\u00a0/g, ' ')).toContain(wanted);
  }
}

/** French parts a few marks from the word with a space that does not break; no language does with an ordinary one. */
function expectClean(text: string, language: string): void {
  expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  expect(text).not.toMatch(/ {2}|\n{3}| \n|\n |^\s|\s$| [,.;:?!)]|\( |\.\.|,,|\?\?|[.?!:],|,\.|,\?/);
  expect(text).not.toMatch(/[,.;:?!)]\p{L}/u);
  for (const [opens = '', closes = ''] of ['()', '«»', language === 'vi' ? '“”' : '„“'])
    expect(text.split(opens).length, text).toBe(text.split(closes).length);
  if (language !== 'en') expect(text).not.toMatch(/"/);
  if (language === 'fr') expect(text).not.toMatch(/[^\s\d][:;?!](?!\/)|«[^\u00a0\u202f]|[^\u00a0\u202f]»/);
  if (language === 'es') expect(text.split('?').length).toBe(text.split('¿').length);
}

interface Addressed {
  form: Client['form'];
  language: string;
  topic: string;
  name: string;
}

const KINDS: readonly (readonly Parameters<typeof makeContact>[])[] = [
  [['missed-call', '2026-11-24T10:20:00Z']],
  [['missed-call', '2026-11-24T10:20:00Z', { count: 3 }]],
  [
    ['missed-call', '2026-11-23T10:02:00Z'],
    ['voicemail', '2026-11-24T10:20:00Z'],
  ],
  [['voicemail', '2026-11-23T10:02:00Z']],
  [['email', '2026-11-24T08:40:00Z']],
  [
    ['chat', '2026-11-24T02:40:00Z', { isAfterHours: true }],
    ['email', '2026-11-24T10:10:00Z', { count: 2 }],
  ],
  [['email', '2026-11-20T16:40:00Z']],
  [['call', '2026-11-24T08:10:00Z']],
  [['email', '2026-11-23T15:10:00Z', { direction: 'out' }]],
  [['missed-call', '2026-11-13T10:20:00Z', { direction: 'out' }]],
  [['missed-call', '2026-11-24T10:20:00Z', { count: 12, isAfterHours: true }]],
];
const NEEDS = [undefined, '2026-11-25', '2026-11-30', undefined, '2026-11-27', '2026-11-23', '2026-11-24'];
const ZONES = ['Europe/Vienna', 'Europe/London', 'Pacific/Auckland', 'America/New_York'];
const CLASHES: readonly (Clash | undefined)[] = [
  undefined,
  { kind: 'my-day-off', name: 'Secret', date: '2026-11-26' },
  { kind: 'my-holiday', name: 'Day of the Republic', date: '2026-11-26' },
  { kind: 'client-holiday', name: '', date: '2026-11-26' },
  { kind: 'my-holiday', name: 'Day of the Republic', date: '2026-11-26', isShared: true },
];

/** Facts in which everything meets everything in turn: each row takes the next of every list. */
function gridOf({ form, language, topic, name }: Addressed, rows = 28): ReplyFacts[] {
  return Array.from({ length: rows }, (_, row) => {
    // Lists of one length would always meet the same of each other, did each not fall behind in its own measure.
    let lag = 0;
    const pick = <Each>(list: readonly Each[]): Each =>
      list[(row + Math.floor(row / list.length) * ++lag) % list.length] as Each;
    const kind = pick(KINDS);
    const clash = pick(CLASHES);
    const request = makeRequest(
      kind.map((contact) => makeContact(...contact)),
      requestFacts(pick(NEEDS), pick([topic, '', topic])),
    );
    return makeFacts(request, {
      ...talked(topic),
      client: makeClient({
        ...PRICED,
        ...{ form, language, timeZone: pick(ZONES), emergency: pick(['', 'server down', '']) },
      }),
      person: pick([undefined, { id: 'per_1', name, emails: [], phones: [] }]),
      call: pick([FRIDAY, FRIDAY, undefined, makeCall('2026-12-08T22:00:00Z'), FRIDAY]),
      callback: pick([CALLBACK, undefined]),
      running: makeCall('2026-11-24T10:00:00Z'),
      formerAt: pick([instant('2026-11-26T14:00:00Z'), undefined, instant('2026-11-26T14:00:00Z')]),
      ...(clash && { off: { startsAt: instant('2026-11-26T14:00:00Z'), clash, isSkipped: true }, formerClash: clash }),
      proposedSlots: pick([
        [],
        [stretch('2026-12-01T09:00:00Z')],
        [stretch('2026-12-01T09:00:00Z'), stretch('2026-12-03T13:00:00Z')],
      ]),
      isTiedUp: pick([true, false, false]),
      ...pick<Partial<ReplyFacts>>([
        {},
        { isDayEnding: true },
        { isWorkingTime: false, backAt: instant('2026-11-25T08:00:00Z') },
        { isWorkingTime: false },
      ]),
      // What is for the call was put there by hand where its day lies before.
      ...pick<Partial<ReplyFacts>>([{}, {}, { route: 'standing-call' }, { route: 'now' }]),
      lately: {
        ...LATELY,
        ...pick([{}, { times: 1, days: 1, outside: 0 }, { since: SINCE }, { outside: 1, spokenMinutes: 0 }]),
      },
    });

    function requestFacts(neededBy: string | undefined, subject: string): Partial<Request> {
      const emergency = pick(['suspected', 'confirmed', undefined] as const);
      return {
        subject,
        ...(neededBy && { neededBy }),
        ...(emergency && { emergency }),
        status: pick(['open', 'open', 'done']),
        replies: [SENT],
        ...pick([{}, { askedBy: 'the CFO' }, { form: 'a note' }, { askedBy: 'the CFO', form: 'a note' }]),
        ...pick([{}, { claimedUrgent: true }, { purpose: topic }, { claimedUrgent: true, neededWords: topic }]),
      };
    }
  });
}

const PRICED = { rate: 150, currency: 'EUR', limit: 'ready-to-lose' } as const;
const LATELY = { times: 14, days: 9, outside: 3, lastAt: instant('2026-11-23T19:40:00Z'), spokenMinutes: 95 };
const SINCE = Temporal.PlainDate.from('2026-11-12');
const FOUR_WEEKS = /four weeks|vier Wochen|quatre dernières|cuatro semanas|štyri týždne|bốn tuần/i;
const SENT: UsedReply = {
  ...{ id: 'rep_1', situation: 'done', language: 'en', subject: 'Q3', body: 'b', sentAt: '2026-11-10T09:00:00Z' },
};

/** What the words of the talk about availability tell of, and what only I can say. */
function talked(topic: string): Partial<ReplyFacts> {
  const mail = makeContact('email', '2026-11-24T08:40:00Z', { subject: topic });
  return {
    lately: LATELY,
    told: { to: 'Eva Horn', by: '2026-11-30', result: 'A = 42' },
    others: [{ request: makeRequest([mail]), call: makeCall('2026-12-01T10:00:00Z') }],
  };
}

/** A likely state of affairs for each situation. */
function sceneOf(
  situation: Situation,
  { topic, name, form, language, isAway }: Addressed & { isAway: boolean },
): ReplyFacts {
  const client = makeClient({
    ...PRICED,
    form,
    language,
    ...(!isAway && { timeZone: 'Europe/Vienna', emergency: 'server down' }),
  });
  const topicIfThere = ['burst', 'empty-voicemail'].includes(situation) ? '' : topic;
  const contacts: Partial<Record<Situation, ReturnType<typeof makeContact>[]>> = {
    'empty-voicemail': [makeContact('voicemail', '2026-11-24T10:20:00Z')],
    burst: [makeContact('missed-call', '2026-11-24T10:20:00Z', { count: 3 })],
    'message-received': [makeContact('email', '2026-11-24T08:40:00Z')],
    'time-given': [makeContact('email', '2026-11-24T08:40:00Z')],
    'no-answer-yet': [makeContact('email', '2026-11-20T08:40:00Z')],
    'after-we-spoke': [makeContact('call', '2026-11-24T08:10:00Z')],
    'late-return': [makeContact('missed-call', '2026-11-19T10:20:00Z')],
    decline: [makeContact('email', '2026-11-23T08:40:00Z')],
    done: [makeContact('email', '2026-11-23T08:40:00Z')],
    'clarify-urgent': [makeContact('voicemail', '2026-11-24T10:20:00Z')],
  };
  const isOff = ['holiday', 'call-moved', 'call-skipped', 'correction'].includes(situation);
  const clash: Clash = isAway
    ? { kind: 'my-day-off', name: '', date: '2026-11-26' }
    : { kind: 'client-holiday', name: 'Thanksgiving', date: '2026-11-26' };
  const off = { startsAt: instant('2026-11-26T14:00:00Z'), clash, isSkipped: true };
  return makeFacts(
    makeRequest(contacts[situation] ?? [makeContact('missed-call', '2026-11-24T10:20:00Z')], {
      subject: topicIfThere,
      ...(situation === 'needed-before-call' && { neededBy: '2026-11-26' }),
      ...(situation === 'promise-early' && { neededBy: '2026-11-27' }),
      ...(situation === 'already-sent' && { replies: [SENT] }),
      ...(situation === 'emergency' && { emergency: isAway ? 'confirmed' : 'suspected' }),
      ...(situation === 'done' && { status: 'done' }),
      ...(situation === 'clarify-urgent' && { claimedUrgent: true }),
    }),
    {
      ...talked(topic),
      client,
      person: { id: 'per_1', name, emails: [], phones: [] },
      isTiedUp: isAway,
      callback: CALLBACK,
      ...(situation === 'propose-standing-call' && {
        call: undefined,
        proposedSlots: [stretch('2026-12-01T09:00:00Z'), stretch('2026-12-03T13:00:00Z')],
      }),
      ...(situation === 'late-return' && { route: 'callback' }),
      ...(situation === 'during-call' && { running: makeCall('2026-11-24T10:10:00Z') }),
      ...(situation === 'out-of-hours' && {
        now: instant('2026-11-24T19:25:00Z'),
        isWorkingTime: false,
        backAt: instant('2026-11-25T08:00:00Z'),
      }),
      ...(isOff && { formerAt: off.startsAt, formerClash: clash, off }),
    },
  );
}

function offersOf(words: ReplyWords, form: Client['form'], timeZone: string): string[] {
  const client = makeAnyClient('Globex', { form, timeZone, language: words.language });
  const state = makeState({ clients: [client], calls: [] });
  return [{}, { count: 1 }, { days: 1, count: 2, minutes: 45 }].flatMap((wish) => {
    const { subject, text } = shareAvailability(
      state,
      client,
      { en: english, [words.language]: words },
      vienna('2026-11-24T08:00'),
      wish,
    );
    return [subject, text];
  });
}

function proposalsOf(
  words: ReplyWords,
  { form, timeZone, name }: { form: Client['form']; timeZone: string; name: string },
): string[] {
  const people = [{ id: 'per_1', name, emails: [], phones: [] }];
  const client = makeAnyClient('Globex', {
    form,
    timeZone,
    language: words.language,
    people,
    emergency: 'server down',
  });
  const state = makeState({ clients: [client], calls: [], settings: makeSettings({ myName: 'Martin' }) });
  const first = ['2026-12-01T15:00:00Z', '2026-12-04T15:00:00Z'].map(instant);
  return words.proposals.flatMap((_, earlier) => {
    const given = words.proposals.map((each, index, all) => all[(index + earlier) % all.length] ?? each);
    const own = { en: english, [words.language]: { ...words, proposals: given } };
    return ['FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU,FR'].map((rule, index) => {
      const times = first.slice(0, index + 1);
      const { subject, body } = writeProposal(state, client, { rule, first: times, minutes: 30 }, own, instant(NOW));
      return `${subject}\n\n${body}`;
    });
  });
}
