import { describe, expect, it } from 'vitest';
import { findContacts, isOver, prepareSearch, type Search } from '../../electron/core/search/find-contacts';
import { prepareContacts } from '../../electron/core/search/searchable';
import { makeClient, makeContact, makePerson, makeRequest, makeState } from '../helpers/build';

const clients = [
  makeClient('Globex', { people: [makePerson('Dana Ruiz')] }),
  makeClient('Łódź Straße', { people: [makePerson('Đặng Hải'), makePerson('Ελένη Παππά')] }),
];
const state = makeState({ clients });

function request(subject: string, clientId: string, ...contacts: ReturnType<typeof makeContact>[]) {
  return makeRequest(`req_${subject}`, { subject, clientId, contacts });
}

const requests = [
  request(
    'Rechnung für März',
    'cli_Globex',
    makeContact('2026-11-23T22:30:00Z', 'voicemail', { id: 'con_1', personId: 'per_Dana Ruiz', subject: 'Mahnung' }),
    makeContact('2026-11-23T23:30:00Z', 'call', { id: 'con_2', text: 'dana zavolala, faktúra č. 12' }),
  ),
  request(
    'hóa đơn',
    'cli_Łódź Straße',
    makeContact('2026-11-24T09:00:00Z', 'email', { id: 'con_3', personId: 'per_Đặng Hải' }),
    makeContact('2026-11-24T09:00:00Z', 'email', { id: 'con_4', personId: 'per_Ελένη Παππά' }),
  ),
];

function find(search: Search): string[] {
  return findContacts(prepareContacts(requests), prepareSearch(state, search)).map(({ logged }) => logged.contact.id);
}

describe('words', () => {
  it.each([
    ['', ['con_4', 'con_3', 'con_2', 'con_1']],
    ['marz', ['con_2', 'con_1']],
    ['RECHNUNG', ['con_2', 'con_1']],
    ['märz  rechnung', ['con_2', 'con_1']],
    ['für mahn', ['con_1']],
    ['faktura', ['con_2']],
    ['hoa don', ['con_4', 'con_3']],
    ['đơn HÓA', ['con_4', 'con_3']],
    ['lodz', ['con_4', 'con_3']],
    ['strasse hoa', ['con_4', 'con_3']],
    ['dang', ['con_3']],
    ['ελενη', ['con_4']],
    // The name of the person and a word of the line, in any order.
    ['ruiz rech', ['con_1']],
    ['rech globex', ['con_2', 'con_1']],
    ['marz mahnung hoa', []],
    // Two texts that stand side by side are not one.
    ['marzmahnung', []],
  ])('"%s"', (text, expected) => {
    expect(find({ text })).toEqual(expected);
  });

  it('are narrowed by client and by a day of mine', () => {
    expect(find({ clientId: 'cli_Globex' })).toEqual(['con_2', 'con_1']);
    // Half past eleven in the evening in UTC is the next day in Vienna.
    expect(find({ day: '2026-11-23' })).toEqual(['con_1']);
    expect(find({ day: '2026-11-24' })).toEqual(['con_4', 'con_3', 'con_2']);
    expect(find({ day: '2026-11-24', text: 'rechnung' })).toEqual(['con_2']);
  });
});

describe('order', () => {
  it('is by instant, whether it is written with parts of a second or not', () => {
    const at = ['2026-11-24T09:00:00Z', '2026-11-24T09:00:00.5Z', '2026-11-24T09:00:00.25Z', '2026-11-24T09:00:01Z'];
    const made = [makeRequest('req_1', { contacts: at.map((each) => makeContact(each)) })];
    expect(prepareContacts(made).contacts.map(({ logged }) => logged.contact.at)).toEqual([at[3], at[1], at[2], at[0]]);
  });

  it('goes on where a page ended, among contacts of one instant too', () => {
    expect(find({ before: '2026-11-24T09:00:00Z' })).toEqual(['con_2', 'con_1']);
    expect(find({ before: '2026-11-24T10:00:00+01:00', beforeId: 'con_4' })).toEqual(['con_3', 'con_2', 'con_1']);
    expect(find({ before: '2026-11-24T09:00:00Z', beforeId: 'con_3' })).toEqual(['con_2', 'con_1']);
  });
});

it('looks for a day in no month that was over before it', () => {
  const search = prepareSearch(state, { day: '2026-11-01' });
  // The first of November begins in October, in UTC.
  expect(['2026-12', '2026-11', '2026-10', '2026-09'].map((month) => isOver(search, month))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(isOver(prepareSearch(state, { text: 'x' }), '2001-01')).toBe(false);
});
