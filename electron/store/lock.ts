import { randomUUID } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Refusal } from '../core/model/problem';
import { moveFile, nameTemporary, writeNewFile } from './durable';
import { layOut } from './layout';
import { codeOf, isMissing } from './trouble';

const ownerSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** When this was written, by the machine's own clock: it is about processes, not about the person's time. */
  at: z.number(),
  socket: z.string().optional(),
  token: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** Who holds a home. */
export interface HomeOwner {
  pid: number;
  host: string;
  /** When the lock was written last, ISO 8601 in UTC. */
  at: string;
  socket?: string;
  isAlive: boolean;
}

/** Held while a store is open. */
export interface Lock {
  /** Whether the owner before this one ended without letting go: something may be half done. */
  wasAbandoned: boolean;
  /** Refuses when another process has taken the home over, so that no two ever write. */
  assertMine(): Promise<void>;
  release(): Promise<void>;
}

const ANSWER_MS = 300;
const YOUNG_MS = 5 * 60_000;
const REFRESH_MS = 4 * 60_000;
/** An owner writes its lock before its socket listens. */
const STARTING_MS = 10_000;

/** Tells who holds a home, without touching anything; nothing when nobody does. */
export async function findOwner(home: string): Promise<HomeOwner | undefined> {
  const owner = await readOwner(layOut(home).lock);
  if (!owner) return undefined;
  const { pid, host, at, socket } = owner;
  return { pid, host, at: new Date(at).toISOString(), ...(socket && { socket }), isAlive: await isAlive(owner) };
}

/** Takes a home. Waits for owners that are soon done; refuses at once where one serves a socket. */
export async function acquireLock(home: string, socket?: string, patienceMs = 3000): Promise<Lock> {
  const path = layOut(home).lock;
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    at: Date.now(),
    ...(socket && { socket }),
    token: randomUUID(),
  };
  // Patience is for one owner: where several are queued each makes way soon.
  const waited = new Map<string, number>();
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 1.5, 120)) {
    const owner = await readOwner(path);
    if (!owner) {
      if (await create(path, mine)) return hold(path, mine, false);
    } else if (!(await isAlive(owner))) {
      if (await takeOver(home, owner, mine)) return hold(path, mine, true);
    } else {
      const since = waited.get(owner.token) ?? Date.now();
      waited.set(owner.token, since);
      if (owner.socket || Date.now() - since > patienceMs || waited.size > 200) throw refuseTo(home, owner);
    }
    await pause(pauseMs * (0.5 + Math.random()));
  }
}

function refuseTo(home: string, owner: Owner): Refusal {
  const where = owner.host === hostname() ? '' : ` on ${owner.host}`;
  return new Refusal({
    code: 'home-in-use',
    message: `${home} is in use by process ${owner.pid}${where}, since ${new Date(owner.at).toISOString()}.`,
    action: 'End that one first, or wait until it is done.',
  });
}

/** Writes a lock that nobody else has; whoever sees it sees it whole. */
async function create(path: string, owner: Owner): Promise<boolean> {
  const temporary = nameTemporary(path);
  const text = `${JSON.stringify(owner, null, 2)}\n`;
  await writeNewFile(temporary, text);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // No hard links here: created exclusively, if not whole at once.
    return await writeNewFile(path, text).then(
      () => true,
      (second) => {
        if (codeOf(second) === 'EEXIST') return false;
        throw second;
      },
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  for (let attempt = 0; ; attempt++) {
    const text = await readFile(path, 'utf8').catch((error) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    try {
      return ownerSchema.parse(JSON.parse(text));
    } catch {
      // Being written by one that has no hard links, or rubbish: soon known. Rubbish belongs to nobody alive.
      if (attempt > 20)
        return { pid: 0, host: '', at: 0, token: `rubbish-${Buffer.from(text.slice(0, 40)).toString('hex')}` };
      await pause(10);
    }
  }
}

async function isAlive(owner: Owner): Promise<boolean> {
  const age = Date.now() - owner.at;
  if (owner.socket) return (await answers(owner.socket)) || (Math.abs(age) < STARTING_MS && runs(owner));
  // A negative age: the clock went back since, which says nothing against an owner that runs.
  return age < YOUNG_MS && runs(owner);
}

function runs(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return owner.pid > 0;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const settle = (isAnswered: boolean) => {
      connection.destroy();
      resolve(isAnswered);
    };
    connection.setTimeout(ANSWER_MS, () => settle(false));
    connection.once('connect', () => settle(true));
    connection.once('error', () => settle(false));
  });
}

/**
 * Puts one's own lock in the place of a dead owner's. The claim is named after the dead one's token, which never comes
 * back, so of several takers exactly one gets it, and a late one finds that the lock has changed.
 */
async function takeOver(home: string, dead: Owner, mine: Owner): Promise<boolean> {
  const { lock } = layOut(home);
  const claims: string[] = [];
  try {
    if (!(await claim(home, dead.token, mine, claims))) return false;
    if ((await readOwner(lock))?.token !== dead.token) return false;
    await replaceLock(lock, mine);
    return true;
  } finally {
    for (const path of claims) await rm(path, { force: true });
  }
}

async function claim(home: string, token: string, mine: Owner, claims: string[]): Promise<boolean> {
  const path = join(home, `.lock-${token}.claim`);
  if (!(await create(path, mine))) {
    const rival = await readOwner(path);
    // A rival that died while claiming leaves its claim, which is claimed in turn.
    if (!rival || (await isAlive({ ...rival, socket: undefined })) || !(await claim(home, rival.token, mine, claims)))
      return false;
  }
  claims.push(path);
  return true;
}

async function replaceLock(path: string, owner: Owner): Promise<void> {
  const temporary = nameTemporary(path);
  await writeNewFile(temporary, `${JSON.stringify(owner, null, 2)}\n`);
  await moveFile(temporary, path);
}

function hold(path: string, mine: Owner, wasAbandoned: boolean): Lock {
  const isMine = async () => (await readOwner(path))?.token === mine.token;
  // One that serves a socket is asked there; only one without has to show now and then that it lives.
  const timer = mine.socket
    ? undefined
    : setInterval(async () => {
        try {
          if (await isMine()) await replaceLock(path, { ...mine, at: Date.now() });
        } catch {
          // The folder is away for the moment; the next change says so.
        }
      }, REFRESH_MS);
  timer?.unref();
  return {
    wasAbandoned,
    async assertMine() {
      if (await isMine()) return;
      throw new Refusal({
        code: 'home-in-use',
        message: 'Nothing was saved: another process has taken this home over.',
        action: 'End the other one, then start again.',
      });
    },
    async release() {
      clearInterval(timer);
      if (await isMine().catch(() => false)) await rm(path, { force: true });
    },
  };
}
