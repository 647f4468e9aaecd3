import { v7 } from 'uuid';
import type { IdPrefix } from './core/moment';

/** A new id: the prefix, an underscore and a UUIDv7, so that ids sort by when they were made. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${v7()}`;
}
