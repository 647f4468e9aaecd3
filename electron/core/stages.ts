import { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, weekOf } from './days';
import { findClient } from './find';
import { type BoundaryStep, type Client, type Stage, stageSchema } from './model/client';
import type { Situation } from './model/request';
import type { State, Sums } from './model/state';
import { putClient } from './records';
import { DEFERRALS } from './replies/choose';
import { addSums, tallyOf } from './tally';
import { because, type Reason } from './verdict/shape';

/** In the order in which the talk goes. */
const STAGES = stageSchema.options;

/** The words of each step; the line is held with whatever words defer. */
const WORDS: Record<Exclude<Stage, 'none'>, Situation> = {
  proposed: 'propose-standing-call',
  'trade-off': 'trade-off',
  held: 'can-it-wait',
  pattern: 'pattern',
  rate: 'rate',
  decided: 'stay-or-part',
};

/** Words that hold the line for one contact: not those that take the time they leave me. */
const HOLDING: ReadonlySet<string> = new Set([...DEFERRALS, 'together'].filter((each) => each !== 'time-given'));

/** How far the app goes with a client: one to keep at any price is never told numbers, prices or of parting. */
const FURTHEST: Record<Client['limit'], Stage> = { keep: 'held', firm: 'pattern', 'ready-to-lose': 'decided' };

/** So many whole weeks in a row within the allowance take the talk one stage back. */
export const QUIET_WEEKS = 4;
/** Weeks that are looked back on for a next step, this one included. */
const LOOK_BACK_WEEKS = 4;
/** The pattern is named after deferrals on so many different days within those weeks. */
const DEFERRAL_DAYS_UNTIL_PATTERN = 3;
/** And no sooner than so many days after their first contact, with contacts on so many days. */
const LOG_UNTIL_PATTERN = { age: 14, days: 3 } as const;
/** Weeks over the allowance after the step before, until a rate is offered and until one decides. */
const WEEKS_UNTIL = { rate: 1, decided: 2 } as const;
/** Steps longer ago than this play no part. */
const LONGEST_WEEKS = 104;

/** Where the talk about availability with a client has got to, and what would come next. */
export interface Standing {
  stage: Stage;
  /** First day of the week in which it came to that; absent where no step was taken. */
  since?: string;
  decision?: NonNullable<BoundaryStep['decision']>;
  /** The stage that it never goes beyond with this client. */
  furthest: Stage;
  /** Whole weeks in a row within the allowance since then; at four it steps back. */
  quietWeeks: number;
  /** The next step, where there is reason for one and it is within the limit; and the words it is taken with. */
  next?: { stage: Stage; situation: Situation };
  /** Why that step, or why none. */
  reasons: Reason[];
}

/**
 * The stage of the talk about availability. It goes forward only by what was sent or was said in a call, and a standing
 * call that there is has been agreed. Words that defer are everyday good service until the trade-off was explained: only
 * from that day on do they hold the line. It goes one back after four whole weeks in a row in which the client came no
 * more often than the allowance, emergencies left out. Weeks and days are mine.
 *
 * The next step is always the one that follows in order, so none is skipped. It needs a reason in the log of the last
 * four weeks, and is never beyond the client's limit. The pattern needs more: deferrals on three different days, however
 * many went out on one, and a log of theirs that is two weeks old with contacts on three days.
 */
