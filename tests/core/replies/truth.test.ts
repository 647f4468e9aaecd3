import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Clash } from '../../../electron/core/calls/clashes';
import { Refusal } from '../../../electron/core/model/problem';
import {
  channelSchema,
  type Request,
  type Route,
  routeSchema,
  type Situation,
  situationSchema,
} from '../../../electron/core/model/request';
import { DEFERRALS } from '../../../electron/core/replies/choose';
import { callbackOf, needOf, type ReplyFacts } from '../../../electron/core/replies/facts';
import { type WrittenReply, writeReply } from '../../../electron/core/replies/write';
import { instant, makeCall, makeClient, makeContact, makeFacts, makeRequest, OFTEN, stretch, words } from './scene';

/** What no reply says: words that blame, belittle, promise nothing or fill space. */
const FORBIDDEN = [
  ...['too busy', 'I forgot', 'as I already said', 'as I said', 'per my last', 'ASAP', 'hope this finds you'],
  ...['as soon as possible', 'kindly', 'touch base', 'circle back', 'reach out', 'unfortunately', 'please be advised'],
  ...['sorry for any inconvenience', 'sincerely apologi', 'deepest', 'at your earliest', 'no problem'],
];
const FORBIDDEN_WORDS = /\b(just|soon|obviously|simply|actually|busy|forgot|asap|again and again|!)\b|!/i;

