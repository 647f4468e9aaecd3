/** Cards come from outside and may be made to hurt: what is read of one file, at most. */
export const MOST_CARDS = 20_000;
/** Longest property that is kept, in characters; a name or a number never comes near it. */
export const LONGEST_LINE = 20_000;
/** Of one card; the rest of them is left out. */
export const MOST_ADDRESSES = 20;
/** Refusals that are told one by one. */
export const MOST_REFUSALS = 500;