export function standingWith(state: State, client: Client, now: Temporal.Instant): Standing {
  const { timeZone, weekStartsOn } = state.settings;
  const today = dayOf(now, timeZone);
  const thisWeek = weekOf(today, weekStartsOn);
  const sums = weeklySums(state, client.id);
  const isOver = (week: string) => timesIn(sums.get(week)) > client.allowance;
  const isAgreed = state.calls.some(
    ({ clientId, endsOn }) => clientId === client.id && (endsOn === undefined || endsOn >= today.toString()),
  );
  const steps = stepsTaken();

  const reached = walk();
  const furthest = FURTHEST[client.limit];
  const { next, reasons } = nextStep();
  return { ...reached, furthest, reasons, ...(next && { next: { stage: next, situation: WORDS[next] } }) };

  /** Those that still play a part in order, those of one day in the order of the talk. */
  function stepsTaken(): Step[] {
    const oldest = thisWeek.subtract({ weeks: LONGEST_WEEKS }).toString();
    const sent = [...sums].flatMap(([week, { daysSent = {} }]) =>
      week < oldest ? [] : Object.entries(daysSent).flatMap(([situation, days]) => stepsOf(situation, days, week)),
    );
    const said = (client.boundarySteps ?? []).map(({ stage, at, decision }) => {
      const day = dayOf(at, timeZone);
      return { stage, decision, day: day.toString(), week: weekOf(day, weekStartsOn).toString() };
    });
    return [...sent, ...said]
      .filter(({ stage, week }) => stage !== 'none' && week >= oldest)
      .toSorted((one, other) => compareDays(one.day, other.day) || rankOf(one.stage) - rankOf(other.stage));
  }

  /** Week by week from the first step on. */
  function walk(): Pick<Standing, 'stage' | 'since' | 'decision' | 'quietWeeks'> {
    const floor = isAgreed ? 1 : 0;
    let rank = floor;
    let since: string | undefined;
    let quietWeeks = 0;
    const first = steps.find(({ stage }) => rankOf(stage) > floor)?.week;
    const from = first === undefined ? thisWeek : Temporal.PlainDate.from(first);
    const byWeek = new Map<string, Step[]>();
    for (const step of steps) byWeek.set(step.week, [...(byWeek.get(step.week) ?? []), step]);
    for (let back = from.until(thisWeek).days / 7; back >= 0; back--) {
      const week = thisWeek.subtract({ weeks: back }).toString();
      const former = rank;
      for (const step of byWeek.get(week) ?? []) {
        if (step.isDeferral && rank < rankOf('trade-off')) continue;
        rank = Math.max(rank, rankOf(step.stage));
      }
      if (rank > former) {
        since = week;
        quietWeeks = 0;
      } else if (back > 0 && rank > floor) {
        quietWeeks = isOver(week) ? 0 : quietWeeks + 1;
        if (quietWeeks < QUIET_WEEKS) continue;
        rank -= 1;
        since = week;
        quietWeeks = 0;
      }
    }
    const stage = STAGES[rank] ?? 'none';
    const decision = stage === 'decided' ? steps.findLast((step) => step.stage === 'decided')?.decision : undefined;
    return { stage, quietWeeks, ...(since !== undefined && { since }), ...(decision && { decision }) };
  }

  function nextStep(): { next?: Exclude<Stage, 'none'>; reasons: Reason[] } {
    const next = STAGES[STAGES.indexOf(reached.stage) + 1];
    if (next === undefined || next === 'none') return { reasons: [] };
    const lately = Array.from({ length: LOOK_BACK_WEEKS }, (_, back) => thisWeek.subtract({ weeks: back }).toString());
    const over = lately.filter(isOver);
    if (over.length === 0)
      return { reasons: [because('within-allowance', 'Within the allowance in the last four weeks.')] };
    const reasons = [overReason(over.length, client.allowance)];
    if (next === 'pattern') {
      const { count, days } = deferralsIn(lately.flatMap((week) => sums.get(week) ?? []));
      const isHeld = days >= DEFERRAL_DAYS_UNTIL_PATTERN;
      reasons.push(because(isHeld ? 'deferrals' : 'few-deferrals', sayDeferrals(count, days), { count, days }));
      const young = youngLog();
      if (young) reasons.push(young);
      if (young || !isHeld) return { reasons };
    }
    if (next === 'rate' || next === 'decided') {
      const needed = WEEKS_UNTIL[next];
      const since = reached.since ?? '';
      const after = [...sums.keys()].filter((week) => week > since && isOver(week)).length;
      if (after < needed)
        return { reasons: [because('just-said', 'What was said last has not had the time to work.', { needed })] };
    }
    if (isBeyond(next, client))
      return {
        reasons: [...reasons, because('limit', 'You go no further with this client.', { limit: client.limit })],
      };
    return { next, reasons };
  }

  /** That they are not known long enough to speak of a pattern. */
  function youngLog(): Reason | undefined {
    const { age, days } = LOG_UNTIL_PATTERN;
    const came = [...sums.values()].flatMap(({ daysCame = [] }) => daysCame).sort();
    const [first] = came;
    if (first === undefined || (first <= today.subtract({ days: age }).toString() && came.length >= days))
      return undefined;
    const text = `Their log goes back to ${sayDay(first)}, with contacts on ${sayDays(came.length)}: too little for a pattern.`;
    return because('young-log', text, { since: first, days: came.length });
  }
}