const ZONES = [
  ...['Europe/Vienna', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ...['Australia/Lord_Howe', 'America/St_Johns', 'UTC'],
];
/** Ordinary weeks, and those in which Europe, America and Lord Howe change their clocks. */
const WEEKS = ['2026-11-24', '2026-03-27', '2026-10-23', '2026-03-06', '2026-10-30', '2026-12-29', '2026-10-02'];

const zone = fc.constantFrom(...ZONES);
const minutes = (min: number, max: number) => fc.integer({ min, max });

const factsArbitrary = fc
  .record({
    week: fc.constantFrom(...WEEKS),
    nowAt: minutes(0, 7 * 1440),
    callIn: fc.option(minutes(1, 16 * 1440), { nil: undefined, freq: 5 }),
    callbackIn: fc.option(minutes(-20, 4 * 1440), { nil: undefined }),
    backIn: fc.option(minutes(1, 3 * 1440), { nil: undefined }),
    neededIn: fc.option(minutes(-3, 20), { nil: undefined }),
    formerIn: fc.option(minutes(1, 9 * 1440), { nil: undefined }),
    offIn: fc.option(minutes(1, 9 * 1440), { nil: undefined }),
    offKind: fc.constantFrom('my-day-off' as const, 'my-holiday' as const, 'client-holiday' as const),
    offName: fc.constantFrom('', 'Christmas Day (substitute day)', 'St. Stephen’s Day', 'Bulky {name}!'),
    isShared: fc.boolean(),
    slots: fc.array(minutes(1440, 9 * 1440), { maxLength: 3 }),
    contacts: fc.array(
      fc.record({
        ago: minutes(0, 9 * 1440),
        channel: fc.constantFrom(...channelSchema.options),
        direction: fc.constantFrom('in' as const, 'in' as const, 'in' as const, 'out' as const),
        count: fc.constantFrom(1, 1, 2, 3, 12),
        isAfterHours: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    myZone: zone,
    timeZone: zone,
    language: fc.constantFrom('en', 'en-US', 'en-GB', 'de', 'sk-SK'),
    subject: fc.constantFrom('', 'invoice', 'Re: Q3 figures', '{placeholder}', 'why??? {now}', 'a'.repeat(290)),
    emergency: fc.constantFrom(undefined, undefined, undefined, 'suspected' as const, 'confirmed' as const),
    status: fc.constantFrom('open' as const, 'open' as const, 'waiting' as const, 'done' as const, 'declined' as const),
    claimedUrgent: fc.boolean(),
    askedBy: fc.constantFrom(undefined, 'the CFO'),
    form: fc.constantFrom(undefined, 'a note'),
    agreement: fc.constantFrom('', 'server down'),
    myName: fc.constantFrom('', 'Martin'),
    name: fc.constantFrom(undefined, 'Dana Whitfield', 'Dr. Novak', '+43 1 234', 'dana@globex.example'),
    isTiedUp: fc.boolean(),
    isWorkingTime: fc.boolean(),
    earlier: fc.nat(7),
    times: fc.constantFrom(undefined, 0, 1, 14),
    spokenMinutes: fc.constantFrom(0, 1, 95),
    to: fc.constantFrom(undefined, ' ', 'Eva Horn'),
    promisedIn: fc.option(minutes(-3, 20), { nil: undefined }),
    rate: fc.constantFrom(undefined, 150, 99.5),
    otherIn: fc.option(minutes(1, 16 * 1440), { nil: undefined }),
    route: fc.constantFrom(undefined, undefined, ...routeSchema.options),
    isByHand: fc.boolean(),
    isEngaged: fc.boolean(),
    purpose: fc.constantFrom(undefined, undefined, 'the board'),
  })
  .map((seed): ReplyFacts => {
    const now = instant(`${seed.week}T00:00:00Z`).add({ minutes: seed.nowAt });
    const at = (offset: number) => now.add({ minutes: offset }).toString();
    const { neededIn, emergency, askedBy, form, callIn, callbackIn, backIn, formerIn, name } = seed;
    const clash: Clash = {
      kind: seed.offKind,
      name: seed.offName,
      date: '2026-11-27',
      ...(seed.isShared && seed.offKind === 'my-holiday' && { isShared: true }),
    };
    const isBeforeCall = seed.offIn !== undefined && callIn !== undefined && seed.offIn < callIn;
    const today = now.toZonedDateTimeISO(seed.timeZone).toPlainDate();
    const contacts = seed.contacts.map(({ ago, channel, ...more }) => makeContact(channel, at(-ago), more));
    return makeFacts(
      makeRequest(contacts, {
        subject: seed.subject,
        status: seed.status,
        claimedUrgent: seed.claimedUrgent,
        ...(emergency && { emergency }),
        ...(askedBy && { askedBy }),
        ...(form && { form }),
        ...(seed.purpose && { purpose: seed.purpose }),
        ...overrideOf(seed, now),
        ...(neededIn !== undefined && { neededBy: today.add({ days: neededIn }).toString() }),
      }),
      {
        now,
        myZone: seed.myZone,
        myName: seed.myName,
        client: makeClient({
          ...{ timeZone: seed.timeZone, language: seed.language, emergency: seed.agreement },
          ...(seed.rate !== undefined && { rate: seed.rate, currency: 'EUR' }),
        }),
        person: name === undefined ? undefined : { id: 'per_1', name, emails: [], phones: [] },
        call: callIn === undefined ? undefined : makeCall(at(callIn)),
        callback: callbackIn === undefined ? undefined : stretch(at(callbackIn)),
        backAt: backIn === undefined ? undefined : instant(at(backIn)),
        formerAt: formerIn === undefined ? undefined : instant(at(formerIn)),
        ...(isBeforeCall && { off: { startsAt: instant(at(seed.offIn ?? 0)), clash, isSkipped: seed.isTiedUp } }),
        ...(formerIn !== undefined && seed.offIn !== undefined && { formerClash: clash }),
        proposedSlots: seed.slots.map((slot) => stretch(at(slot))),
        isTiedUp: seed.isTiedUp,
        isWorkingTime: seed.isWorkingTime,
        isEngaged: seed.isEngaged,
        ...(seed.route && { route: seed.route }),
        earlier: seed.earlier,
        ...talked(seed, now),
      },
    );
  });

/** A route that was chosen by hand; what is delegated always was, to somebody. */
function overrideOf(
  { route, isByHand }: { route: Route | undefined; isByHand: boolean },
  now: Temporal.Instant,
): Partial<Request> {
  if (!route || !(isByHand || route === 'delegate')) return {};
  const to = route === 'delegate' ? { to: 'Eva Horn' } : {};
  return { override: { route, said: 'ask-first', isEmergency: true, at: now.toString(), ...to } };
}

interface Talked {
  times: number | undefined;
  spokenMinutes: number;
  to: string | undefined;
  promisedIn: number | undefined;
  otherIn: number | undefined;
  timeZone: string;
}

/** The last four weeks, what was told, and what else waits. */
function talked(
  { times, spokenMinutes, to, promisedIn, otherIn, timeZone }: Talked,
  now: Temporal.Instant,
): Partial<ReplyFacts> {
  const lastAt = now.subtract({ hours: 30 });
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const by = promisedIn === undefined ? undefined : today.add({ days: promisedIn }).toString();
  return {
    ...(times !== undefined && { lately: { times, days: Math.min(times, 9), outside: 0, lastAt, spokenMinutes } }),
    told: { to, by, ...(to && { result: 'A = 42' }) },
    ...(otherIn !== undefined && {
      others: [
        {
          request: makeRequest([makeContact('voicemail', lastAt.toString())], { subject: 'contract' }),
          call: makeCall(now.add({ minutes: otherIn }).toString()),
        },
      ],
    }),
  };
}

const anySituation = fc.constantFrom<Situation | undefined>(undefined, undefined, ...situationSchema.options);

/** The reply, or nothing where the words rightly refuse: a situation chosen by hand that lacks a fact. */
function tryWriting(facts: ReplyFacts, situation?: Situation): WrittenReply | undefined {
  try {
    return writeReply(facts, words, situation);
  } catch (error) {
    if (!(error instanceof Refusal) || situation === undefined) throw error;
    expect(error.problem.code).toBe('no-reply');
    expect([
      'callDay',
      'callDate',
      'callMoment',
      'callbackDay',
      'callbackWhen',
      'needDate',
      'due',
      'runningUntil',
      'offDay',
      ...['cameTimes', 'lastCame', 'rateAmount', 'delegate', 'promiseDue', 'aheadOf', 'result'],
      ...['sentMoment', 'sentSubject', 'itemLines', 'itemCount'],
    ]).toContain(error.problem.field);
    return undefined;
  }
}

function holds(check: (reply: WrittenReply, facts: ReplyFacts) => void): void {
  fc.assert(
    fc.property(factsArbitrary, anySituation, (facts, situation) => {
      const reply = tryWriting(facts, situation);
      if (reply) check(reply, facts);
    }),
    { numRuns: 400 },
  );
}

describe('every reply', () => {
  it('is whole: nothing unfilled, no gaps, of a length that is read', () => {
    holds(({ subject, body }) => {
      for (const text of [subject, body]) {
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
        expect(text).not.toMatch(/ {2}|\n{3}| \n|\n |^\s|\s$| [,.;:?]|\.\.|,,/);
      }
      expect(subject).not.toContain('\n');
      expect(subject.length).toBeGreaterThan(3);
      expect(body.length).toBeGreaterThanOrEqual(40);
      expect(body.length).toBeLessThanOrEqual(900);
      expect(body).toMatch(/^Hello( Dana| Dr\. Novak)?,\n\n/);
    });
  });

  it('uses no word that hurts or fills', () => {
    holds(({ subject, body }) => {
      for (const phrase of FORBIDDEN) expect(`${subject} ${body}`.toLowerCase()).not.toContain(phrase.toLowerCase());
      expect(`${subject} ${body}`).not.toMatch(FORBIDDEN_WORDS);
      expect((body.match(/sorry/gi) ?? []).length).toBeLessThanOrEqual(1);
    });
  });

  it('names the call by the day, date and time of the client', () => {
    holds((reply, facts) => {
      if (!reply.names || !facts.call) return;
      expect(reply.names).toEqual({
        callId: facts.call.callId,
        occurrence: facts.call.occurrence,
        startsAt: facts.call.startsAt.toString(),
      });
      expect(reply.body).toContain(spell(facts.call.startsAt, facts));
    });
  });

  it('says "your time" only where our clocks differ', () => {
    holds(({ body }, { client, myZone, now }) => {
      const isSame = (at: Temporal.Instant) =>
        at.toZonedDateTimeISO(client.timeZone).offset === at.toZonedDateTimeISO(myZone).offset;
      if (client.timeZone === myZone) expect(body).not.toContain('your time');
      else if (!isSame(now))
        expect(body.replace(/\d+:\d\d( [AP]M)? (and \d+:\d\d( [AP]M)? )?your time/g, '')).not.toContain('your time');
    });
  });

  it('never asks for a wait that comes too late', () => {
    holds(({ body, subject }, facts) => {
      const need = needOf(facts);
      if (need === 'before' || need === 'past' || need === 'same') expect(`${subject} ${body}`).not.toMatch(/\bwait/i);
    });
  });

  it('is tied up only when I am, and on the same day', () => {
    holds(({ body, warnings }, facts) => {
      const isClaimed = body.includes('tied up');
      if (!facts.isTiedUp) expect(isClaimed).toBe(false);
      expect(warnings.some((warning) => warning.code === 'claims-tied-up')).toBe(isClaimed);
    });
  });

  it('promises a call only where there is a callback to make it in', () => {
    holds(({ body, warnings }, facts) => {
      const isPromised = /I'll call you|my call /.test(body);
      if (!callbackOf(facts)) expect(isPromised).toBe(false);
      expect(warnings.some((warning) => warning.code === 'claims-callback')).toBe(isPromised);
    });
  });

  it('says before it is sent that somebody is said to have it', () => {
    let claimed = 0;
    holds(({ body, subject, warnings }) => {
      const isClaimed = `${subject} ${body}`.includes('Eva Horn');
      const [warning] = warnings.filter(({ code }) => code === 'claims-delegated');
      expect(warning !== undefined).toBe(isClaimed);
      if (isClaimed) expect(warning?.text).toContain('It says that Eva Horn has it: make sure that they know');
      claimed += Number(isClaimed);
    });
    expect(claimed).toBeGreaterThan(0);
  });

  it('offers only slots that were given', () => {
    holds(({ body }, facts) => {
      if ((facts.proposedSlots ?? []).length === 0) expect(body).not.toContain('every week');
    });
  });

  it('speaks of an agreed emergency only where one was agreed', () => {
    holds(({ body }, facts) => {
      if (facts.client.emergency === '') expect(body).not.toContain('agreed');
    });
  });

  it('explains itself in words', () => {
    holds(({ reasons, warnings }) => {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { code, text } of [...reasons, ...warnings]) {
        expect(text).not.toBe(code);
        expect(text).not.toMatch(
          /[{}]|undefined/.test(text) && !/\{(placeholder|now)\}/.test(text) ? /./ : /undefined/,
        );
      }
    });
  });
});

describe('replies in a row', () => {
  it('of one situation differ three times where a client may get them that often, twice for the rest', () => {
    fc.assert(
      fc.property(factsArbitrary, anySituation, (facts, situation) => {
        const row = [0, 1, 2].map((earlier) => tryWriting({ ...facts, earlier }, situation));
        const [first, second, third] = row;
        if (!first || !second || !third) return;
        expect(second.body).not.toBe(first.body);
        expect(second.subject).not.toBe(first.subject);
        if (!OFTEN.has(first.situation) || first.situation !== third.situation) return;
        expect(new Set(row.map((reply) => sentences(reply?.body ?? ''))).size).toBe(3);
        expect(new Set(row.map((reply) => reply?.subject)).size).toBe(3);
      }),
      { numRuns: 400 },
    );
  });

  it('of a deferral share no sentence but the emergencies', () => {
    for (const situation of DEFERRALS)
      for (const isTiedUp of [true, false]) {
        const clash = { kind: 'my-holiday' as const, name: 'Day of the Republic', date: '2026-11-25' };
        const off = { startsAt: instant('2026-11-25T10:00:00Z'), clash, isSkipped: true };
        const facts = makeFacts(makeRequest([makeContact('voicemail', '2026-11-24T10:20:00Z')]), { isTiedUp, off });
        const all = [0, 1, 2].flatMap((earlier) => {
          const body = writeReply({ ...facts, earlier }, words, situation).body;
          return body.split(/(?<=[.?:])\s+/).filter((sentence) => sentence.length > 40);
        });
        expect(all.filter((sentence, index) => all.indexOf(sentence) !== index)).toEqual([]);
      }
  });
});

/** The shape of a reply, whatever it names. */
function sentences(body: string): string {
  return body.replace(/\d+/g, '#');
}

/** An instant as a reply should name it, spelled without the code under test: on their clock, and mine where it differs. */
function spell(at: Temporal.Instant, { client, myZone }: ReplyFacts): string {
  const locale = client.language.startsWith('en-') ? client.language : 'en-GB';
  const spellIn = (timeZone: string) => {
    const hour = locale === 'en-US' ? 'numeric' : '2-digit';
    const write = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at.epochMilliseconds).replace(/\s/g, ' ');
    return {
      day: write({ weekday: 'long', day: 'numeric', month: 'long' }),
      time: write({ hour, minute: '2-digit' }),
      offset: at.toZonedDateTimeISO(timeZone).offset,
    };
  };
  const [theirs, mine] = [spellIn(client.timeZone), spellIn(myZone)];
  if (theirs.offset === mine.offset) return `${theirs.day}, ${theirs.time}`;
  const myDay = mine.day === theirs.day ? '' : `${mine.day}, `;
  return `${theirs.day}, ${theirs.time} your time (${myDay}${mine.time} mine)`;
}
