import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} compared
 * @property {string} app
 * @property {string} [ratio]
 * @property {string} goal
 * @property {boolean} isMet
 */

const ms = (value) => `${value < 20 ? value.toFixed(1) : Math.round(value)} ms`;
const times = (one, other) => (one / other).toFixed(2);

/** @param {{tray: any, logging: any, palette: any, chips: any, calendar: any, mail: any, quickLog: any, search: any}} measured @returns {Row[]} */
export function judge({
  tray: { start, menu, memory, idle },
  logging,
  palette,
  chips,
  calendar,
  mail,
  quickLog,
  search,
}) {
  return [
    {
      what: `Start to registered tray; its menu comes at ${ms(menu.app)}, the bare one’s at ${ms(menu.bare)}`,
      compared: ms(start.bare),
      app: ms(start.app),
      ratio: times(start.app, start.bare),
      goal: '≤ 1.5 × bare',
      isMet: start.app <= 1.5 * start.bare,
    },
    {
      what: 'Memory with no window (PSS of all processes)',
      compared: `${Math.round(memory.bare)} MB`,
      app: `${Math.round(memory.app)} MB`,
      ratio: times(memory.app, memory.bare),
      goal: '≤ 1.25 × bare',
      isMet: memory.app <= 1.25 * memory.bare,
    },
    {
      what: 'Idle CPU a minute',
      compared: ms(idle.bare),
      app: ms(idle.app),
      ratio: (idle.app / Math.max(idle.bare, 1)).toFixed(2),
      goal: '≤ 10 ms',
      isMet: idle.app <= 10,
    },
    judgeLogging('One contact logged and durable, answered by the app, 100,000 past contacts', logging.answered),
    judgeLogging('The same, the store’s part alone', logging.saved),
    { what: 'Palette typable', compared: '–', app: ms(palette.first), goal: '≤ 250 ms', isMet: palette.first <= 250 },
    {
      what: 'Palette typable again within its minute',
      compared: '–',
      app: ms(palette.again),
      goal: '≤ 100 ms',
      isMet: palette.again <= 100,
    },
    {
      what: `A key to its chips drawn, 95th percentile of ${chips.keys} keys, ${chips.clients} clients`,
      compared: `${ms(chips.few)} with one`,
      app: ms(chips.many),
      ratio: times(chips.many, chips.few),
      goal: '≤ 50 ms',
      isMet: chips.many <= 50,
    },
    ...judgeCalendar(calendar),
    ...judgeMail(mail),
    ...judgeQuickLog(quickLog),
    judgeSearch(search),
  ];
}

/** @returns {Row[]} */
function judgeQuickLog({ count, first, parse, slowest, find }) {
  return [
    {
      what: `A quick-log line understood, ${count} lines in four languages, 500 clients`,
      compared: `${ms(first)} the very first`,
      app: `${parse.toFixed(2)} ms, the slowest ${slowest.toFixed(2)} ms`,
      goal: '≤ 2 ms',
      isMet: slowest <= 2,
    },
    {
      what: 'A client found among 500, by name, person or phone number',
      compared: '–',
      app: `${find.toFixed(2)} ms`,
      goal: '≤ 1 ms',
      isMet: find <= 1,
    },
  ];
}

/** @returns {Row} */
function judgeSearch({ past, queries, first, meanwhile, none, many }) {
  return {
    what: `Text found in ${past.toLocaleString('en')} past contacts, the slowest of ${queries} searches`,
    compared: `${ms(none)} with none; ${ms(first)} the very first, a contact logged in ${ms(meanwhile)} meanwhile`,
    app: ms(many),
    ratio: times(many, none),
    goal: '≤ 16 ms',
    isMet: many <= 16,
  };
}

/** @returns {Row[]} */
function judgeCalendar({ sides: [ours], week }) {
  return [
    {
      what: 'An occurrence, ten years of fifty rules, asked for the first time',
      compared: '–',
      app: micro(ours.cold),
      goal: '≤ 20 µs',
      isMet: ours.cold <= 20,
    },
    {
      what: 'The same again after each of the calls was changed',
      compared: '–',
      app: micro(ours.warm),
      goal: '≤ 20 µs',
      isMet: ours.warm <= 20,
    },
    {
      what: 'The week view’s data, 200 clients, warm',
      compared: `${ms(week.changed)} after a change`,
      app: ms(week.warm),
      goal: '≤ 16 ms',
      isMet: week.warm <= 16,
    },
  ];
}

