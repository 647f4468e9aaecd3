import type { WeekPicture } from './week-picture';

/** A place the keys can go to: items in the order they stand on the page. */
export interface Stop {
  id: string;
  /** Its call; none for what stands beside the calls. */
  key: string | undefined;
  /** The list it stands in: an item that changes lists has left its place. */
  list: string;
}

/** Every item of the page, in order. */
export function stopsOf(picture: WeekPicture): Stop[] {
  const ofCalls = picture.days
    .flatMap((day) => day.calls)
    .flatMap(({ key, groups, lateItems, waiting, parked, closed }) =>
      Object.entries({
        agenda: groups.flatMap((group) => group.items),
        late: lateItems,
        waiting,
        parked,
        closed,
      }).flatMap(([list, items]) => items.map(({ id }) => ({ id, key, list: `${key} ${list}` }))),
    );
  const ofAsides = [...picture.withoutCall, ...picture.beyond].flatMap(({ key, items, quiet }) =>
    Object.entries({ items, quiet }).flatMap(([list, own]) =>
      own.map(({ id }) => ({ id, key: undefined, list: `${key} ${list}` })),
    ),
  );
  return [...ofCalls, ...ofAsides];
}

/** What has the place of a stop now: itself, or what came after it among what its call holds. */
export function heirOf(stops: readonly Stop[], stop: Stop, index: number): { stop?: Stop; isSame: boolean } {
  const same = stops.find((each) => each.id === stop.id && each.list === stop.list);
  if (same) return { stop: same, isSame: true };
  const others = stops.filter((each) => each.key === stop.key && each.id !== stop.id);
  const next = others.find((each) => stops.indexOf(each) >= index);
  const heir = next ?? others.at(-1);
  return { ...(heir && { stop: heir }), isSame: false };
}
