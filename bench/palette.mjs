import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { makeHome } from './homes.mjs';
import { settled } from './processes.mjs';
import { load, median } from './tools.mjs';

const STARTS = 5;
const AGAIN = 3;
const KEYS = ['Control', 'Shift', 'u'];

/**
 * From the keys pressed on the X server to a line that can be typed into: made for the first time, and shown again.
 * @param {Awaited<ReturnType<typeof import('./programs.mjs').setUpMachine>>} machine
 */
export async function measurePalette(machine) {
  const { openXKeyboard } = await load('tests/helpers/x-keyboard.ts');
  const keyboard = await openXKeyboard(process.env.DISPLAY ?? '', process.env.XAUTHORITY);
  const home = `${machine.folder}/palette`;
  makeHome(home, machine.env, 0);
  const first = [];
  const again = [];
  for (let round = 0; round < STARTS; round += 1) {
    const program = await machine.startApp(home, ['-r', path.join(import.meta.dirname, 'palette-probe.cjs')]);
    const lines = createInterface({ input: program.stdout });
    const press = async () => {
      const heard = once(lines, 'line');
      const pressedAt = Date.now();
      await keyboard.press(...KEYS);
      const [line] = await heard;
      return Number(/^typable (\d+)/.exec(line)?.[1]) - pressedAt;
    };
    await settled(program.pid, 2);
    first.push(await press());
    for (let time = 0; time < AGAIN; time += 1) {
      await press();
      again.push(await press());
    }
    await program.end();
  }
  keyboard.close();
  return { first: median(first), again: median(again) };
}
