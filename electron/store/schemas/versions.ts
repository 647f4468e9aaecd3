import type { z } from 'zod';
import { bookSchema, deviceFileSchema, monthSchema, openSchema } from './v1';

/** A newer major is refused; a newer minor only adds properties, which are kept as they are. */
export const CURRENT = { major: 1, minor: 2 } as const;
export const CURRENT_VERSION = `${CURRENT.major}.${CURRENT.minor}`;

/** What each kind of file is read and written with. */
export interface Format<T> {
  kind: 'book' | 'open' | 'month' | 'device';
  schema: z.ZodType<T>;
}
export const bookFormat = { kind: 'book', schema: bookSchema } as const;
export const openFormat = { kind: 'open', schema: openSchema } as const;
export const monthFormat = { kind: 'month', schema: monthSchema } as const;
export const deviceFormat = { kind: 'device', schema: deviceFileSchema } as const;

type Raw = Record<string, unknown>;
/** By major version: how a file of that major becomes one of the next. */
export type Steps = Readonly<Record<number, (kind: Format<unknown>['kind'], file: Raw) => Raw>>;
export const STEPS: Steps = {};

export interface Version {
  major: number;
  minor: number;
}

/** Reads "1.2"; nothing for anything else. */
export function parseVersion(version: unknown): Version | undefined {
  const match = typeof version === 'string' ? /^(\d{1,4})\.(\d{1,4})$/.exec(version) : null;
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

/** Whether a file was last written by a later version of the app that this one still understands. */
export function isNewerMinor(version: string): boolean {
  const found = parseVersion(version);
  return found !== undefined && found.major === CURRENT.major && found.minor > CURRENT.minor;
}

/** Brings a file of an older major up to the current one; nothing when a step is missing. */
export function migrate(kind: Format<unknown>['kind'], file: Raw, from: Version, steps: Steps): Raw | undefined {
  let current = file;
  for (let major = from.major; major < CURRENT.major; major++) {
    const step = steps[major];
    if (!step) return undefined;
    current = step(kind, current);
  }
  return { ...current, version: CURRENT_VERSION };
}
