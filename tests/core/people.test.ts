import { describe, expect, test } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { findOrganisation } from '../../electron/core/organisations';
import { type Card, mergePeople } from '../../electron/core/people';
import { callsSame } from '../../electron/core/phones';
import { makeClient, makePerson, momentAt } from '../helpers/build';

const dana = makePerson('Dana Ruiz', { emails: ['dana@globex.example'], phones: ['+1 212 555 0142'] });
const globex = makeClient('Globex', { people: [dana] });
const nordwind = makeClient('Nordwind Energie', {
  people: [makePerson('Jürgen Groß', { emails: ['office@nordwind.example'], phones: ['+49 40 555 0177'] })],
});
const ann = makeClient('Ann', { people: [makePerson('Ann', { emails: ['ann@gmail.com'] })] });
const state = { ...firstState('Europe/Vienna'), clients: [globex, nordwind, ann] };

function makeCard(name: string, more: Partial<Card> = {}): Card {
  return { file: 'people.vcf', line: 1, name, emails: [], phones: [], isOrganisation: false, ...more };
}

function merge(...cards: Card[]) {
  const merged = mergePeople(state, cards, momentAt('2026-11-24T10:20:00Z'));
  const people = merged.state.clients.map(({ name, people: all }) => [name, all.map((person) => person.name)]);
  return { ...merged, people: Object.fromEntries(people) as Record<string, string[]> };
}

describe('whose card it is', () => {
  test.each<[string, Card, string]>([
    ['the organisation as the client is called', makeCard('Max', { organisation: 'globex' }), 'Globex'],
    ['its form in law', makeCard('Max', { organisation: 'Nordwind Energie GmbH & Co. KG' }), 'Nordwind Energie'],
    ['one letter wrong', makeCard('Max', { organisation: 'Nordwnd Energie' }), 'Nordwind Energie'],
    ['a part of the firm', makeCard('Max', { organisation: 'Globex Austria' }), 'Globex'],
    ['the domain of somebody there', makeCard('Max', { emails: ['max@GLOBEX.example'] }), 'Globex'],
    [
      'the organisation before the domain',
      makeCard('Max', { organisation: 'Nordwind Energie', emails: ['m@globex.example'] }),
      'Nordwind Energie',
    ],
  ])('%s', (_, card, client) => {
    const { people, created, merges } = merge(card);
    expect(people[client]).toContain('Max');
    expect({ created, merges }).toEqual({ created: 1, merges: [] });
  });

  test('an organisation nobody knows becomes a client', () => {
    const { people, created } = merge(
      makeCard('Mia', { organisation: 'Initech Ltd' }),
      makeCard('Moe', { organisation: 'INITECH' }),
      makeCard('Solo AG', { organisation: 'Solo AG', isOrganisation: true }),
    );
    expect(people).toMatchObject({ 'Initech Ltd': ['Mia', 'Moe'], 'Solo AG': [] });
    expect(created).toBe(3);
  });

  test.each([
    ['nothing but a name', makeCard('Nobody'), 'no organisation and no mail address'],
    ['a domain everybody has', makeCard('Bob', { emails: ['bob@gmail.com'] }), 'everybody can have'],
    ['a domain nobody has', makeCard('Bob', { emails: ['bob@else.example'] }), 'else.example'],
  ])('%s stays unmatched, with the reason', (_, card, reason) => {
    const { unmatched, created, state: after } = merge(card);
    expect(unmatched).toEqual([{ file: 'people.vcf', name: card.name, reason: expect.stringContaining(reason) }]);
    expect(created).toBe(0);
    expect(after.clients).toBe(state.clients);
  });

  test('two firms at one domain are not guessed between', () => {
    const twin = makeClient('Twin', { people: [makePerson('T', { emails: ['t@globex.example'] })] });
    const merged = mergePeople(
      { ...state, clients: [...state.clients, twin] },
      [makeCard('Max', { emails: ['max@globex.example'] })],
      momentAt('2026-11-24T10:20:00Z'),
    );
    expect(merged.unmatched).toMatchObject([{ reason: expect.stringContaining('Globex and Twin') }]);
  });
});

describe('somebody who is known is completed, never doubled', () => {
  test.each<[string, Card, string[]]>([
    ['by mail', makeCard('D. Ruiz-Smith', { emails: ['DANA@globex.example', 'd@home.example'] }), ['d@home.example']],
    ['by number, written in another way', makeCard('Dana', { phones: ['001-212-5550142', '+1 9'] }), ['+1 9']],
    ['by name in that client', makeCard('dána ruíz', { organisation: 'Globex', title: 'CFO' }), ['CFO']],
  ])('%s', (_, card, adds) => {
    const { people, merges, updated } = merge(card);
    expect(people.Globex).toEqual(['Dana Ruiz']);
    expect(merges).toEqual([{ card: `1 ${card.name}`, person: card.name, client: 'Globex', into: 'Dana Ruiz', adds }]);
    expect(updated).toBe(1);
  });

  test('two cards of one name are confirmed each by itself', () => {
    const namesakes = ['d@home.example', 'd@work.example'].map((mail) =>
      makeCard('Dana Ruiz', { emails: ['dana@globex.example', mail] }),
    );
    const moment = momentAt('2026-11-24T10:20:00Z');
    const [, second] = mergePeople(state, namesakes, moment).merges;
    const { merges, skipped } = mergePeople(state, namesakes, moment, (id) => id === second?.card);
    expect(merges.map(({ adds }) => adds)).toEqual([['d@work.example']]);
    expect(skipped).toBe(1);
  });

  test('the same card again adds nothing', () => {
    const card = makeCard('Dana Ruiz', { emails: ['dana@globex.example'] });
    const { skipped, merges, state: after } = merge(card, card);
    expect({ skipped, merges }).toEqual({ skipped: 2, merges: [] });
    expect(after.clients).toBe(state.clients);
  });

  test('the number or the mailbox of an office is shared by many', () => {
    const { people } = merge(
      makeCard('Eva Lang', { organisation: 'Nordwind Energie', phones: ['040 5550177'] }),
      makeCard('Ute Kern', { emails: ['office@nordwind.example'] }),
    );
    expect(people['Nordwind Energie']).toEqual(['Jürgen Groß', 'Eva Lang', 'Ute Kern']);
  });
});

test.each([
  ['+49 30 555123', '030 555 123', true],
  ['+49 (0)30 555123', '0049 30 555123', true],
  ['+49 30 555123', '+43 30 555123', false],
  ['0171 555 0142', '01715550142', true],
  ['12', '+43 1 5550112', false],
  ['', '', false],
])('%s and %s ring the same telephone: %s', (one, other, isSame) => {
  expect(callsSame(one, other)).toBe(isSame);
  expect(callsSame(other, one)).toBe(isSame);
});

test('what begins alike is the same firm only where nobody else begins so', () => {
  const clients = ['Nord Energie', 'Nord Druck', 'Acme s. r. o.', 'GmbH', 'IT'].map((name) => makeClient(name));
  const named = (name: string) => findOrganisation(clients, name)?.name;
  expect(['Nord', 'Nord Druck AG', 'ACME', 'GmbH', 'IT Solutions', ''].map(named)).toEqual([
    ...[undefined, 'Nord Druck', 'Acme s. r. o.', 'GmbH', undefined, undefined],
  ]);
});
