import { expect, test } from 'vitest';
import { type Proposal, writeInvitation } from '../../electron/outputs/calendar/invitation';
import { writeSlots } from '../../electron/outputs/calendar/slots';
import { instant, makeClient, makePerson, vienna } from '../helpers/build';
import { linesOf, readStrictly, valuesOf } from './read-back';

const NOW = vienna('2026-11-24T11:20');
const client = makeClient('Globex', {
  people: [
    makePerson('Dana "Dee" Ruiz; PhD', { emails: ['dana@globex.example', 'ruiz@home.example'] }),
    makePerson('Sam Lowe'),
    makePerson('Kim', { emails: ['not an address'] }),
  ],
});

function write(more: Partial<Proposal> = {}): string {
  const proposal: Proposal = {
    rule: 'FREQ=WEEKLY;BYDAY=TU,FR',
    start: '2026-11-25T15:00',
    timeZone: 'America/New_York',
    minutes: 30,
    uid: 'abc@until-friday',
    client,
    myName: 'Anna Kern',
    ...more,
  };
  return writeInvitation(proposal, NOW);
}

test('without my address it is an event to add: no method, nobody invited', () => {
  const text = write();
  const calendar = readStrictly(text);
  const [event] = calendar.getAllSubcomponents('vevent');
  expect(calendar.hasProperty('method')).toBe(false);
  expect(event?.hasProperty('organizer')).toBe(false);
  expect(event?.hasProperty('attendee')).toBe(false);
  expect(linesOf(text, 'UID')).toEqual(['UID:abc@until-friday']);
  expect(linesOf(text, 'SUMMARY')).toEqual(['SUMMARY:Standing call: Globex and Anna Kern']);
  // The first Friday on which it takes place, not the Wednesday from which on it holds.
  expect(linesOf(text, 'DTSTART').at(-1)).toBe('DTSTART;TZID=America/New_York:20261127T150000');
  expect(linesOf(text, 'RRULE')).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,FR');
  expect(linesOf(text, 'TZID')).toEqual(['TZID:America/New_York']);
});

test('with my address the people with an address are invited, and answer to me', () => {
  const calendar = readStrictly(write({ organizer: 'anna@kern.example' }));
  const [event] = calendar.getAllSubcomponents('vevent');
  expect(valuesOf(calendar, 'method')).toEqual(['REQUEST']);
  expect(valuesOf(event, 'organizer')).toEqual(['mailto:anna@kern.example']);
  expect(valuesOf(event, 'attendee')).toEqual(['mailto:dana@globex.example']);
  const attendee = event?.getFirstProperty('attendee');
  expect(attendee?.getFirstParameter('rsvp')).toBe('TRUE');
  expect(attendee?.getFirstParameter('partstat')).toBe('NEEDS-ACTION');
  expect(attendee?.getFirstParameter('cn')).toBe('Dana ’Dee’ Ruiz; PhD');
});

test('invites nobody where no person has an address', () => {
  const text = write({ organizer: 'anna@kern.example', client: makeClient() });
  expect(text).not.toContain('METHOD');
  expect(text).not.toContain('ORGANIZER');
});

test('takes a rule as a person types it', () => {
  expect(linesOf(write({ rule: 'rrule: freq=weekly; byday=fr;' }), 'RRULE').at(-1)).toBe('RRULE:FREQ=WEEKLY;BYDAY=FR');
});

test('slots are tentative events that leave the day free', () => {
  const slots = [
    { startsAt: instant('2026-11-26T09:00:00Z'), endsAt: instant('2026-11-26T09:30:00Z') },
    { startsAt: instant('2026-11-27T13:00:00Z'), endsAt: instant('2026-11-27T13:30:00Z') },
  ];
  const text = writeSlots({ slots, client, myName: 'Anna Kern' }, NOW);
  const events = readStrictly(text).getAllSubcomponents('vevent');
  expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART:20261126T090000Z', 'DTSTART:20261127T130000Z']);
  expect(linesOf(text, 'DTEND')).toEqual(['DTEND:20261126T093000Z', 'DTEND:20261127T133000Z']);
  expect(new Set(linesOf(text, 'UID')).size).toBe(2);
  for (const event of events) {
    expect(valuesOf(event, 'summary')).toEqual(['Could talk: Anna Kern']);
    expect(valuesOf(event, 'status')).toEqual(['TENTATIVE']);
    expect(valuesOf(event, 'transp')).toEqual(['TRANSPARENT']);
    expect(valuesOf(event, 'x-microsoft-cdo-busystatus')).toEqual(['TENTATIVE']);
  }
  expect(writeSlots({ slots, client, myName: 'Anna Kern' }, NOW)).toBe(text);
});
