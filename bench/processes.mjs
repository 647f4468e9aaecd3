import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields 4, 14 and 15 of /proc/PID/stat; the name before them may hold anything. @param {number} pid */
function readStat(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** A process and all that came of it. @param {number} pid @returns {number[]} */
export function treeOf(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each)))
    attempt(() => parents.set(Number(name), readStat(Number(name)).parent));
  const tree = [pid];
  for (const member of tree) for (const [child, parent] of parents) if (parent === member) tree.push(child);
  return tree;
}

/** Megabytes of a tree's proportional set size. @param {number} pid */
export function memoryOf(pid) {
  const kilobytes = treeOf(pid).map((member) =>
    attempt(() => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1])),
  );
  return kilobytes.reduce((sum, each) => sum + (each ?? 0), 0) / 1024;
}

/** Milliseconds of processor time that a tree has used. @param {number} pid */
export function cpuOf(pid) {
  return treeOf(pid).reduce((sum, member) => sum + (attempt(() => readStat(member).ticks) ?? 0), 0) * TICK_MS;
}

/** Over once a tree has done nothing for a while. @param {number} pid @param {number} [seconds] */
export async function settled(pid, seconds = 4) {
  for (let quiet = 0, last = cpuOf(pid); quiet < seconds; ) {
    await wait(1000);
    const now = cpuOf(pid);
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}

/** A process may end while it is looked at. @template T @param {() => T} read @returns {T | undefined} */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
