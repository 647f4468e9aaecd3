import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickLog } from '../../electron/inputs/quick-log/parse';
import table from '../fixtures/quick-log.json';
import { instant, makeClient, makePerson } from '../helpers/build';
import { cpuTimeOf } from '../helpers/cpu-time';
import { clients } from './quick-log-clients';
import { expectedOf, type Row, readRow } from './quick-log-rows';

function parse(text: string, known = clients, recency: readonly string[] = []) {
  return parseQuickLog(text, known, instant(table.now), table.timeZone, recency);
}

describe('a line as one would type it', () => {
  it.each(table.rows satisfies Row[])('$text', (row) => {
    expect(readRow(row.text)).toEqual(expectedOf(row));
  });
});

describe('what is said of the time', () => {
  it.each([
    ['dana voicemail re invoice, he needs it by friday', '2026-11-27'],
    ['dana called re invoice, she wants it by friday', '2026-11-27'],
    ['dana mail re invoice, they need it friday', '2026-11-27'],
    ['dana mail re invoice, er braucht es bis Freitag', '2026-11-27'],
    ['dana mail re invoice, on to potrebuje do piatku', '2026-11-27'],
    ['dana mail re invoice, no stress', undefined],
    ['dana mail re invoice, take your time', undefined],
    ['dana mail re invoice, whenever you have time', undefined],
    ['dana mail re invoice, kein Stress', undefined],
    ['dana mail re invoice, hat Zeit', undefined],
    ['dana mail re invoice, neponáhľa sa', undefined],
    ['dana mail re invoice, bez zhonu', undefined],
  ])('is no part of the subject: %s', (text, neededBy) => {
    const { subject, neededBy: day, claimedUrgent } = parse(text);
    expect({ subject, day, claimedUrgent }).toEqual({ subject: 'invoice', day: neededBy, claimedUrgent: false });
  });

  it('stays where it is what they want', () => {
    expect(parse('dana called re take your time campaign').subject).toBe('take your time campaign');
    expect(parse('dana called re whether Petra hat Zeit am Messestand').subject).toContain('hat Zeit');
  });
});