/** @returns {Row[]} */
function judgeMail({ mails, ms: took, created, megabytes, large }) {
  return [
    {
      what: `${mails} mails imported by the command line, 500 clients`,
      compared: '–',
      app: ms(took),
      goal: '≤ 5 s',
      isMet: took <= 5000 && created === mails,
    },
    {
      what: `Most memory while a mailbox of ${megabytes} MB is imported`,
      compared: '–',
      app: `${Math.round(large.memory)} MB`,
      goal: '≤ 250 MB',
      isMet: large.memory <= 250,
    },
  ];
}

const micro = (value) => `${value.toFixed(1)} µs`;

/** Standing calls beside other libraries, as a table. */
export function writeCalendar({ sides, again, cases, week }) {
  const rows = sides.map(({ name, missing, right, cold, warm }) =>
    missing
      ? `| ${name} | not installed: ${missing} | – | – |`
      : `| ${name} | ${right} of ${cases} | ${micro(cold)} | ${micro(warm)} |`,
  );
  return `| | right | an occurrence, first | warmed up |
|---|---|---|---|
${rows.join('\n')}

Right: of the cases in \`tests/fixtures/occurrences.json\`, made with Python's zoneinfo. Asked once more, Until Friday takes ${micro(again)}, since
what was expanded of a call is kept until the call changes. The week view's data for 200 clients: ${ms(week.cold)} the first time,
${ms(week.changed)} after any change, ${ms(week.warm)} when nothing changed.`;
}

/** @param {string} what @param {{none: number, many: number}} times @returns {Row} */
function judgeLogging(what, { none, many }) {
  return {
    what,
    compared: `${ms(none)} with none`,
    app: ms(many),
    ratio: times(many, none),
    goal: '≤ 5 ms, ≤ 1.5 × none',
    isMet: many <= 5 && many <= 1.5 * none,
  };
}

/** @param {Row[]} rows @param {any} calendar */
export function writeResults(rows, calendar) {
  const lines = rows.map(
    ({ what, compared, app, ratio = '–', goal, isMet }) =>
      `| ${what} | ${compared} | ${app} | ${ratio} | ${goal} | ${isMet ? 'met' : '**missed**'} |`,
  );
  const text = `# Measured

${new Date().toISOString().slice(0, 10)}, ${describeMachine()}, by \`npm run bench\`. Medians; the app and what it is compared with by turns in one run.

| | bare tray | Until Friday | ratio | goal | |
|---|---|---|---|---|---|
${lines.join('\n')}

- The bare tray (\`bench/bare-tray\`) is an icon with one menu on the same runtime, and nothing else.
- Start: from spawn to \`RegisterStatusNotifierItem\` at the panel. Memory and idle CPU: all processes of the tree, once they had been quiet
  for four seconds (idle: 25), from \`/proc/*/smaps_rollup\` and \`/proc/*/stat\`; idle for four minutes, both side by side.
- Logging: from the question at the running app's socket to its answer, which comes once the contact is fsynced, with the verdict and
  the reply in it; the store's part: the contact understood, placed, checked and fsynced, in Node.
- Palette: from the keys pressed on the X server (XTEST) to a frame drawn with the cursor in the line.
- Chips: from a key pressed there to the frame in which the chips say what it made of the line, typed letter by letter.
- Standing calls and the quick-log line: processor time in Node.

## Standing calls side by side

Ten years of fifty rules, by turns in one run.

${writeCalendar(calendar)}
`;
  const file = path.join(import.meta.dirname, 'RESULTS.md');
  writeFileSync(file, text);
  return { file, table: lines.join('\n') };
}

function describeMachine() {
  const [processor] = os.cpus();
  const version = readVersion();
  return `${os.cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release().split('-')[0]}, Electron ${version}`;
}

function readVersion() {
  const electron = process.env.UNTIL_FRIDAY_ELECTRON ?? '';
  try {
    return readFileSync(path.join(path.dirname(electron), 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
  } catch {
    return execFileSync(electron, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
  }
}
