import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../electron/core/model/request';
import { contactsByPerson, groupByPerson, peopleOf, prepareWeek } from '../../electron/core/prep';
import { weekAsMarkdown } from '../../electron/core/prep-markdown';
import {
  day,
  makeCall,
  makeClient,
  makeContact,
  makePerson,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../helpers/build';

const NOW = vienna('2026-11-24T11:20');
const people = [makePerson('Dana'), makePerson('Lee')];
const globex = makeClient('Globex', { people });
const from = (person: string, more: Partial<Request['contacts'][number]> = {}) =>
  makeContact('2026-11-23T09:00:00Z', 'missed-call', {
    id: `con_${person}_${JSON.stringify(more)}`,
    personId: `per_${person}`,
    ...more,
  });

describe('the week', () => {
  const calls = [
    makeCall(),
    makeCall({ id: 'call_acme', clientId: 'cli_Acme', rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-09-01T15:00' }),
    makeCall({ id: 'call_sun', rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2026-09-06T20:00' }),
  ];
  const clients = [globex, makeClient('Acme'), makeClient('Initech')];
  const state = makeState({
    clients,
    calls,
    requests: [
      makeRequest('a'),
      makeRequest('b', { clientId: 'cli_Acme' }),
      makeRequest('c', { clientId: 'cli_Initech' }),
    ],
  });
  const names = (on: string, given = state, now = NOW) =>
    prepareWeek(given, day(on), now).calls.map(
      ({ client, occurrence, items }) =>
        `${client.name} ${occurrence.startsAt.toZonedDateTimeISO('Europe/Vienna').day}: ${items.map(({ id }) => id).join(' ')}`,
    );

  it('lists its calls in order, each with its agenda', () => {
    expect(names('2026-11-24')).toEqual(['Acme 24: b', 'Globex 27: a', 'Globex 29: ']);
    expect(names('2026-11-29')).toEqual(names('2026-11-23'));
    expect(names('2026-11-30')).toEqual(['Acme 1: ', 'Globex 4: ', 'Globex 6: ']);
  });

  it('begins on the day the settings say', () => {
    const sundays = { ...state, settings: { ...state.settings, weekStartsOn: 7 } };
    expect(names('2026-11-24', sundays)).toEqual(['Globex 22: ', 'Acme 24: b', 'Globex 27: a']);
    expect(prepareWeek(sundays, day('2026-11-24'), NOW).week.toString()).toBe('2026-11-22');
  });

  it('belongs a call to the week in which it begins, in my zone', () => {
    const night = makeState({
      clients: [globex],
      calls: [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2026-09-06T23:45', minutes: 60 })],
    });
    expect(names('2026-11-29', night)).toEqual(['Globex 29: ']);
    const far = makeState({
      clients: [globex],
      calls: [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-09-07T08:00', timeZone: 'Pacific/Auckland' })],
    });
    // Monday 30 November, eight in the morning in Auckland, is Sunday evening in Vienna.
    expect(names('2026-11-29', far)).toEqual(['Globex 29: ']);
  });

  it('says what is without a call', () => {
    expect(
      prepareWeek(state, day('2026-11-24'), NOW).unplaced.map(({ client, requests }) => [
        client.name,
        requests.map(({ id }) => id),
      ]),
    ).toEqual([['Initech', ['c']]]);
  });

  it('shows with the next call, and with no other, what goes to a later one', () => {
    const many = makeState({
      clients: [globex],
      calls: [makeCall()],
      requests: ['a', 'b', 'c', 'd', 'e'].map((id) => makeRequest(id)),
    });
    const [next] = prepareWeek(many, day('2026-11-24'), NOW).calls;
    expect(next?.later.map(({ request, occurrence }) => [request.id, occurrence?.occurrence])).toEqual([
      ['d', '2026-12-04T10:00'],
      ['e', '2026-12-04T10:00'],
    ]);
    expect(next?.minutesPlanned).toBe(30);
    expect(prepareWeek(many, day('2026-12-01'), NOW).calls[0]?.later).toEqual([]);
  });

  it('shows a call that is over, with what was closed on its day', () => {
    const closed = (id: string, local: string) =>
      makeRequest(id, { status: 'done', closedAt: vienna(local).toString() });
    const done = makeState({
      clients: [globex],
      calls: [makeCall()],
      history: {
        '2026-11': [
          closed('late', '2026-11-27T10:25'),
          closed('early', '2026-11-27T10:05'),
          closed('other', '2026-11-26T10:05'),
          { ...closed('acme', '2026-11-27T10:10'), clientId: 'cli_Acme' },
        ],
      },
      requests: [makeRequest('left')],
    });
    const [call] = prepareWeek(done, day('2026-11-27'), vienna('2026-11-27T12:00')).calls;
    expect(call).toMatchObject({ isOver: true, items: [] });
    expect(call?.closed.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(
      prepareWeek(done, day('2026-12-01'), vienna('2026-11-27T12:00')).calls[0]?.items.map(({ id }) => id),
    ).toEqual(['left']);
  });
});

describe('people behind a request', () => {
  it('are named once each, in the order they came', () => {
    const request = makeRequest('a', {
      contacts: [from('Lee'), from('Dana'), from('Lee', { count: 2 }), from('gone')],
    });
    expect(peopleOf(globex, request)).toEqual(['Lee', 'Dana']);
  });

  it('keeps the contacts of a request by person, with how often, nobody known last', () => {
    const unknown = makeContact('2026-11-23T08:00:00Z', 'voicemail', { id: 'con_unknown' });
    const request = makeRequest('a', {
      contacts: [unknown, from('Lee', { count: 2 }), from('Dana'), from('Lee', { channel: 'email' })],
    });
    expect(contactsByPerson(globex, request).map(({ person, count }) => [person, count])).toEqual([
      ['Lee', 3],
      ['Dana', 1],
      ['', 1],
    ]);
    const state = makeState({ clients: [globex], requests: [request] });
    expect(weekAsMarkdown(prepareWeek(state, day('2026-11-24'), NOW), 'Europe/Vienna')).toContain('×5, Lee ×3, Dana');
  });

  it('group the items, those of nobody last', () => {
    const items = [
      makeRequest('x', { contacts: [from('nobody')] }),
      makeRequest('a', { contacts: [from('Lee')] }),
      makeRequest('b', { contacts: [from('Dana')] }),
      makeRequest('c', { contacts: [from('Lee')] }),
    ];
    expect(
      groupByPerson(globex, items).map(({ person, items: list }) => `${person}: ${list.map(({ id }) => id).join(' ')}`),
    ).toEqual(['Lee: a c', 'Dana: b', ': x']);
  });
});

describe('the week as Markdown', () => {
  const markdown = (requests: Request[], client = globex, calls = [makeCall()]) =>
    weekAsMarkdown(
      prepareWeek(makeState({ clients: [client], calls, requests }), day('2026-11-24'), NOW),
      'Europe/Vienna',
    );

  it('is a heading a call and a box an item', () => {
    const requests = [
      makeRequest('a', { subject: 'invoice', neededBy: '2026-11-27', contacts: [from('Dana', { count: 3 })] }),
      makeRequest('b', { subject: '', contacts: [from('Lee'), from('Dana')], emergency: 'confirmed' }),
      makeRequest('c', { subject: 'rollout', contacts: [from('nobody')] }),
      makeRequest('d', { subject: 'training', contacts: [from('Dana')] }),
    ];
    expect(markdown(requests)).toBe(
      [
        '# Week of 2026-11-23',
        '',
        '## Globex: Friday 27 November, 10:00',
        '',
        '30 of 30 minutes planned.',
        '',
        '**Lee**',
        '',
        '- [ ] No subject given (×2, emergency, Lee, Dana, 10 min)',
        '',
        '**Dana**',
        '',
        '- [ ] invoice (×3, needed by 2026-11-27, 10 min)',
        '',
        '**Nobody in particular**',
        '',
        '- [ ] rollout (10 min)',
        '',
        'Goes to the next call: training.',
        '',
      ].join('\n'),
    );
  });

  it('says where a call clashes, what is needed earlier, and what clashes in the weeks ahead', () => {
    const settings = makeSettings({ country: 'AT' });
    const holidays = {
      AT: [
        { date: '2026-11-27', name: 'Day of Invention' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
    };
    const requests = [makeRequest('a', { subject: 'invoice', neededBy: '2026-11-26' })];
    const state = makeState({ clients: [globex], settings, holidays, requests });
    expect(weekAsMarkdown(prepareWeek(state, day('2026-11-24'), NOW), 'Europe/Vienna')).toMatchInlineSnapshot(`
      "# Week of 2026-11-23

      ## Globex: Friday 27 November, 10:00

      No call: public holiday here (Day of Invention) – move, skip or hold it.

      ## Globex: needed earlier

      - invoice, needed by 2026-11-26: have an extra call on Tuesday 24 November, 12:30; have an extra call on Wednesday 25 November, 09:00; call back on Tuesday 24 November, 16:45; or answer in writing.

      ## On holidays and days off

      - Globex, Friday 25 December, 10:00, public holiday here (Christmas Day): skip it, or move it to Thursday 24 December, 10:00; or Wednesday 23 December, 10:00; or Tuesday 22 December, 10:00.
      "
    `);
  });

  it('says so where there is no call', () => {
    expect(markdown([], globex, [])).toBe('# Week of 2026-11-23\n\nNo standing calls this week.\n');
    expect(markdown([makeRequest('a', { subject: 'x' })], globex, [])).toContain(
      '## Globex: without a call\n\n- [ ] x (10 min)',
    );
  });

  it.each([
    ['# heading', '\\# heading'],
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['[link](javascript:alert(1))', '\\[link\\](javascript:alert(1))'],
    ['![picture](http://x)', '\\!\\[picture\\](http://x)'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['`code`', '\\`code\\`'],
    ['a | b', 'a \\| b'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['[x] done', '\\[x\\] done'],
    ['back\\slash', 'back\\\\slash'],
    ['3.5 percent', '3\\.5 percent'],
    ['plain, text: (here) 50 %', 'plain, text: (here) 50 %'],
  ])('keeps %s as text', (subject, written) => {
    expect(markdown([makeRequest('a', { subject })])).toContain(`- [ ] ${written} (10 min)\n`);
    expect(markdown([makeRequest('a')], makeClient('Globex', { name: subject }))).toContain(`## ${written}: `);
  });

  it('has as many lines whatever the subject holds', () => {
    const plain = markdown([makeRequest('a', { subject: 'x' })]).split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const subject = text.replace(/\s+/g, ' ').trim();
        fc.pre(subject !== '');
        const lines = markdown([makeRequest('a', { subject })]).split('\n');
        expect(lines).toHaveLength(plain);
        expect(lines.filter((line) => line.startsWith('- [ ] '))).toHaveLength(1);
        // Taking the escapes away gives the text back.
        expect(
          lines
            .find((line) => line.startsWith('- [ ] '))
            ?.slice(6, -' (10 min)'.length)
            .replace(/\\([^\p{L}\p{N}\s])/gu, '$1'),
        ).toBe(subject);
      }),
      { numRuns: 100 },
    );
  });
});
