/** Whether a value is an object with properties and no list. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value as validated, with the properties that only a later version of the app knows. A schema never drops
 * a property that it knows nor an element of a list, so what is missing is what was unknown.
 */
export function keepUnknown<T>(raw: unknown, known: T): T {
  if (Array.isArray(raw) && Array.isArray(known)) {
    return Object.assign(
      [...known],
      known.map((element: unknown, index) => keepUnknown(raw[index], element)),
    ) as T;
  }
  if (!isPlain(raw) || !isPlain(known)) return known;
  const kept: Record<string, unknown> = { ...known };
  for (const [key, value] of Object.entries(raw)) kept[key] = key in known ? keepUnknown(value, known[key]) : value;
  return kept as T;
}