describe('who is meant', () => {
  const twoDanas = [
    makeClient('Globex', { people: [makePerson('Dana Ruiz'), makePerson('Theo Marsh')] }),
    makeClient('Acme', { people: [makePerson('Dana Blum')] }),
    makeClient('Acme Studio'),
  ];
  const nameOf = (text: string) => {
    const { candidates, ambiguous } = parse(text, twoDanas);
    const [first] = candidates;
    return ambiguous ? 'cannot be told' : `${first?.client.name} ${first?.personId?.slice(4) ?? ''}`.trim();
  };
  it.each([
    ['Dana called', 'cannot be told'],
    ['Dana from Globex called', 'Globex Dana Ruiz'],
    ['Acme called, Dana this time', 'Acme Dana Blum'],
    ['Dana Blum called', 'Acme Dana Blum'],
    ['Acme called', 'Acme'],
    ['Acme Studio called', 'Acme Studio'],
    // "the" is no beginning of Theo.
    ['Globex called, the login is broken', 'Globex'],
    ['Theo called', 'Globex Theo Marsh'],
  ])('%s → %s', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  it('puts the client in touch last first, and still says that it cannot be told', () => {
    const known = [twoDanas[1], twoDanas[0]].flatMap((client) => client ?? []);
    for (const latest of known) {
      const { candidates, ambiguous } = parse('Dana called', known, [latest.id]);
      expect(candidates[0]?.client).toBe(latest);
      expect(ambiguous).toBe(true);
    }
    expect(parse('Dana from Globex called', known, ['cli_Acme']).candidates[0]?.client.name).toBe('Globex');
  });

  it('finds a phone number in any spelling, with the country of the client where a number has none', () => {
    const known = [
      makeClient('Hamburg', {
        people: [
          makePerson('Uwe', { phones: ['040 / 123 456-7'] }),
          makePerson('Ute', { phones: ['+49 171 2345678'] }),
        ],
      }),
      makeClient('Roma', { people: [makePerson('Carla', { phones: ['+39 06 1234 5678'] })] }),
    ];
    const whoIs = (text: string) => parse(`${text} called`, known).candidates[0]?.personId?.slice(4);
    for (const text of ['040 1234567', '+49 40 1234567', '0049401234567', '(040) 123-4567', '+49 (0)40 1234567'])
      expect(whoIs(text), text).toBe('Uwe');
    expect(whoIs('0171/2345678')).toBe('Ute');
    expect(whoIs('+39 06 12345678')).toBe('Carla');
    expect(whoIs('06 1234 5678')).toBe('Carla');
    expect(whoIs('+43 40 1234567'), 'the same figures of another country').toBeUndefined();
    expect(whoIs('2026-11-30')).toBeUndefined();
  });

  it('takes initials in capitals only', () => {
    expect(parse('NE called').candidates[0]?.client.name).toBe('Nordwind Energie');
    expect(parse('ne called').candidates).toEqual([]);
  });

  it('leaves open which of two people with one name it was', () => {
    const namesakes = [makeClient('Globex', { people: [makePerson('Dana Ruiz'), makePerson('Dana Kim')] })];
    const [first] = parse('Dana called', namesakes).candidates;
    expect(first?.client.name).toBe('Globex');
    expect(first?.personId).toBeUndefined();
  });

  it('does not take a word of its own grammar for a mistyped or a begun name', () => {
    const odd = [makeClient('Callaghan'), makeClient('Rank'), makeClient('Mister Mills'), makeClient('Voices')];
    for (const text of ['Peter called', 'Peter rang', 'Peter mails', 'call from Peter', 'voice mail from Peter'])
      expect(parse(text, odd).candidates, text).toEqual([]);
  });

  it('reads a client whose name is a word of the grammar', () => {
    const odd = [makeClient('Teams'), makeClient('Text Partners')];
    expect(parse('Teams called', odd).candidates[0]?.client.name).toBe('Teams');
    expect(parse('Text Partners emailed re logo', odd)).toMatchObject({ channel: 'email', subject: 'logo' });
  });

  it('takes a name out of the subject only where it stands as a word', () => {
    const ann = [makeClient('Globex', { people: [makePerson('Ann')] })];
    expect(parse('planned cannery visit, ann called', ann).subject).toBe('planned cannery visit');
  });
});

describe('where each part stands in the line', () => {
  const partsOf = (text: string) => parse(text).spans.map(({ part, from, to }) => `${part}: ${text.slice(from, to)}`);
  it.each([
    [
      'dana called 3x re invoice, needs it thu, board meeting',
      [
        'who: dana',
        'channel: called',
        'count: 3x',
        'subject: re invoice,',
        'neededBy: needs it thu,',
        'purpose: board meeting',
      ],
    ],
    ['  3 missed calls   from globex in 20 min', ['count: 3', 'channel: missed calls   from', 'who: globex in 20 min']],
    ['Zoe\u0308 volala včera, súrne!', ['who: Zoe\u0308', 'channel: volala', 'at: včera,', 'urgent: súrne!']],
    [
      'Jürgen, Bericht, sein Chef will ihn bis Mittwoch',
      ['who: Jürgen,', 'subject: Bericht,', 'askedBy: sein Chef will ihn', 'neededBy: bis Mittwoch'],
    ],
    ['', []],
  ])('%s', (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });
});

describe('anything typed', () => {
  const known = new Set(clients.map((client) => client.id));

  function expectSound(text: string) {
    const understood = parse(text);
    expect(understood.count).toBeGreaterThanOrEqual(1);
    expect(understood.count).toBeLessThanOrEqual(999);
    expect(understood.minutes ?? 0).toBeLessThanOrEqual(1440);
    expect(understood.at.epochMilliseconds).toBeLessThanOrEqual(instant(table.now).epochMilliseconds);
    expect(understood.neededBy ?? '2026-11-24').toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((understood.neededBy ?? '9') >= '2026-11-24' || text.includes('-')).toBe(true);
    for (const { client } of understood.candidates) expect(known.has(client.id)).toBe(true);
    expectCovered(text, understood.spans);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(understood.subject).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\ue000-\ue002]/);
  }

  /** Every character that can be seen is in one span, and the spans are in order. */
  function expectCovered(text: string, spans: readonly { from: number; to: number }[]) {
    let last = 0;
    let uncovered = '';
    for (const { from, to } of spans) {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      uncovered += text.slice(last, from);
      last = to;
    }
    // Blanks, and what no person types.
    expect(`${uncovered}${text.slice(last)}`).toMatch(/^[\s\p{Cc}\u202a-\u202e\u2066-\u2069\ue000-\ue002]*$/u);
  }

  it('is read without a crash, whatever the characters', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 300 });
    const printable = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(fc.property(fc.oneof(hostile, printable), expectSound), { numRuns: 300 });
  });

  it('is read without a crash when made of the words it knows', () => {
    const words = fc.constantFrom(
      ...'Dana Lee Globex called missed call calls voicemail vm left a message re about : , ; . ! !! urgent asap not by due needs it fri'.split(
        ' ',
      ),
      ...'next monday tomorrow 31 Feb 2026-02-30 2026-12-01 9:30 at 25:61 12pm yesterday on last 3x x3 twice two 12 min 1.5h 1h30 half an hour'.split(
        ' ',
      ),
      ...'um halb zehn half past noon o pol desiatej gestern chiều qua cách đây rưỡi Frau chị số hodinu vorige Woche am'.split(
        ' ',
      ),
      ...'and from with spoke emailed wrote texted back no answer I called returned - -- ( ) " \' \uE000 \uE001 × ß İ'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => expectSound(list.join(' '))),
      { numRuns: 500 },
    );
  });

  it('loses no word of what was not understood', () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{5,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 150 }), (list) => {
        // Consonants alone are no name, no channel and no day.
        fc.pre(list.every((each) => !clients.some((client) => client.name.toLowerCase().includes(each))));
        const { subject } = parse(`Dana called re ${list.join(' ')}`);
        expect(subject).toBe(list.join(' '));
      }),
      { numRuns: 100 },
    );
  });

  const runs = [
    ' ',
    ',',
    ':',
    ': ',
    ';',
    '.',
    '!',
    '! ',
    '-',
    '(',
    ' (',
    '9',
    '9 ',
    '1:',
    '1 x ',
    'by ',
    'by the ',
    'left ',
    'left a ',
  ]
    .concat([
      're ',
      'about: ',
      'Dana ',
      'Dan ',
      'not urgent ',
      'half an ',
      'a',
      'é',
      '👩‍👩‍👧',
      '\u202e',
      '\u0000',
      '\uE000 ',
      "'s",
      'an hour ',
      'on last ',
    ])
    .map((unit) => [unit]);
  it.each(runs)('takes no time for 10,000 characters of %j', (unit) => {
    const long = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
    for (const text of [long, `Dana called ${long}`, `${long} Dana called x`, `Dana called re ${long}`, `${long}x`])
      expect(
        cpuTimeOf(20, () => parse(text)),
        text.slice(0, 30),
      ).toBeLessThan(20);
    expectSound(long);
  });

  it('keeps what is beyond the part it reads', () => {
    const long = 'x'.repeat(9_000);
    expect(parse(`Dana called re ${long}`).subject).toBe(long);
    expect(parse(`Dana called re ${'word '.repeat(1_900)}end`).subject).toBe(`${'word '.repeat(1_900)}end`);
  });

  it('stays quick with 500 clients, while typing', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      makeClient(`Company ${index} Holding`, { people: [makePerson(`Person${index} Lastname${index}`)] }),
    );
    parse('warm up', many);
    expect(
      cpuTimeOf(20, () => parse('missed call from Person431 re invoice for november, needs it friday', many)),
    ).toBeLessThan(20);
    expect(cpuTimeOf(100, () => parse('nobody '.repeat(1_400), many))).toBeLessThan(100);
    expect(parse('Persn431 called', many).candidates.length).toBeGreaterThan(0);
  });
});
