/** Values of our own plain data; class instances such as Temporal's are compared by identity. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function readId(value: unknown): unknown {
  return isPlain(value) ? value.id : undefined;
}

function shareList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byId = new Map(previous.map((item) => [readId(item), item]));
  const shared = next.map((item, index) => {
    const id = readId(item);
    return share(id === undefined ? previous[index] : byId.get(id), item);
  });
  const isSame = shared.length === previous.length && shared.every((item, index) => item === previous[index]);
  return isSame ? previous : shared;
}

/**
 * Structural sharing: `next` with every part that equals the part it had before replaced by that very part, so that
 * what did not change keeps its identity and nothing that shows it is drawn again. Lists are matched by `id`.
 */
export function share<T>(previous: unknown, next: T): T;
export function share(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) return shareList(previous, next);
  if (!isPlain(previous) || !isPlain(next)) return next;
  const keys = Object.keys(next);
  const shared: Record<string, unknown> = {};
  for (const key of keys) shared[key] = share(previous[key], next[key]);
  const isSame =
    keys.length === Object.keys(previous).length &&
    keys.every((key) => key in previous && shared[key] === previous[key]);
  return isSame ? previous : shared;
}
