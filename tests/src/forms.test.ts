import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { contract } from '../../electron/ipc/contract/contract';
import { draftOfCall, fitWeekdays, hasPlace, newCallDraft, readCallDraft } from '../../src/shared/call-form/call-draft';
import { proposeSpan, spreadMonday, withSpans } from '../../src/shared/hours/hours';
import { parsePlace } from '../../src/state/place';
import { draftOfContact, readEntryDraft } from '../../src/views/log/entry-draft';
import { readAccelerator } from '../../src/views/settings/accelerator';
import { readFirstClient } from '../../src/views/welcome/first-client';
import { wordAtField } from '../../src/words/notice-words';

const TUESDAY = Temporal.PlainDate.from('2026-11-24');
const friday = newCallDraft(TUESDAY, 'Europe/Vienna');

describe('a standing call', () => {
  it('starts on the first of its days', () => {
    expect(readCallDraft(friday)).toEqual({
      input: { rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-11-27T10:00', timeZone: 'Europe/Vienna', minutes: 30 },
    });
  });

  it.each([
    [{ cadence: 'twice-weekly' as const, weekdays: [2, 5] }, 'FREQ=WEEKLY;BYDAY=TU,FR', '2026-11-24T10:00'],
    [{ cadence: 'every-other-week' as const, weekdays: [3] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2026-11-25T10:00'],
    [{ cadence: 'monthly' as const, weekdays: [4] }, 'FREQ=MONTHLY;BYDAY=1TH', '2026-12-03T10:00'],
    [
      { cadence: 'monthly' as const, weekdays: [4], position: 4 as const },
      'FREQ=MONTHLY;BYDAY=4TH',
      '2026-11-26T10:00',
    ],
    [
      { cadence: 'monthly' as const, weekdays: [1], position: -1 as const },
      'FREQ=MONTHLY;BYDAY=-1MO',
      '2026-11-30T10:00',
    ],
    [{ cadence: 'other' as const, rule: 'rrule:freq=monthly;byday=1th' }, 'FREQ=MONTHLY;BYDAY=1TH', '2026-11-24T10:00'],
  ])('writes %o as a rule', (change, rule, start) => {
    expect(readCallDraft({ ...friday, ...change })).toMatchObject({ input: { rule, start } });
  });

  it.each([
    [{ weekdays: [] }, 'weekdays'],
    [{ cadence: 'twice-weekly' as const, weekdays: [5] }, 'weekdays'],
    [{ time: '' }, 'time'],
    [{ minutes: 0 }, 'minutes'],
    [{ from: '' }, 'from'],
    [{ cadence: 'other' as const, rule: 'FREQ=NOPE' }, 'rule'],
    [{ cadence: 'other' as const, rule: 'FREQ=SECONDLY' }, 'rule'],
    [{ cadence: 'other' as const, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule'],
  ])('says where %o is wrong', (change, field) => {
    expect(readCallDraft({ ...friday, ...change })).toMatchObject({ problem: { field } });
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=TU,FR', '2026-09-01T15:00'],
    ['FREQ=MONTHLY;BYDAY=2WE', '2026-09-09T15:00'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-09-25T15:00'],
  ])('%s comes back from the form as it went in', (rule, start) => {
    const call = { rule, start, timeZone: 'Europe/Vienna', minutes: 45 };
    expect(readCallDraft(draftOfCall(call))).toEqual({ input: call });
  });

  it('keeps the days chosen last when there are too many', () => {
    expect(fitWeekdays('weekly', [1, 3])).toEqual([3]);
    expect(fitWeekdays('twice-weekly', [5, 1, 3])).toEqual([1, 3]);
  });
});

describe('the first client', () => {
  const draft = { name: ' Globex ', person: '', mail: 'dana@globex.example', hasCall: true, call: friday, myName: '' };

  it('is what the contract takes', () => {
    const read = readFirstClient(draft);
    expect(read).toMatchObject({ client: { name: 'Globex', people: [{ name: 'dana@globex.example' }] } });
    expect('client' in read && contract['client.add'].input.safeParse(read.client).success).toBe(true);
  });

  it('brings the name of whoever this is, when it is given', () => {
    expect(readFirstClient(draft)).not.toHaveProperty('myName');
    expect(readFirstClient({ ...draft, myName: ' Vera Novak ' })).toMatchObject({ myName: 'Vera Novak' });
  });

  it('needs a name, and no call', () => {
    expect(readFirstClient({ ...draft, name: ' ' })).toMatchObject({ problem: { field: 'name' } });
    expect(readFirstClient({ ...draft, hasCall: false, call: { ...friday, weekdays: [] } })).not.toHaveProperty('call');
  });
});

describe('an entry of the log', () => {
  const contact = {
    id: 'con_1',
    at: '2026-11-24T10:17:23Z',
    channel: 'voicemail' as const,
    direction: 'in' as const,
    count: 1,
    subject: 'invoice',
    isAfterHours: false,
  };

  it('sends only what was changed', () => {
    const draft = draftOfContact(contact, 'Europe/Vienna');
    expect(draft.at).toBe('2026-11-24T11:17');
    expect(readEntryDraft(draft, contact, 'Europe/Vienna')).toEqual({ contact: 'con_1' });
    expect(readEntryDraft({ ...draft, at: '2026-11-24T09:00', count: 3 }, contact, 'Europe/Vienna')).toEqual({
      contact: 'con_1',
      at: '2026-11-24T08:00:00Z',
      count: 3,
    });
  });

  it('takes away who it was and how long it took', () => {
    const spoken = { ...contact, personId: 'per_1', minutes: 12 };
    const draft = { ...draftOfContact(spoken, 'Europe/Vienna'), personId: '', minutes: '' as const };
    const input = readEntryDraft(draft, spoken, 'Europe/Vienna');
    expect(input).toEqual({ contact: 'con_1', personId: null, minutes: null });
    expect(contract['contact.set'].input.safeParse(input).success).toBe(true);
  });

  it('keeps the count when none is given', () => {
    const draft = { ...draftOfContact(contact, 'Europe/Vienna'), count: '' as const };
    expect(readEntryDraft(draft, contact, 'Europe/Vienna')).toEqual({ contact: 'con_1' });
  });
});

describe('a problem at its field', () => {
  it.each([
    [{ message: 'people.0.name: is empty.', field: 'people.0.name' }, 'Is empty.'],
    [
      { message: 'currency: "EURO" is not a currency such as EUR.', field: 'currency' },
      '"EURO" is not a currency such as EUR.',
    ],
    [{ message: '2026-01-01 is before the first call.', field: 'on' }, '2026-01-01 is before the first call.'],
  ])('%o leaves out what the contract calls it', (problem, words) => {
    expect(wordAtField({ code: 'invalid', ...problem })).toBe(words);
  });

  it('has a place only where the form has the field', () => {
    const problem = { code: 'invalid' as const, message: '', field: 'from' };
    expect(hasPlace(friday, problem)).toBe(false);
    expect(hasPlace({ ...friday, cadence: 'every-other-week' }, problem)).toBe(true);
  });
});

describe('keys', () => {
  const pressed = { key: 'u', code: 'KeyU', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
  it.each([
    [{ ctrlKey: true, shiftKey: true, key: 'U' }, 'Control+Shift+U'],
    [{ altKey: true, key: 'ü' }, 'Alt+U'],
    [{ metaKey: true }, 'Super+U'],
    [{ key: 'F9', code: 'F9' }, 'F9'],
    [{ key: ' ', code: 'Space', ctrlKey: true }, 'Control+Space'],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, undefined],
    [{}, 'bare'],
    [{ shiftKey: true, key: 'U' }, 'bare'],
  ])('reads %o as %s', (change, accelerator) => {
    expect(readAccelerator({ ...pressed, ...change }, false)).toBe(accelerator);
  });
});

describe('working hours', () => {
  it('go on after a break, and not past midnight', () => {
    expect(proposeSpan([])).toEqual({ from: '09:00', to: '17:00' });
    expect(proposeSpan([{ from: '09:00', to: '12:30' }])).toEqual({ from: '13:30', to: '16:30' });
    expect(proposeSpan([{ from: '09:00', to: '21:00' }])).toEqual({ from: '22:00', to: '24:00' });
    expect(proposeSpan([{ from: '09:00', to: '24:00' }])).toBeUndefined();
  });

  it('are kept in the order of the day, and spread', () => {
    const monday = withSpans({ '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] }, 1, [
      { from: '13:00', to: '17:00' },
      { from: '09:00', to: '12:00' },
    ]);
    expect(monday['1'][0]?.from).toBe('09:00');
    expect(spreadMonday(monday)['5']).toEqual(monday['1']);
    expect(spreadMonday(monday)['6']).toEqual([]);
  });
});

describe('the address', () => {
  it.each([
    ['#/clients/cli_1', { view: 'clients', detail: 'cli_1' }],
    ['settings', { view: 'settings' }],
    ['', { view: 'week' }],
    ['#/nowhere', { view: 'week' }],
    ['#/week/%ZZ', { view: 'week' }],
  ])('%s', (hash, place) => {
    expect(parsePlace(hash)).toEqual(place);
  });
});
