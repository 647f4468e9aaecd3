import { examine, findUnopened } from '../checks';
import { type Command, command } from '../command';
import { renderDone } from '../render/done';
import * as keeping from '../render/keeping';
import { exportAll, importFiles } from '../steps';
import { setSettings } from '../steps-availability';

/** What is kept, and how to come back to it. */
export const keepingCommands: readonly Command[] = [
  command('undo', {
    words: 'undo',
    does: 'Takes back the last change, that one, or the last one of a contact by its id.',
    args: ['change?'],
    render: keeping.renderUndone,
  }),
  command('changes', {
    words: 'changes',
    does: 'Lists what can be undone, newest first.',
    render: keeping.renderChanges,
  }),
  command('import', {
    words: 'import',
    does: 'Takes files in: exports, .ics, .vcf, .eml, .mbox, .msg; "-" is standard input.',
    args: ['files...'],
    options: ['no-merge', 'automatic'],
    run: importFiles,
    render: keeping.renderImported,
    findRefused: keeping.findRefused,
  }),
  command('export', {
    words: 'export',
    does: 'Writes everything out; JSON is what import takes back.',
    options: ['format', 'out'],
    run: exportAll,
    render: (value) => ('text' in value ? value.text : `Written to ${value.file}`),
    isExact: true,
    // JSON is what import takes back, so that is what is printed; other formats are told as text.
    toJson: (value) => ('text' in value && value.format === 'json' ? value.text : JSON.stringify(value, null, 2)),
  }),
  command('doctor', {
    words: 'doctor',
    does: 'Checks the data, and what the app needs.',
    run: examine,
    render: keeping.renderChecks,
    findRefused: findUnopened,
  }),
  command('backup', {
    words: 'backup',
    does: 'Keeps everything as it is now.',
    render: ({ backup }) => `Kept as ${backup}`,
  }),
  command('backups', { words: 'backups', does: 'Lists the backups.', render: keeping.renderBackups }),
  command('restore', {
    words: 'restore',
    does: 'Goes back to a backup, or to the newest; what was there is kept as a backup.',
    args: ['backup?'],
    render: ({ restored, kept }) => `Back to ${restored}. What was there before is kept as ${kept}`,
  }),
  command('sample.add', { words: 'sample add', does: 'Adds the sample week.', render: renderDone }),
  command('sample.remove', {
    words: 'sample remove',
    does: 'Removes the sample week, and what hangs on it.',
    render: ({ ownEntries }) => [...ownEntries.map((entry) => `Removed with it: ${entry}`), renderDone()].join('\n'),
  }),
  command('settings.set', {
    words: 'settings set',
    does: 'Changes your own settings.',
    options: [
      ...(['my-name', 'my-mail', 'time-zone', 'week-starts-on', 'hours', 'days-off', 'country', 'region'] as const),
      ...(['buffer-before', 'buffer-after', 'notice', 'sooner-above'] as const),
    ],
    run: setSettings,
    example: 'settings set --country AT --region 9 --days-off "2026-12-24..2027-01-06 Christmas"',
    render: renderDone,
  }),
  command('settings.show', {
    words: 'settings show',
    does: 'Shows your own settings.',
    render: keeping.renderSettings,
  }),
  command('home', { words: 'home', does: 'The folder of the data.', render: ({ folder }) => folder }),
];
