import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { settled } from './processes.mjs';
import { load, percentile, root } from './tools.mjs';

/*
 * From a key pressed on the X server to the frame in which the chips say what it made of the line, in the palette of the
 * running app: with one client and with 500, by turns.
 */
const CLIENTS = 500;
const ROUNDS = 2;
const SHORTCUT = ['Control', 'Shift', 'u'];
/** Words that mean nothing, so that every letter of them changes the subject and nothing else. */
const SUBJECTS = ['zkwqvbnmxkzjwqvkbxmn', 'qwkzxjvbkmqzwkxvjbnk', 'vkxzqwjkbmzvxqkwjzbk', 'xqzkvwjbmkxzqvkwbjmz'];

/** @param {Awaited<ReturnType<typeof import('./programs.mjs').setUpMachine>>} machine */
export async function measureChips(machine) {
  const { openXKeyboard } = await load('tests/helpers/x-keyboard.ts');
  const keyboard = await openXKeyboard(process.env.DISPLAY ?? '', process.env.XAUTHORITY);
  const homes = [1, CLIENTS].map((count) => makeHome(`${machine.folder}/chips-${count}`, machine.env, count));
  const times = homes.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [side, home] of homes.entries()) times[side].push(...(await typeInto(machine, keyboard, home)));
  keyboard.close();
  const [few, many] = times.map((all) => percentile(all, 95));
  return { keys: times[1].length, clients: CLIENTS, few, many };
}

/** Milliseconds from each letter of the subjects to its chip. */
async function typeInto(machine, keyboard, home) {
  const program = await machine.startApp(home, ['-r', path.join(import.meta.dirname, 'chips-probe.cjs')]);
  const lines = createInterface({ input: program.stdout });
  const times = [];
  await settled(program.pid, 4);
  for (const subject of SUBJECTS) {
    const shown = hear(lines, (line) => line.startsWith('typable'));
    await keyboard.press(...SHORTCUT);
    await shown;
    for (const key of 'firm0 re ') await pressKey(keyboard, key);
    for (const [place, key] of [...subject].entries()) {
      const typed = subject.slice(0, place + 1);
      // As people type: not in step with the frames.
      await setTimeout(40 + ((place * 37) % 60));
      const drawn = hear(lines, (line) => line.endsWith(` ${typed}`));
      const pressedAt = Date.now();
      await pressKey(keyboard, key);
      times.push(Number(/^chip (\d+)/.exec(await drawn)?.[1]) - pressedAt);
    }
    const hidden = hear(lines, (line) => line === 'hidden');
    await keyboard.press('Escape');
    await hidden;
  }
  await program.end();
  return times;
}

function pressKey(keyboard, key) {
  return keyboard.press(key === ' ' ? 'Space' : key);
}

/** The next line of its kind. @param {(line: string) => boolean} isMeant @returns {Promise<string>} */
function hear(lines, isMeant) {
  return new Promise((resolve) => {
    const look = (line) => {
      if (!isMeant(line)) return;
      lines.off('line', look);
      resolve(line);
    };
    lines.on('line', look);
  });
}

/** A home with as many clients, each with a person. */
function makeHome(home, env, count) {
  const cards = `${home}.vcf`;
  const card = (index) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${index}\r\nORG:Firm${index} Ltd\r\nEMAIL:p${index}@firm${index}.example\r\nEND:VCARD\r\n`;
  writeFileSync(cards, Array.from({ length: count }, (_, index) => card(index)).join(''));
  execFileSync(process.execPath, [path.join(root, 'bin', 'until-friday.mjs'), '--home', home, 'import', cards], {
    env,
  });
  return home;
}
