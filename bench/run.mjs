// `npm run bench`: measures the app beside a bare tray on the same runtime and writes bench/RESULTS.md.
import { measureCalendar } from './calendar.mjs';
import { measureChips } from './chips.mjs';
import { measureLogging } from './logging.mjs';
import { measureMail } from './mail.mjs';
import { measurePalette } from './palette.mjs';
import { setUpMachine } from './programs.mjs';
import { measureQuickLog } from './quick-log.mjs';
import { judge, writeResults } from './results.mjs';
import { measureSearch } from './search.mjs';
import { say } from './tools.mjs';
import { measureTray } from './tray.mjs';

if (process.platform !== 'linux') {
  console.error('The benchmarks read /proc and press keys on an X server: they run on Linux only.');
  process.exit(2);
}

const machine = await setUpMachine();
try {
  say('Calendar…');
  const calendar = await measureCalendar();
  say('Mail…');
  const mail = await measureMail();
  say('Quick log…');
  const quickLog = await measureQuickLog();
  say('Search…');
  const search = await measureSearch();
  say('Palette…');
  const palette = await measurePalette(machine);
  say('Chips…');
  const chips = await measureChips(machine);
  say('Logging…');
  const logging = await measureLogging(machine);
  say('Tray…');
  const tray = await measureTray(machine);
  const { file, table } = writeResults(
    judge({ tray, logging, palette, chips, calendar, mail, quickLog, search }),
    calendar,
  );
  say(`${table}\n\nWritten to ${file}.`);
} finally {
  await machine.tearDown();
}
