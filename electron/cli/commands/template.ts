import { type Command, command } from '../command';
import { renderDone } from '../render/done';
import { renderChecked, renderTemplate, renderTemplates, renderTemplatesTaken } from '../render/templates';
import { exportTemplates, importTemplates, readTemplateBody } from '../steps-template';

const place = { args: ['situation'], required: ['language'], options: ['form'] } as const;

/** My own words for replies. */
export const templateCommands: readonly Command[] = [
  command('template.list', {
    words: 'template list',
    does: 'Lists your own words for replies, and how often they were used.',
    render: renderTemplates,
  }),
  command('template.show', {
    words: 'template show',
    does: 'Shows your own words for a situation, the original ones, and what they may ask for.',
    ...place,
    render: renderTemplate,
  }),
  command('template.set', {
    words: 'template set',
    does: 'Keeps words of your own for a situation; the text comes on standard input unless it is given.',
    args: ['situation', 'body?'],
    required: ['language', 'subject'],
    options: ['form'],
    example: 'template set decline --language en --subject "About {topic}" "I can\'t take this on: {item}."',
    run: readTemplateBody('template.set'),
    render: renderDone,
  }),
  command('template.check', {
    words: 'template check',
    does: 'Looks at words without keeping them; with --request, as the letter they would make.',
    args: ['situation', 'body?'],
    required: ['language', 'subject'],
    options: ['form', 'request'],
    run: readTemplateBody('template.check'),
    render: renderChecked,
    findRefused: ({ faults }) => ({ lines: [], hasFailed: faults.length > 0 }),
  }),
  command('template.reset', {
    words: 'template reset',
    does: 'Goes back to the original words for a situation.',
    ...place,
    render: renderDone,
  }),
  command('template.export', {
    words: 'template export',
    does: 'Writes your own words as JSON.',
    options: ['out'],
    run: exportTemplates,
    render: ({ text }) => text,
    isExact: true,
    toJson: ({ text }) => text,
  }),
  command('template.import', {
    words: 'template import',
    does: 'Takes in what "template export" wrote; "-" is standard input.',
    args: ['file'],
    run: importTemplates,
    render: renderTemplatesTaken,
    findRefused: ({ taken, refused }) => ({ lines: refused, hasFailed: taken === 0 && refused.length > 0 }),
  }),
];
