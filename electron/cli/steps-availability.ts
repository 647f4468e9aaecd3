import { Refusal } from '../core/model/problem';
import type { DayOff } from '../core/model/settings';
import { dayOffSchema } from '../core/model/settings';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';
import { writeOutput } from './files';
import { Usage } from './usage';

/** Commands about availability and my days that do more than to ask one question. */

export type Shared = Output<'availability.share'> & { file?: string; changeId?: string };

/** When I can be reached; with `--share` or `--ics` as words or a file for the client, kept as offered with `--offer`. */
export async function lookUpAvailability(
  { share, ics, offer, language, count, ...input }: Input,
  { ask, isDryRun }: Tools,
): Promise<Reply<Output<'available'> | Shared>> {
  if (!share && ics === undefined) {
    const stray = Object.entries({ offer, language, slots: count }).find(([, value]) => value !== undefined);
    if (stray) throw new Usage(`--${stray[0]} needs --share or --ics.`, 'available');
    return ask('available', input);
  }
  if (input.client === undefined) throw new Usage('--client is missing: whom is it for?', 'available');
  const format = typeof ics === 'string' ? { format: 'ics' } : {};
  const reply = await ask('availability.share', { ...input, language, count, ...format });
  if (!reply.ok) return reply;
  const shared: Shared = { ...reply.value };
  try {
    if (typeof ics === 'string' && shared.ics !== undefined) {
      if (!isDryRun) await writeOutput(ics, shared.ics);
      shared.file = ics;
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
  if (!offer) return { ok: true, value: shared };
  const slots = shared.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const offered = await ask('availability.offer', { client: input.client, slots });
  return offered.ok ? { ok: true, value: { ...shared, changeId: offered.value.changeId } } : offered;
}

/** Changes settings; days off that are given are added to those there, `none` takes them all away. */
export async function setSettings(
  { daysOff, myEmails, ...given }: Input,
  { ask }: Tools,
): Promise<Reply<Output<'settings.set'>>> {
  const input = { ...given, ...(Array.isArray(myEmails) && { myEmails: readMyEmails(myEmails) }) };
  if (!Array.isArray(daysOff)) return ask('settings.set', input);
  if (daysOff.includes(null) && daysOff.length > 1) throw new Usage('--days-off none goes alone.', 'settings set');
  if (daysOff.includes(null)) return ask('settings.set', { ...input, daysOff: [] });
  const shown = await ask('settings.show', {});
  if (!shown.ok) return shown;
  const known: readonly DayOff[] = shown.value.daysOff ?? [];
  // What is wrong with one is told by the contract, which names it.
  const isNew = (day: unknown) => {
    const read = dayOffSchema.safeParse(day).data;
    return !known.some((each) => each.from === read?.from && each.to === read?.to && each.name === read?.name);
  };
  return ask('settings.set', { ...input, daysOff: [...known, ...daysOff.filter(isNew)] });
}

/** The addresses given are all there are; `none` stands for none. */
function readMyEmails(given: readonly unknown[]): unknown[] {
  if (given.includes(null) && given.length > 1) throw new Usage('--my-mail none goes alone.', 'settings set');
  return given.filter((mail) => mail !== null);
}
