import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { proposeCadence } from '../../../electron/core/cadence';
import { Refusal } from '../../../electron/core/model/problem';
import { channelSchema, situationSchema } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { shareAvailability } from '../../../electron/core/replies/availability';
import { writeProposal } from '../../../electron/core/replies/proposal';
import { writeReceipt } from '../../../electron/core/replies/receipt';
import { suggestReply } from '../../../electron/core/replies/suggest';
import { waitingReplies, writeWaiting } from '../../../electron/core/replies/waiting';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import { toneWordsFor } from '../../../electron/core/tone/check';
import { checkLetter, theirWords } from '../../../electron/core/tone/letter';
import { makeClient, makeContact, makeRequest, makeState, vienna } from '../../helpers/build';
import { lists } from './lists';

const words = Object.fromEntries(
  Object.keys(lists).map((language) => {
    const file = join(__dirname, `../../../resources/replies/${language}.json`);
    return [language, replyWordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))];
  }),
);
/** Each writes and reads some sixty letters. */
const RUNS = 4;
const START = vienna('2026-11-23T07:00');

/** What clients write above their mails: words of theirs that would hurt if they were mine. */
const SUBJECTS = [
  ...['', 'invoice', 'Too busy line at noon', 'I forgot the contract', 'ASAP figures', 'sorry sorry', 'Soon'],
  ...['Zum dritten Mal Rechnung', 'Enfin le contrat', 'Quá bận quên mất', 'Čoskoro zmluva'],
];

const scene = fc
  .record({
    at: fc.integer({ min: 0, max: 7 * 24 * 4 }),
    form: fc.constantFrom('formal' as const, 'familiar' as const),
    timeZone: fc.constantFrom('Europe/Vienna', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
    emergency: fc.constantFrom('', 'server down'),
    person: fc.constantFrom([], ['Dana Whitfield']),
    requests: fc.array(
      fc.record({
        subject: fc.constantFrom(...SUBJECTS),
        channel: fc.constantFrom(...channelSchema.options),
        ago: fc.integer({ min: 1, max: 50 }),
        count: fc.constantFrom(1, 1, 3),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ at, requests, person, ...client }) => {
    const now = START.add({ minutes: 15 * at });
    const people = person.map((name, index) => ({ id: `per_${index}`, name, emails: [], phones: [] }));
    return { now, client: { ...client, people }, requests };
  });
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function stateOf({ now, client, requests }: Scene, language: string): State {
  const open = requests.map(({ subject, channel, ago, count }, index) => {
    const contact = makeContact(now.subtract({ hours: ago }).toString(), channel, { subject, count });
    return makeRequest(`req_${index}`, { subject, contacts: [contact] });
  });
  return makeState({ clients: [makeClient('Globex', { ...client, language })], requests: open });
}

/** What the app writes; nothing where it has to refuse. */
function write<T>(make: () => T): T[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

interface Letter {
  what: string;
  subject: string;
  body: string;
  theirs: string[];
}

/** Every letter there is in a state, whatever the way it leaves the app. */
function lettersOf(state: State, now: Temporal.Instant): Letter[] {
  const [client] = state.clients;
  if (!client) return [];
  const replies = state.requests.flatMap((request) =>
    [undefined, ...situationSchema.options].flatMap((situation) =>
      write(() => {
        const told = { to: 'Eva Horn', by: '2026-12-04', result: 'The figures agree.' };
        const { subject, body } = suggestReply(state, request, words, now, { ...(situation && { situation }), told });
        return { what: situation ?? 'reply', subject, body, theirs: theirWords(request) };
      }),
    ),
  );
  const waiting = waitingReplies(state, now).flatMap((each) =>
    write(() => {
      const { subject, body } = writeWaiting(state, each, words, now);
      return { what: 'waiting', subject, body, theirs: each.requests.flatMap(theirWords) };
    }),
  );
  const receipts = state.requests.flatMap((request) =>
    write(() => {
      const { subject, line, otherwise } = writeReceipt(state, request, words, now);
      return { what: 'receipt', subject, body: `${line} ${otherwise}`, theirs: theirWords(request) };
    }),
  );
  const shared = [1, 3].flatMap((count) =>
    write(() => {
      const { subject, text } = shareAvailability(state, client, words, now, { count });
      return { what: 'availability', subject, body: text, theirs: [] };
    }),
  );
  const proposals = [1, 2].flatMap((times) =>
    write(() => proposeCadence(state, client, now, { times: times === 1 ? 1 : 2, minutes: 30, weeks: 6 }))
      .flat()
      .map((option) => {
        const { subject, body } = writeProposal(state, client, option, words, now);
        return { what: 'proposal', subject, body, theirs: [] };
      }),
  );
  return [...replies, ...waiting, ...receipts, ...shared, ...proposals];
}

describe.each(Object.keys(lists))('whatever the app itself writes in %s', (language) => {
  it('hurts nobody, says what happens next, and is not blamed for the words of the client', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scene, (each) => {
        for (const { what, theirs, ...letter } of lettersOf(stateOf(each, language), each.now)) {
          seen.add(what);
          const found = checkLetter(letter, toneWordsFor(lists, language), toneWordsFor(lists, 'en'), theirs);
          expect(found, `${what}: ${letter.subject}\n\n${letter.body}`).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
    for (const what of ['reply', 'delegate', 'waiting', 'receipt', 'availability', 'proposal'])
      expect(seen, 'every way out of the app was taken').toContain(what);
  });
});

describe('a letter', () => {
  const english = toneWordsFor(lists, 'en');

  it('is read with its subject line, which need not say what happens next', () => {
    const found = checkLetter({ subject: 'Too busy today, sorry for that', body: 'Shall we talk on Friday?' }, english);
    expect(found.map(({ field, text }) => [field, text])).toEqual([['subject', 'Too busy']]);
  });

  it('may name what the client wrote about; the same words of mine are still found', () => {
    const letter = {
      subject: 'Too busy line',
      body: 'About the too busy line: I was too busy. Shall we talk on Friday?',
    };
    const theirs = theirWords(makeRequest('line', { subject: 'Too busy line', contacts: [] }));
    expect(checkLetter(letter, english, english, theirs).map(({ field, start }) => [field, start])).toEqual([
      [undefined, letter.body.lastIndexOf('too busy')],
    ]);
    expect(checkLetter(letter, english)).toHaveLength(3);
  });
});
