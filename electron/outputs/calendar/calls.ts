import { Temporal } from 'temporal-polyfill';
import { type Agenda, agendasOf } from '../../core/agenda';
import { type Clash, clashOf, nameClash } from '../../core/calls/clashes';
import { isInRule, nextOccurrences } from '../../core/calls/occurrences';
import { dayOf } from '../../core/days';
import type { StandingCall } from '../../core/model/call';
import type { Client } from '../../core/model/client';
import type { State } from '../../core/model/state';
import { writeAgenda } from './agenda-text';
import {
  type Component,
  instantProperty,
  localProperty,
  minutesProperty,
  nonStandardProperty,
  type Property,
  textProperty,
  writeDocument,
} from './document';
import { findFirstStart, writeRule } from './recurrence';
import { writeTimeZone } from './time-zone';

/** Zones that follow no yearly rule are written for so many years ahead; the file is written again long before. */
const ZONE_YEARS_AHEAD = 10;
/** How often a program that follows the file should look again. */
const REFRESH = 'PT15M';

/**
 * All standing calls that go on as one calendar (RFC 5545 text), each coming call with its agenda as the description.
 * The same state gives the same text until a call has passed: no moment of writing is in it. It has no METHOD, for it
 * invites nobody.
 */
export function writeCalls(state: State, now: Temporal.Instant): string {
  const calls = state.calls
    .filter((call) => nextOccurrences([call], now, 1).length > 0)
    .toSorted((one, other) => one.id.localeCompare(other.id));
  const events = calls.flatMap((call) => {
    const client = state.clients.find(({ id }) => id === call.clientId);
    return client ? writeCall(call, client, agendasFor(state, call, now), undecidedOf(state, call, now)) : [];
  });
  return writeDocument(
    [
      nonStandardProperty('x-wr-calname', 'Standing calls'),
      ['refresh-interval', {}, 'duration', REFRESH],
      // The same for Outlook, which does not know the former.
      nonStandardProperty('x-published-ttl', REFRESH),
    ],
    [...writeZones(calls, dayOf(now, 'UTC').year), ...events],
  );
}

function agendasFor(state: State, { id, clientId }: StandingCall, now: Temporal.Instant): Agenda[] {
  return agendasOf(state, clientId, now).agendas.filter(
    ({ occurrence, items }) => occurrence.callId === id && items.length > 0,
  );
}

/** A coming occurrence that falls on a holiday or a day off, about which nothing is decided. */
interface Undecided {
  occurrence: string;
  clash: Clash;
}

/** So many coming occurrences are looked at for what they clash with. */
const OCCURRENCES_AHEAD = 12;

function undecidedOf(state: State, call: StandingCall, now: Temporal.Instant): Undecided[] {
  return nextOccurrences([call], now, OCCURRENCES_AHEAD).flatMap((each) => {
    const clash = clashOf(state, each);
    return clash ? [{ occurrence: each.occurrence, clash }] : [];
  });
}

function writeZones(calls: readonly StandingCall[], thisYear: number): Component[] {
  const firstYears = new Map<string, number>();
  for (const { timeZone, start, rdates = [], exceptions, isFloating } of calls) {
    const moved = exceptions.flatMap(({ movedTo }) => movedTo ?? []);
    const year = Math.min(...[start, ...rdates, ...moved].map((local) => Number(local.slice(0, 4))));
    if (!isFloating) firstYears.set(timeZone, Math.min(year, firstYears.get(timeZone) ?? year));
  }
  return [...firstYears]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([timeZone, year]) => writeTimeZone(timeZone, year, Math.max(year, thisYear) + ZONE_YEARS_AHEAD));
}