interface Step {
  stage: Stage;
  /** Words that defer, which hold the line only once the trade-off was explained. */
  isDeferral?: boolean;
  decision?: BoundaryStep['decision'];
  /** Of mine, `YYYY-MM-DD`, and the first day of its week. */
  day: string;
  week: string;
}

/** Taken by words that were sent on these days. */
function stepsOf(situation: string, days: readonly string[], week: string): Step[] {
  const step = { stage: stageOf(situation), ...(HOLDING.has(situation) && { isDeferral: true }) };
  return days.map((day) => ({ ...step, day, week }));
}

function compareDays(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rankOf(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** The stage that words take the talk to, when they are sent; `none` for words about something else. */
export function stageOf(situation: string): Stage {
  if (HOLDING.has(situation)) return 'held';
  return STAGES.find((stage) => stage !== 'none' && WORDS[stage] === situation) ?? 'none';
}

/** The words with which a step is taken; nothing for `none`. */
export function wordsOfStage(stage: Stage): Situation | undefined {
  return stage === 'none' ? undefined : WORDS[stage];
}

/** Whether a stage is further than I am prepared to go with a client. */
export function isBeyond(stage: Stage, { limit }: Pick<Client, 'limit'>): boolean {
  return STAGES.indexOf(stage) > STAGES.indexOf(FURTHEST[limit]);
}

/** One client's sums by week, of what is over and what is open. */
function weeklySums(state: State, clientId: string): Map<string, Sums> {
  const open = tallyOf(
    state.requests.filter((request) => request.clientId === clientId),
    state.settings,
  );
  const sums = new Map<string, Sums>();
  for (const [week, clients] of [...Object.entries(state.tally), ...Object.entries(open)]) {
    const theirs = clients[clientId];
    if (!theirs) continue;
    const former = sums.get(week);
    sums.set(week, former ? addSums(former, theirs) : theirs);
  }
  return sums;
}

/** How often they broke in, emergencies left out. */
function timesIn(sums: Sums | undefined): number {
  return sums ? sums.interruptions - (sums.emergencies ?? 0) : 0;
}

/** How many words that defer were sent in these weeks, and on how many days. */
function deferralsIn(weeks: readonly Sums[]): { count: number; days: number } {
  const holding = [...HOLDING];
  const counts = weeks.flatMap(({ sent = {} }) => holding.map((situation) => sent[situation] ?? 0));
  const days = weeks.flatMap(({ daysSent = {} }) => holding.flatMap((situation) => daysSent[situation] ?? []));
  return { count: counts.reduce((sum, each) => sum + each, 0), days: new Set(days).size };
}

function overReason(weeks: number, allowance: number): Reason {
  const text = `More interruptions than the ${allowance} a week you allow, in ${weeks} of the last ${LOOK_BACK_WEEKS} weeks.`;
  return because('over-allowance', text, { weeks, allowance });
}

function sayDeferrals(count: number, days: number): string {
  const what = count === 1 ? '1 deferral was' : `${count} deferrals were`;
  return `${what} sent in the last four weeks${count === 0 ? '' : `, on ${sayDays(days)}`}.`;
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** Notes a step that was said or agreed in a call. */
export function saidStage(state: State, name: string, step: BoundaryStep): { state: State; client: Client } {
  const former = findClient(state, name);
  const client = { ...former, boundarySteps: [...(former.boundarySteps ?? []), step] };
  return { state: putClient(state, client), client };
}
