import { stat } from 'node:fs/promises';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Request } from '../core/model/request';
import type { Settings } from '../core/model/settings';
import { type Tally, tallySchema } from '../core/model/state';
import { mergeTallies, tallyOf } from '../core/tally';
import { readText, writeDurably } from './durable';
import { layOut, monthPath } from './layout';
import { CURRENT_VERSION } from './schemas/versions';
import { isMissing } from './trouble';

/**
 * One month's sums. By its stamp a file is known to be the one they were counted from; without one they are newer
 * than the cache on disk. Trusted are sums that were counted or compared by this process.
 */
interface MonthSums {
  stamp?: string;
  tally: Tally;
  isTrusted: boolean;
}

const cacheSchema = z.object({
  version: z.literal(CURRENT_VERSION),
  key: z.string(),
  months: z.record(z.string(), z.object({ stamp: z.string(), tally: tallySchema })),
});

/** The weekly sums of all history, kept by month so that a change costs one month at most. */
export interface TallyCache {
  readonly tally: Tally;
  /** Takes in what a change did to a month; only the clients concerned are counted anew. */
  amend(month: string, former: readonly Request[], requests: readonly Request[], settings: Settings): void;
  /** The months whose sums can't be trusted, and so have to be counted. Those without a file are dropped. */
  findStale(months: readonly string[], settings: Settings): Promise<string[]>;
  /** Counts a month anew, a little at a time. */
  recount(month: string, requests: readonly Request[], settings: Settings): Promise<void>;
  /** Writes the cache if anything changed. */
  flush(settings: Settings): Promise<void>;
}

const CHUNK = 100;

/** The settings on which sums depend, and what is summed: sums without it are counted anew. */
function keyOf({ timeZone, weekStartsOn, workingHours, daysOff = [] }: Settings): string {
  const leave = daysOff.map(({ from, to }) => `${from}/${to}`);
  return JSON.stringify(['by-day', 'cases', 'sent', 'days', timeZone, weekStartsOn, workingHours, leave]);
}

/** Whether sums are the same with either settings. */
export function countsAlike(one: Settings, other: Settings): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

/** Opens the cache; it is only a cache, so what can't be understood is counted anew. */
export async function openTallyCache(home: string, settings: Settings): Promise<TallyCache> {
  const found = await readCache(home);
  const months = new Map<string, MonthSums>();
  for (const [month, sums] of Object.entries(found?.months ?? {})) months.set(month, { ...sums, isTrusted: false });
  let key = found?.key ?? keyOf(settings);
  let isDue = false;
  let tally = mergeTallies([...months.values()].map((sums) => sums.tally));

  /** Sums up the given weeks again, leaving all others as they are. */
  function rebuild(weeks: ReadonlySet<string>) {
    const merged = mergeTallies([...months.values()].map((sums) => pick(sums.tally, weeks)));
    const rest = Object.entries(tally).filter(([week]) => !weeks.has(week));
    tally = { ...Object.fromEntries(rest), ...merged };
    isDue = true;
  }

  function set(month: string, next: Tally | undefined) {
    const former = months.get(month)?.tally ?? {};
    if (next) months.set(month, { tally: next, isTrusted: true });
    else months.delete(month);
    rebuild(new Set([...Object.keys(former), ...Object.keys(next ?? {})]));
  }

  return {
    get tally() {
      return tally;
    },
    amend(month, former, requests, settings) {
      if (former === requests) return;
      const known = months.get(month);
      if (former.length > 0 && !known?.isTrusted) return set(month, tallyOf(requests, settings));
      const [before, after] = [new Set(former), new Set(requests)];
      const differing = [...former.filter((each) => !after.has(each)), ...requests.filter((each) => !before.has(each))];
      const clients = new Set(differing.map((request) => request.clientId));
      const theirs = tallyOf(
        requests.filter((request) => clients.has(request.clientId)),
        settings,
      );
      set(month, mergeTallies([omitClients(known?.tally ?? {}, clients), theirs]));
    },
    async findStale(present, settings) {
      for (const month of months.keys()) if (!present.includes(month)) set(month, undefined);
      const isOtherKey = key !== keyOf(settings);
      key = keyOf(settings);
      const stale: string[] = [];
      for (const month of present) {
        const stamp = await stampOf(home, month);
        const known = months.get(month);
        if (isOtherKey || !known || (known.stamp !== undefined && known.stamp !== stamp)) stale.push(month);
        else known.isTrusted = true;
      }
      return stale;
    },
    async recount(month, requests, settings) {
      const parts: Tally[] = [];
      for (let at = 0; at < requests.length; at += CHUNK) {
        parts.push(tallyOf(requests.slice(at, at + CHUNK), settings));
        await yieldTurn();
      }
      set(month, mergeTallies(parts));
    },
    async flush(settings) {
      if (!isDue || key !== keyOf(settings)) return;
      const written: z.infer<typeof cacheSchema> = { version: CURRENT_VERSION, key, months: {} };
      for (const [month, sums] of months) {
        const stamp = sums.stamp ?? (await stampOf(home, month));
        if (stamp === undefined) continue;
        months.set(month, { ...sums, stamp });
        written.months[month] = { stamp, tally: sums.tally as z.infer<typeof tallySchema> };
      }
      await writeDurably(layOut(home).tally, `${JSON.stringify(written)}\n`);
      isDue = false;
    },
  };
}

async function readCache(home: string) {
  try {
    return cacheSchema.safeParse(JSON.parse((await readText(layOut(home).tally)) ?? '')).data;
  } catch {
    return undefined;
  }
}

function omitClients(tally: Tally, clients: ReadonlySet<string>): Tally {
  return Object.fromEntries(
    Object.entries(tally).map(([week, sums]) => [
      week,
      Object.fromEntries(Object.entries(sums).filter(([clientId]) => !clients.has(clientId))),
    ]),
  );
}

function pick(tally: Tally, weeks: ReadonlySet<string>): Tally {
  return Object.fromEntries(Object.entries(tally).filter(([week]) => weeks.has(week)));
}

async function stampOf(home: string, month: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs } = await stat(monthPath(home, month));
    return `${size}-${mtimeMs}`;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
