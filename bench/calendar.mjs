import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { load, median, root } from './tools.mjs';

/*
 * Standing calls expanded side by side with what others would use, on the same rules: how many of the table of cases that
 * was made with Python's zoneinfo come out right, and how long an occurrence takes. `node bench/calendar.mjs` runs it alone.
 */
const YEARS = 10;
const FROM = '2026-09-01';
const TO = `${2026 + YEARS}-09-01`;
const ROUNDS = 5;
const ZONES = ['Europe/Vienna', 'America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Kolkata'];
/** As consultants have them: mostly weekly. */
const RULES = [
  ...['FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=WEEKLY;BYDAY=TU,FR'],
  ...['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', 'FREQ=MONTHLY;BYDAY=1TH'],
  ...['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
];

/** @typedef {{rule: string, start: string, timeZone: string}} Rule */
/** @typedef {(rule: Rule, from: string, to: string) => string[]} Expand starts as ISO instants, from day to day, both included */

const rules = RULES.flatMap((rule) => ZONES.map((timeZone) => ({ rule, start: '2026-09-04T10:00', timeZone })));

export async function measureCalendar() {
  const { occurrencesBetween } = await load('electron/core/calls/occurrences.ts');
  const { makeCall } = await load('tests/helpers/build.ts');
  const day = (date, timeZone) => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();
  const spanOf = (from, to, timeZone) => [day(from, timeZone), day(to, timeZone).add({ hours: 24 })];

  const calls = rules.map((rule, index) => makeCall({ ...rule, id: `call_${index}` }));
  const ask = (asked) => occurrencesBetween(asked, ...spanOf(FROM, TO, 'UTC')).length;
  const cold = time(() => ask(calls));
  const anew = often(() => ask(calls.map((call) => ({ ...call }))));
  const warm = often(() => ask(calls));

  /** @type {Expand} */
  const ours = (rule, from, to) => {
    const [first, last] = spanOf(from, to, rule.timeZone);
    return occurrencesBetween([makeCall(rule)], first, last)
      .filter(({ startsAt }) => startsAt.epochMilliseconds >= first.epochMilliseconds)
      .map(({ startsAt }) => startsAt.toString());
  };
  const sides = [
    { name: 'Until Friday', right: countRight(ours), ...perOccurrence(cold), warm: perOccurrence(anew).cold },
    ...(await others()).map(({ name, expand, missing }) => (missing ? { name, missing } : measureOther(name, expand))),
  ];
  return { sides, again: perOccurrence(warm).cold, cases: cases.length, week: await measureWeek() };
}

/** @param {string} name @param {Expand} expand */
function measureOther(name, expand) {
  const all = () => rules.reduce((sum, rule) => sum + expand(rule, FROM, TO).length, 0);
  const { cold } = perOccurrence(time(all));
  return { name, right: countRight(expand), cold, warm: perOccurrence(often(all)).cold };
}

const cases = JSON.parse(readFileSync(path.join(root, 'tests/fixtures/occurrences.json'), 'utf8'));

/** How many cases of the table come out as they should. @param {Expand} expand */
function countRight(expand) {
  return cases.filter(({ rule, start, timeZone, from, to, expected }) => {
    try {
      const found = expand({ rule, start, timeZone }, from, to);
      return JSON.stringify(found) === JSON.stringify(expected.map((each) => each.startsAt));
    } catch {
      return false;
    }
  }).length;
}

/** What others offer for the same; one that is not installed is named. */
async function others() {
  const [rrule, luxon, ical, zones] = await Promise.all(
    [import('rrule'), import('luxon'), import('ical.js'), import('timezones-ical-library')].map((each) =>
      each.catch(() => undefined),
    ),
  );
  const missing = (...names) =>
    names
      .filter(([, module]) => !module)
      .map(([name]) => name)
      .join(' and ');
  return [
    {
      name: 'rrule',
      missing: missing(['rrule', rrule], ['luxon', luxon]),
      expand: rrule && byRrule(rrule.default ?? rrule),
    },
    {
      name: 'rrule, placed by luxon',
      missing: missing(['rrule', rrule], ['luxon', luxon]),
      expand: rrule && luxon && byLuxon(rrule.default ?? rrule, luxon),
    },
    {
      name: 'ical.js',
      missing: missing(['ical.js', ical], ['timezones-ical-library', zones]),
      expand: ical && zones && byIcal(ical.default ?? ical, zones),
    },
  ];
}

const basic = (local) => `${local.replace(/[-:]/g, '')}00`;
const isoOf = (date) => date.toISOString().replace('.000', '');
const isWithin = (from, to) => (local) => local.slice(0, 10) >= from && local.slice(0, 10) <= to;

/** @returns {Expand} rrule's own zones; its dates are instants of the process's own zone. */
function byRrule({ rrulestr }) {
  return ({ rule, start, timeZone }, from, to) =>
    rrulestr(`DTSTART;TZID=${timeZone}:${basic(start)}\nRRULE:${rule}`)
      .between(new Date(`${from}T00:00Z`), new Date(`${to}T23:59Z`), true)
      .map(isoOf);
}

/** @returns {Expand} rrule on the wall clock as if it were UTC, each placed in its zone by luxon. */
function byLuxon({ rrulestr }, { DateTime }) {
  return ({ rule, start, timeZone }, from, to) =>
    rrulestr(`DTSTART:${basic(start)}Z\nRRULE:${rule}`)
      .between(new Date(`${from}T00:00Z`), new Date(`${to}T23:59Z`), true)
      .map((date) => isoOf(DateTime.fromISO(date.toISOString().slice(0, 19), { zone: timeZone }).toJSDate()));
}

/** @returns {Expand} ical.js with the VTIMEZONE of the zone. */
function byIcal(ICAL, zones) {
  const known = new Map();
  const zoneOf = (timeZone) => {
    if (!known.has(timeZone)) {
      const block = zones.tzlib_get_ical_block(timeZone);
      const component = new ICAL.Component(ICAL.parse(Array.isArray(block) ? block[0] : block));
      known.set(timeZone, new ICAL.Timezone(component));
    }
    return known.get(timeZone);
  };
  return ({ rule, start, timeZone }, from, to) => {
    const first = ICAL.Time.fromDateTimeString(`${start}:00`);
    first.zone = zoneOf(timeZone);
    const found = [];
    const iterator = ICAL.Recur.fromString(rule).iterator(first);
    for (let next = iterator.next(); next; next = iterator.next()) {
      const local = next.toString();
      if (local.slice(0, 10) > to) break;
      if (isWithin(from, to)(local)) found.push(isoOf(new Date(next.toUnixTime() * 1000)));
    }
    return found;
  };
}

/** The data of the week view for 200 clients: the week's calls with their agendas, and what takes up my time. */
async function measureWeek() {
  const { prepareWeek } = await load('electron/core/prep.ts');
  const { takenBetween } = await load('electron/core/availability/taken.ts');
  const { makeCall, makeClient, makeRequest, makeState } = await load('tests/helpers/build.ts');
  const clients = Array.from({ length: 200 }, (_, index) => makeClient(`Client ${index}`));
  const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'];
  const calls = clients.map((client, index) =>
    makeCall({
      id: `call_${index}`,
      clientId: client.id,
      rule: `FREQ=WEEKLY;BYDAY=${weekdays[index % 5]}`,
      start: `2026-08-31T${String(8 + (index % 9)).padStart(2, '0')}:00`,
      timeZone: ZONES[index % ZONES.length],
    }),
  );
  const requests = clients.flatMap((client, index) =>
    Array.from({ length: 3 }, (_, nth) => makeRequest(`req_${index}_${nth}`, { clientId: client.id })),
  );
  const state = makeState({ clients, calls, requests });
  const monday = Temporal.PlainDate.from('2026-11-23');
  const now = Temporal.Instant.from('2026-11-24T10:20:00Z');
  const [from, to] = spanOfWeek(monday);
  const ask = (asked) => prepareWeek(asked, monday, now).calls.length + takenBetween(asked, from, to).length;
  const cold = time(() => ask(state)).ms;
  // Each change makes a state of its own, in which nothing but the calls is known already.
  const changed = often(() => ask({ ...state })).ms;
  return { cold, changed, warm: often(() => ask(state)).ms };
}

function spanOfWeek(monday) {
  const start = monday.toZonedDateTime('Europe/Vienna');
  return [start.toInstant(), start.add({ weeks: 1 }).toInstant()];
}

/** Processor time, so that other work on the machine does not count. @param {() => number} run */
function time(run) {
  const before = process.cpuUsage();
  const count = run();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, count };
}

/** @param {() => number} run */
function often(run) {
  const runs = Array.from({ length: ROUNDS }, () => time(run));
  return { ms: median(runs.map(({ ms }) => ms)), count: runs[0].count };
}

/** @param {{ms: number, count: number}} measured */
function perOccurrence({ ms, count }) {
  return { cold: (ms * 1000) / count };
}

if (process.argv[1] === import.meta.filename) {
  const { writeCalendar } = await import('./results.mjs');
  console.log(writeCalendar(await measureCalendar()));
}
