import { setTimeout as wait } from 'node:timers/promises';
import { makeHome } from './homes.mjs';
import { cpuOf, memoryOf, settled } from './processes.mjs';
import { median, say } from './tools.mjs';

const ROUNDS = 9;
const MEMORY_ROUNDS = 5;
const IDLE_MINUTES = 4;
/** Chromium has things to do until half a minute after its start. */
const IDLE_SETTLED_SECONDS = 25;

/** Start, memory and idleness, by turns with the bare tray. @param {Awaited<ReturnType<typeof import('./programs.mjs').setUpMachine>>} machine */
export async function measureTray(machine) {
  const home = `${machine.folder}/tray`;
  makeHome(home, machine.env, 0);
  const starters = { bare: machine.startBare, app: () => machine.startApp(home) };
  const start = { bare: [], app: [] };
  const menu = { bare: [], app: [] };
  const memory = { bare: [], app: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, launch] of Object.entries(starters)) {
      const program = await launch();
      // The first round only warms up what the system keeps of files.
      if (round > 0) start[name].push(program.startMs);
      if (round > 0) menu[name].push(program.menuMs);
      if (round > 0 && round <= MEMORY_ROUNDS) {
        await settled(program.pid);
        memory[name].push(memoryOf(program.pid));
      }
      await program.end();
    }
    if (round > 0)
      say(`  round ${round}: ${Math.round(start.bare.at(-1))} ms bare, ${Math.round(start.app.at(-1))} ms app`);
  }
  const idle = await measureIdle(starters);
  return {
    start: { bare: median(start.bare), app: median(start.app) },
    menu: { bare: median(menu.bare), app: median(menu.app) },
    memory: { bare: median(memory.bare), app: median(memory.app) },
    idle,
  };
}

/** Milliseconds of processor time a minute, both side by side. @param {Record<string, () => Promise<import('./programs.mjs').Program>>} starters */
async function measureIdle(starters) {
  const running = [];
  for (const [name, launch] of Object.entries(starters)) running.push({ name, program: await launch() });
  for (const { program } of running) await settled(program.pid, IDLE_SETTLED_SECONDS);
  const before = running.map(({ program }) => cpuOf(program.pid));
  say(`  idle for ${IDLE_MINUTES} minutes…`);
  await wait(IDLE_MINUTES * 60_000);
  const idle = running.map(({ name, program }, at) => [name, (cpuOf(program.pid) - before[at]) / IDLE_MINUTES]);
  for (const { program } of running) await program.end();
  return Object.fromEntries(idle);
}
