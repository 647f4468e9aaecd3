import type { Output } from '../../ipc/contract/contract';
import { count, table } from './text';
import { mindTone } from './tone';

type Fault = Output<'template.check'>['faults'][number];

export function renderTemplates(list: Output<'template.list'>): string {
  if (list.length === 0) return 'All replies are in the original words.';
  const rows = list.map(({ situation, language, form, subject, used, faults }) => [
    ...[situation, language, form ?? 'both', String(used), subject],
    faults.length > 0 ? 'not used: it is broken' : '',
  ]);
  return table(['For', 'Language', 'Form', 'Used#', 'Subject', ''], rows);
}

export function renderTemplate({ own, original, variables, phrases, faults, used }: Output<'template.show'>): string {
  const shown = own ? [own] : original;
  return [
    own ? 'Your own words:' : 'The original words:',
    ...shown.map(({ subject, body }) => `\n${subject}\n\n${body}`),
    ...(faults.length > 0 ? ['', 'They are not used:', ...faults.map(sayFault)] : []),
    '',
    `Used ${count(used.all, 'time')}, ${used.own} of them in your own words.`,
    `They may ask for: ${[...variables, ...Object.keys(phrases)].map((name) => `{${name}}`).join(' ')}`,
  ].join('\n');
}

export function renderChecked({ faults, preview, reason }: Output<'template.check'>): string {
  if (faults.length > 0) return faults.map(sayFault).join('\n');
  if (reason) return reason;
  return preview
    ? [
        ...[preview.subject, '', preview.body],
        ...mindTone(preview.tone).map((line) => `\n${line}`),
        ...preview.warnings.map((text) => `\nMind: ${text}`),
      ].join('\n')
    : 'It can be used.';
}

export function renderTemplatesTaken({ taken }: Output<'template.import'>): string {
  return `${count(taken, 'template')} taken in.`;
}

function sayFault({ field, line, column, what }: Fault): string {
  return `${field === 'body' ? 'text' : 'subject'}:${line}:${column}: ${what}`;
}
