import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { problemSchema } from '../../electron/core/model/problem';
import { type Answer, createAnswer } from '../../electron/ipc/answer';
import { contract, type Name } from '../../electron/ipc/contract/contract';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import { openStore } from '../../electron/store/open';

const names = Object.keys(contract) as Name[];
const now = Temporal.Instant.from('2026-11-24T10:20:00Z');
let answer: Answer;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-contract-'));
  const store = await openStore({
    home: join(folder, 'home'),
    first: firstState('Europe/Vienna'),
    device: 'desk',
    now: () => now,
    newId,
  });
  answer = createAnswer({ store, words: createReplyWords(), now: () => now, newId, version: 'test' });
  const set = (name: Name, input: object) => answer(name, input, { door: 'window' });
  await set('client.add', { name: 'Globex', people: [{ name: 'Dana Ruiz' }] });
  await set('call.add', {
    client: 'Globex',
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    start: '2026-11-20T10:00',
    timeZone: 'Europe/Vienna',
    minutes: 30,
  });
  await set('log', { text: 'dana 3 missed calls re invoice' });
  return async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
});

/** Words that reach deeper than rubbish does: names that exist, and values of the right kind. */
const likely = fc.constantFrom<unknown>(
  'Globex',
  'invoice',
  'Dana',
  '',
  '2026-11-27',
  '2026-11-27T10:00',
  '2026-02-30',
  '2026-11-24T10:00:00Z',
  'Europe/Vienna',
  'en',
  'json',
  0,
  1,
  -1,
  1e300,
  true,
  null,
  '__proto__',
  'constructor',
);
const value = fc.oneof({ weight: 3, arbitrary: likely }, { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) });

function inputFor(name: Name) {
  const { shape } = contract[name].input;
  return fc.record(Object.fromEntries(Object.keys(shape).map((key) => [key, value])), { requiredKeys: [] });
}

describe('every name of the contract', () => {
  test.each(names)('%s answers rubbish with a value or a problem, and never breaks', async (name) => {
    const inputs = fc.oneof({ weight: 1, arbitrary: fc.anything() }, { weight: 4, arbitrary: inputFor(name) });
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const reply = await answer(name, input, { door: 'window', dryRun: true });
        if (reply.ok) {
          if (name !== 'state.get')
            expect(contract[name].output.safeParse(JSON.parse(JSON.stringify(reply.value))).error).toBeUndefined();
          return;
        }
        expect(problemSchema.parse(reply.problem)).toEqual(reply.problem);
        expect(reply.problem.message).not.toBe('');
        expect(reply.problem, JSON.stringify(input)).not.toMatchObject({ code: 'internal' });
      }),
      { numRuns: 40 },
    );
  });

  test('what is for windows is refused to the socket', async () => {
    for (const name of names.filter((each) => contract[each].door === 'window'))
      expect(await answer(name, {}, { door: 'socket' })).toMatchObject({ ok: false, problem: { code: 'usage' } });
  });

  test.each(['', 'nothing', '__proto__', 'constructor', 'toString'])('there is no "%s"', async (name) => {
    expect(await answer(name as Name, {}, { door: 'socket' })).toMatchObject({ ok: false, problem: { code: 'usage' } });
  });
});

test('words of a language are read when they are asked for; odd names of languages are no language', async () => {
  const words = createReplyWords();
  expect(Object.keys(words)).toContain('en');
  expect(words.en?.language).toBe('en');
  expect(words.en).toBe(words.en);
  expect(words.constructor).toBeUndefined();
  const reply = await answer('reply', { request: 'invoice', language: '__proto__' }, { door: 'socket' });
  expect(reply).toMatchObject({ ok: true, value: { language: 'en' } });
});
