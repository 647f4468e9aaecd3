import type { Request } from '../../../electron/core/model/request';

interface Group {
  items: readonly Pick<Request, 'id'>[];
}

/**
 * The ids of an agenda after one of its items moved a step. Inside its person's group it changes places with its
 * neighbour; at the group's edge the whole group does, as items stand together by person.
 */
export function moveByStep(groups: readonly Group[], id: string, step: 1 | -1): string[] | undefined {
  const index = groups.findIndex((group) => group.items.some((item) => item.id === id));
  const group = groups[index];
  if (!group) return undefined;
  const ids = groups.map((each) => each.items.map((item) => item.id));
  const own = ids[index] ?? [];
  const place = own.indexOf(id);
  if (own[place + step] !== undefined) return ids.with(index, swap(own, place, place + step)).flat();
  if (groups[index + step] === undefined) return undefined;
  return swap(ids, index, index + step).flat();
}

function swap<T>(list: readonly T[], one: number, other: number): T[] {
  const first = list[one];
  const second = list[other];
  if (first === undefined || second === undefined) return [...list];
  return list.with(one, second).with(other, first);
}

/** The ids of an agenda after an item was dropped before another, or at the end. It may come from elsewhere. */
export function moveBefore(ids: readonly string[], id: string, before: string | undefined): string[] {
  const rest = ids.filter((each) => each !== id);
  const place = before === undefined || before === id ? -1 : rest.indexOf(before);
  return place < 0 ? [...rest, id] : rest.toSpliced(place, 0, id);
}
