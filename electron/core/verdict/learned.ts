import type { Route } from '../model/request';
import type { Settings } from '../model/settings';
import { probabilityAbove } from './beta';
import type { Cases } from './cases';
import { because, type Reason } from './shape';

/** Percent of its like that may fail to wait, unless the settings say otherwise. */
export const SOONER_ABOVE_PERCENT = 25;

/** How sure one has to be before a default moves. */
export const SURE = 0.8;

/** What is presumed before anything is known: as if one of four had not been able to wait. */
const PRIOR = { hits: 1, misses: 3 };

/** A share of cases, and how sure it is that the true one is above the threshold. */
export interface Learned {
  hits: number;
  cases: number;
  percent: number;
  /** 0 to 1. */
  probability: number;
  isSure: boolean;
}

/**
 * What was learned of a share: its posterior is Beta(1 + hits, 3 + misses), and it moves a default when it is above the
 * threshold of the settings with a probability of 80 % or more.
 */
export function learn(hits: number, misses: number, settings: Pick<Settings, 'soonerAbovePercent'>): Learned {
  const percent = settings.soonerAbovePercent ?? SOONER_ABOVE_PERCENT;
  const probability = probabilityAbove(percent / 100, PRIOR.hits + hits, PRIOR.misses + misses);
  return { hits, cases: hits + misses, percent, probability, isSure: hits > 0 && probability >= SURE };
}

/** What could not wait: what escalated, should have been a call, or was moved sooner by hand; the rest waited. */
export function learnSooner(cases: Cases, settings: Settings): Learned {
  const misses = (cases['waited-fine'] ?? 0) + (cases['solved-itself'] ?? 0);
  return learn((cases.escalated ?? 0) + (cases['should-have-called'] ?? 0) + (cases.sooner ?? 0), misses, settings);
}

/** What was moved later by hand, of all that was moved. What waited fine is no reason to refuse good service. */
export function learnLater(cases: Cases, settings: Settings): Learned {
  return learn(cases.later ?? 0, cases.sooner ?? 0, settings);
}

/** Why a default moved, with the numbers it rests on. */
export function learnedReason(code: 'learned-sooner' | 'learned-later', learned: Learned): Reason {
  const { hits, cases, percent, probability } = learned;
  const sure = Math.floor(probability * 100);
  const values = { hits, cases, percent, sure };
  return code === 'learned-sooner'
    ? because(
        code,
        `${hits} of ${cases} like it could not wait: ${sure} % sure that more than ${percent} % can't, so it comes sooner.`,
        values,
      )
    : because(
        code,
        `You moved ${hits} of ${cases} like it to later: ${sure} % sure that you would more than ${percent} %, so it waits.`,
        values,
      );
}

const SAID = [
  ['waited-fine', 'waited fine', 'waited fine'],
  ['solved-itself', 'solved itself', 'solved themselves'],
  ['escalated', 'escalated', 'escalated'],
  ['should-have-called', 'should have been a call', 'should have been a call'],
] as const;

/** How many were moved by hand. */
export function countMoved({ sooner = 0, later = 0, elsewhere = 0 }: Cases): number {
  return sooner + later + elsewhere;
}

/** How many were deferred. */
export function countDeferred(cases: Cases): number {
  return SAID.reduce((sum, [what]) => sum + (cases[what] ?? 0), 0);
}

/** Of fewer, a share says nothing yet. */
const FEW = 5;

/** The routes by which something may wait; what goes elsewhere is not judged by what waited. */
const MAY_WAIT: ReadonlySet<Route> = new Set(['callback', 'standing-call', 'ask-first']);

/** How many of those deferred waited fine. */
export interface Waited {
  waitedFine: number;
  deferred: number;
  /** More than half of them did. */
  isUsual: boolean;
}

/** What a verdict can say in passing of its like: nothing where there were few, or where waiting is not in question. */
export function waitedBefore(
  route: Route,
  tally: Pick<Waited, 'waitedFine' | 'deferred'> | undefined,
): Waited | undefined {
  if (!tally || tally.deferred < FEW || !MAY_WAIT.has(route)) return undefined;
  const { waitedFine, deferred } = tally;
  return { waitedFine, deferred, isUsual: waitedFine * 2 > deferred };
}

/** "Of 41 deferred, 36 waited fine, 3 solved themselves, 2 should have been a call."; empty where nothing was. */
export function sayCases(cases: Cases): string {
  const deferred = countDeferred(cases);
  if (deferred === 0) return '';
  const parts = SAID.flatMap(([what, one, many]) => {
    const count = cases[what] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return `Of ${deferred} deferred, ${parts.join(', ')}.`;
}
