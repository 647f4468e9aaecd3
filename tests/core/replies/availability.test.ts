import { describe, expect, test } from 'vitest';
import type { Client } from '../../../electron/core/model/client';
import type { State } from '../../../electron/core/model/state';
import { offerSlots } from '../../../electron/core/offers';
import { shareAvailability } from '../../../electron/core/replies/availability';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import en from '../../../resources/replies/en.json';
import { hours, makeClient, makeState, momentAt, vienna } from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';

const words = { en: replyWordsSchema.parse(en) };
const NOW = vienna('2026-11-24T08:00');

function share(
  client: Partial<Client> = {},
  wish: Parameters<typeof shareAvailability>[4] = {},
  more: Partial<State> = {},
) {
  const theirs = makeClient('Globex', client);
  return shareAvailability(
    makeState({ clients: [theirs, makeClient('Acme')], calls: [], ...more }),
    theirs,
    words,
    NOW,
    wish,
  );
}

describe('what a client is told of my availability', () => {
  test('names days and times in one sentence, and asks in another', () => {
    expect(share()).toMatchObject({
      subject: 'Times for a call',
      text: "I have 30 minutes for a call today at 09:00, tomorrow, Wednesday 25 November, at 09:00 or on Thursday 26 November at 09:00. Which of these suits you best? One line is enough, and I'll confirm it.",
      warnings: [],
    });
  });

  test('puts times of one day together', () => {
    expect(share({}, { days: 1, count: 2, minutes: 45 }).text).toMatch(
      /^I have 45 minutes for a call today at 09:00 or 13:00\./,
    );
  });

  test('asks otherwise where there is one only', () => {
    const { subject, text } = share({}, { count: 1 });
    expect(subject).toBe('A time for a call');
    expect(text).toBe(
      "I have 30 minutes for a call today at 09:00. Does that suit you? If so, one line is enough, and I'll confirm it.",
    );
  });

  test.each<[string, Partial<Client>, RegExp]>([
    [
      'New York reads its own clock',
      { timeZone: 'America/New_York', language: 'en-US' },
      /today at 9:00 AM, .* \(your time\)\./,
    ],
    ['one in my zone needs no mention of it', {}, /at 09:00\. Which/],
    [
      'beyond the date line it is another day',
      { timeZone: 'Pacific/Kiritimati', workingHours: hours([1, 2, 3, 4, 5, 6, 7], { from: '00:00', to: '06:00' }) },
      /Wednesday 25 November, at 00:00/,
    ],
  ])('%s', (_, client, expected) => {
    expect(share(client).text).toMatch(expected);
  });

  test('says when it is another day for me', () => {
    const workingHours = hours([1, 2, 3, 4, 5, 6, 7], { from: '00:00', to: '06:00' });
    const { warnings } = share({ timeZone: 'Pacific/Kiritimati', workingHours }, { count: 1 });
    expect(warnings.map(({ text }) => text)).toEqual([
      'A slot is on Wednesday 25 November for them and on Tuesday 24 November for you.',
    ]);
  });

  test('warns of what somebody else was offered', () => {
    const state = makeState({ clients: [makeClient(), makeClient('Acme')], calls: [] });
    const offered = [{ startsAt: vienna('2026-11-24T09:00'), endsAt: vienna('2026-11-24T16:30') }];
    const { offers } = offerSlots(state, makeClient('Acme'), offered, momentAt(vienna('2026-11-23T10:00'))).state;
    const { slots, warnings } = share({}, { days: 1, count: 1 }, { offers });
    expect(slots.map(({ offeredTo }) => offeredTo)).toEqual([['Acme']]);
    expect(warnings).toMatchObject([
      { code: 'offered-twice', text: 'Acme was offered Tuesday 24 November, 09:00 too.' },
    ]);
  });

  test('warns where there are no words in their language', () => {
    expect(share({ language: 'fi' }).warnings.map(({ code }) => code)).toEqual(['other-language']);
  });

  test('is refused where nothing is free for both', () => {
    expect(refusalOf(() => share({ timeZone: 'Pacific/Auckland' }))).toMatchObject({
      code: 'no-slot',
      message: 'Nothing of 30 minutes is free for you and Globex within 7 days.',
    });
  });
});
