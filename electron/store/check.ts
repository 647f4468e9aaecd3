import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { Tally } from '../core/model/state';
import { mergeTallies, tallyOf } from '../core/tally';
import { listBackups, listDataFiles } from './backups';
import type { Desk } from './desk';
import { findLeftovers, listFolder, readText } from './durable';
import { examine } from './examine';
import { bookFormat, deviceFormat, monthFormat, openFormat } from './schemas/versions';
import type { Check } from './store';

/** Less than this, and a busy month may not fit any more. */
const SPACE_NEEDED = 50 * 1024 * 1024;

/** Looks after everything that can be wrong with a home; changes nothing. */
export async function checkHome(desk: Desk): Promise<Check[]> {
  return [
    { check: 'folder', ok: true, detail: desk.home },
    await checkLock(desk),
    await checkPermissions(desk),
    await checkFiles(desk),
    await checkTally(desk),
    checkCalendars(desk),
    await checkBackups(desk),
    await checkLeftovers(desk),
    await checkSpace(desk),
  ];
}

async function checkLock({ lock, options }: Desk): Promise<Check> {
  try {
    await lock.assertMine();
    const how = options.socket ? `, reached at ${options.socket}` : '';
    return { check: 'lock', ok: true, detail: `held by process ${process.pid}${how}` };
  } catch (error) {
    return { check: 'lock', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function checkPermissions({ home, layout }: Desk): Promise<Check> {
  const check = 'permissions';
  if (process.platform === 'win32') return { check, ok: true, detail: 'as the folder above gives them' };
  const files = await listDataFiles(home);
  const open: string[] = [];
  for (const path of [
    home,
    layout.history,
    layout.undo,
    layout.backups,
    layout.calendars,
    ...files.map((file) => join(home, file)),
  ]) {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) open.push(`${path} (${(mode & 0o777).toString(8)})`);
  }
  const detail =
    open.length > 0 ? `others on this machine can read ${open.join(', ')}; chmod go= helps` : 'only you can read it';
  return { check, ok: open.length === 0, detail };
}

const FORMATS = new Map<string, { format: typeof bookFormat | typeof openFormat | typeof deviceFormat }>([
  ['book.json', { format: bookFormat }],
  ['open.json', { format: openFormat }],
  ['device.json', { format: deviceFormat }],
]);

async function checkFiles({ home, layout, reader }: Desk): Promise<Check> {
  const faults: string[] = [];
  const files = await listDataFiles(home);
  for (const file of files) {
    const text = await readText(join(home, file));
    const finding = examine<unknown>(text ?? '', FORMATS.get(file)?.format ?? monthFormat, reader.steps);
    if (finding.kind === 'bad') faults.push(`${file}: ${finding.fault}`);
    if (finding.kind === 'partly') faults.push(`${file}: ${finding.faults.join('; ')}`);
    if (finding.kind === 'newer') faults.push(`${file}: written by a newer version (${finding.version})`);
  }
  const aside = (await Promise.all([home, layout.history].map(listFolder)))
    .flat()
    .filter((name) => name.includes('.unreadable-'));
  const kept = aside.length > 0 ? `; kept aside as unreadable: ${aside.join(', ')}` : '';
  const found = faults.length > 0 ? faults.join('; ') : `${files.length} files parse and validate`;
  return { check: 'files', ok: faults.length === 0, detail: found + kept };
}

async function checkTally({ state, tally, history }: Desk): Promise<Check> {
  const counted: Tally[] = [];
  for (const month of await history.list()) {
    counted.push(tallyOf((await history.open(month)).low.data.requests, state.settings));
    await yieldTurn();
  }
  const ok = describe(mergeTallies(counted)) === describe(tally.tally);
  return {
    check: 'tally',
    ok,
    detail: ok
      ? 'weekly sums agree with the history'
      : 'weekly sums differ from the history; deleting tally.json counts them anew',
  };
}

/** The same text for the same sums, whatever their order. */
function describe(value: unknown): string {
  return JSON.stringify(value, (key, inner) => {
    if (key === 'returnMinutes' && Array.isArray(inner)) return inner.toSorted();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function checkCalendars({ state: { calendars, readings } }: Desk): Check {
  const failing = calendars.flatMap(({ id, name }) => {
    const problem = readings[id]?.problem;
    return problem ? [`${name}: ${problem.message}`] : [];
  });
  const read = calendars.filter(({ id }) => readings[id]?.readAt !== undefined).length;
  const told = calendars.length === 0 ? 'none' : `${read} of ${calendars.length} were read`;
  return { check: 'calendars', ok: failing.length === 0, detail: [told, ...failing].join('; ') };
}

async function checkBackups({ home }: Desk): Promise<Check> {
  const known = await listBackups(home);
  const [newest] = known;
  return { check: 'backups', ok: true, detail: newest ? `${known.length}, the newest of ${newest.at}` : 'none yet' };
}

async function checkLeftovers({ home, layout }: Desk): Promise<Check> {
  const left = (
    await Promise.all([home, layout.history, layout.undo, layout.backups, layout.calendars].map(findLeftovers))
  ).flat();
  const detail = left.length > 0 ? `${left.join(', ')}; the next start removes them` : 'none';
  return { check: 'leftovers', ok: left.length === 0, detail };
}

async function checkSpace({ home }: Desk): Promise<Check> {
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  return { check: 'space', ok: free >= SPACE_NEEDED, detail: `${Math.round(free / 1024 / 1024)} MB free` };
}