/** The recurring event, then one event for each occurrence that differs from it. */
function writeCall(
  call: StandingCall,
  client: Client,
  agendas: readonly Agenda[],
  clashes: readonly Undecided[],
): Component[] {
  const first = findFirstStart(call);
  const rdates = [...new Set(call.rdates)].filter((each) => isInRule(call, each)).sort();
  const start = first ?? rdates[0];
  if (start === undefined) return [];
  const zone = call.isFloating ? undefined : call.timeZone;
  const exceptions = call.exceptions.filter(({ occurrence }) => isInRule(call, occurrence));
  const skipped = exceptions.filter(({ movedTo }) => movedTo === undefined).map(({ occurrence }) => occurrence);

  const series: Component = [
    'vevent',
    [
      ...describeCall(call, client, []),
      localProperty('dtstart', start, zone),
      minutesProperty('duration', call.minutes),
      ...(first === undefined ? [] : [writeRule(call)]),
      ...rdates.filter((each) => each !== start).map((each) => localProperty('rdate', each, zone)),
      ...skipped.toSorted().map((each) => localProperty('exdate', each, zone)),
    ],
    [],
  ];
  return [series, ...writeOverrides({ ...call, exceptions }, client, agendas, clashes, zone)];
}

function writeOverrides(
  call: StandingCall,
  client: Client,
  agendas: readonly Agenda[],
  clashes: readonly Undecided[],
  zone: string | undefined,
): Component[] {
  const changed = call.exceptions.filter(
    ({ occurrence, movedTo, minutes }) => movedTo !== undefined && (movedTo !== occurrence || minutes !== undefined),
  );
  const names = new Set(
    [...changed, ...agendas.map(({ occurrence }) => occurrence), ...clashes].map((each) => each.occurrence),
  );
  return [...names].sort().map((occurrence) => {
    const exception = call.exceptions.find((each) => each.occurrence === occurrence);
    const agenda = agendas.find((each) => each.occurrence.occurrence === occurrence);
    const clash = clashes.find((each) => each.occurrence === occurrence)?.clash;
    return [
      'vevent',
      [
        ...describeCall(call, client, agenda?.items ?? [], clash ? 'TENTATIVE' : 'CONFIRMED'),
        localProperty('recurrence-id', occurrence, zone),
        localProperty('dtstart', exception?.movedTo ?? occurrence, zone),
        minutesProperty('duration', exception?.minutes ?? call.minutes),
        ...(agenda ? [textProperty('description', writeAgenda(agenda))] : []),
        ...(clash ? [textProperty('description', `Not decided yet: ${nameClash(clash)}.`)] : []),
      ],
      [],
    ];
  });
}

/** What the events of a call have in common. `items` are the records that the event tells of beside call and client. */
function describeCall(
  call: StandingCall,
  client: Client,
  items: readonly { updatedAt: string }[],
  status: 'CONFIRMED' | 'TENTATIVE' = 'CONFIRMED',
): readonly Property[] {
  const changedAt = [call, client, ...items].map((each) => Temporal.Instant.from(each.updatedAt));
  const latest = changedAt.toSorted(Temporal.Instant.compare).at(-1) ?? call.updatedAt;
  return [
    textProperty('uid', call.uid ?? `${call.id}@until-friday`),
    // Without METHOD it is the moment of the last change (RFC 5545, 3.8.7.2).
    instantProperty('dtstamp', latest),
    instantProperty('last-modified', latest),
    ['sequence', {}, 'integer', sequenceOf(call)],
    textProperty('summary', `Standing call: ${client.name}`),
    textProperty('class', 'PRIVATE'),
    textProperty('transp', 'OPAQUE'),
    textProperty('status', status),
  ];
}

const EPOCH = Temporal.Instant.from('2020-01-01T00:00:00Z');

/**
 * RFC 5545, 3.8.7.4: never goes back, or programs keep the newer one that they know. A count of changes would: undo
 * takes a change away. The moment of the last change does not, for undo is a change too and stamps the record anew.
 */
function sequenceOf({ updatedAt }: StandingCall): number {
  const seconds = EPOCH.until(Temporal.Instant.from(updatedAt)).total('seconds');
  return Math.max(0, Math.floor(seconds));
}
