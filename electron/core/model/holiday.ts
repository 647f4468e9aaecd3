/** A public holiday of a country or region. */
export interface Holiday {
  /** A plain date, `YYYY-MM-DD`. */
  date: string;
  /** In English where there is an English name. */
  name: string;
}

/** Public holidays by place (`AT`, `DE-BY`), from last year to the year after next; filled by whoever opened the store. */
export type Holidays = Readonly<Record<string, readonly Holiday[]>>;
