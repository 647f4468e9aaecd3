import { type Command, command } from '../command';
import type { OptionName } from '../options';
import { renderCard } from '../render/card';
import * as clients from '../render/clients';
import { renderDone } from '../render/done';
import { setClient } from '../steps';

const aboutClient: OptionName[] = [
  ...(['contact', 'time-zone', 'language', 'form', 'prefers', 'emergency', 'allowance', 'rate', 'currency'] as const),
  ...(['allowance-a-day', 'hours', 'country', 'region'] as const),
  ...(['limit', 'join-within', 'notes'] as const),
];

/** Clients, and what is kept of them. */
export const clientCommands: readonly Command[] = [
  command('client.add', {
    words: 'client add',
    does: 'Adds a client.',
    args: ['name'],
    options: aboutClient,
    example:
      'client add Globex --contact "Dana Ruiz <dana@globex.example> +1 212 555 0142" --time-zone America/New_York',
    render: clients.renderClient,
  }),
  command('client.list', { words: 'client list', does: 'Lists the clients.', render: clients.renderClients }),
  command('client.show', {
    words: 'client show',
    does: 'Shows a client.',
    args: ['client'],
    render: clients.renderClient,
  }),
  command('client.card', {
    words: 'client card',
    does: 'What to read before calling back: the last contact, what is open, what was said, the next call.',
    args: ['client'],
    options: ['person'],
    example: 'client card Globex --person Dana',
    render: renderCard,
  }),
  command('client.set', {
    words: 'client set',
    does: 'Changes what is given; --contact adds a person or completes one.',
    args: ['client'],
    options: ['name', ...aboutClient],
    run: setClient,
    render: clients.renderClient,
  }),
  command('client.remove', {
    words: 'client remove',
    does: 'Removes a client with calls and requests; can be undone.',
    args: ['client'],
    render: renderDone,
  }),
  command('client.forget', {
    words: 'client forget',
    does: "Removes every trace of a client, from history and backups too, but not from your own calendars; can't be undone.",
    args: ['client'],
    render: ({ name, records }) => `${name} is forgotten: ${records} records.`,
  }),
];
