import { nameClash } from './calls/clashes';
import type { ClashAhead } from './calls/clashes-ahead';
import { sayTime } from './days';
import type { LateItem } from './late';
import { sayWays } from './late-words';
import type { Client } from './model/client';
import type { Request } from './model/request';
import type { PreparedCall, PreparedWeek } from './prep';
import { contactsByPerson, groupByPerson, peopleOf } from './prep';
import { countContacts } from './records';

/** The week as Markdown, to paste into notes: a heading a call, a box to tick an item. */
export function weekAsMarkdown(prepared: PreparedWeek, timeZone: string): string {
  const parts = [`# Week of ${prepared.week.toString()}`];
  for (const call of prepared.calls) parts.push(...callLines(call, timeZone));
  if (prepared.calls.length === 0) parts.push('', 'No standing calls this week.');
  for (const { client, requests } of prepared.unplaced)
    parts.push(
      '',
      `## ${escapeMarkdown(client.name)}: without a call`,
      '',
      ...requests.map((item) => itemLine(client, item)),
    );
  for (const { client, items } of prepared.late)
    parts.push(
      '',
      `## ${escapeMarkdown(client.name)}: needed earlier`,
      '',
      ...items.map((item) => lateLine(item, timeZone)),
    );
  const { clashes } = prepared;
  if (clashes.length > 0)
    parts.push('', '## On holidays and days off', '', ...clashes.map((each) => clashLine(each, timeZone)));
  return `${parts.join('\n')}\n`;
}

function lateLine(item: LateItem, timeZone: string): string {
  const { request } = item;
  return `- ${nameItem(request)}, needed by ${request.neededBy}: ${sayWays(item, timeZone)}.`;
}

function clashLine({ client, occurrence, clash, moveTo }: ClashAhead, timeZone: string): string {
  const when = sayTime(occurrence.startsAt, timeZone);
  const moves = moveTo.map((at) => sayTime(at, timeZone)).join('; or ');
  const what = moves === '' ? 'skip it.' : `skip it, or move it to ${moves}.`;
  return `- ${escapeMarkdown(client.name)}, ${when}, ${escapeMarkdown(nameClash(clash))}: ${what}`;
}

function callLines(call: PreparedCall, timeZone: string): string[] {
  const { client, occurrence, items, minutesPlanned, later, closed, clash, late } = call;
  const planned = `${minutesPlanned} of ${occurrence.minutes} minutes planned.`;
  const lines = [
    '',
    `## ${escapeMarkdown(client.name)}: ${sayTime(occurrence.startsAt, timeZone)}`,
    '',
    clash ? `No call: ${escapeMarkdown(nameClash(clash))} – move, skip or hold it.` : planned,
  ];
  for (const group of groupByPerson(client, items))
    lines.push(
      '',
      `**${group.person ? escapeMarkdown(group.person) : 'Nobody in particular'}**`,
      '',
      ...group.items.map((item) => itemLine(client, item)),
    );
  if (closed.length > 0) lines.push('', ...closed.map((item) => `- [x] ${nameItem(item)}`));
  if (later.length > 0)
    lines.push('', `Goes to the next call: ${later.map(({ request }) => nameItem(request)).join(', ')}.`);
  if (late.length > 0) lines.push('', 'Needed earlier:', '', ...late.map((item) => lateLine(item, timeZone)));
  return lines;
}

function itemLine(client: Client, item: Request): string {
  const count = countContacts(item);
  const details = [
    count > 1 && `×${count}`,
    item.neededBy && `needed by ${item.neededBy}`,
    item.emergency && (item.emergency === 'confirmed' ? 'emergency' : 'an emergency?'),
    peopleOf(client, item).length > 1 &&
      contactsByPerson(client, item)
        .filter(({ person }) => person !== '')
        .map(({ person, count: times }) => `${escapeMarkdown(person)}${times > 1 ? ` ×${times}` : ''}`)
        .join(', '),
    `${item.minutes} min`,
  ].filter(Boolean);
  return `- [ ] ${nameItem(item)} (${details.join(', ')})`;
}

function nameItem(item: Request): string {
  return item.subject === '' ? 'No subject given' : escapeMarkdown(item.subject);
}

/** Outside text must stay text: what Markdown would read as a mark is escaped. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|!~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
