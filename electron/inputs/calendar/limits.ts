/** A calendar comes from outside and may be made to hurt: what is read of one file, at most. */
export const MOST_CHARACTERS = 50_000_000;
export const MOST_LINES = 2_000_000;
/** Longest unfolded line that is kept; texts and pictures that nobody reads here may be longer. */
export const LONGEST_LINE = 100_000;
export const MOST_EVENTS = 100_000;
/** Busy times in the window, of all events together and of one. */
export const MOST_BUSY_TIMES = 100_000;
export const MOST_BUSY_TIMES_OF_ONE = 10_000;
/** Invited people of one event; the address book of a whole firm is no meeting. */
export const MOST_ATTENDEES = 500;
export const MOST_ADDRESSES = 200;
/** Dates of EXDATE and RDATE, and changed occurrences, of one event. */
export const MOST_EXCEPTIONS = 5_000;
export const LONGEST_UID = 500;
/** Characters of all kept lines of one event or zone. */
export const LARGEST_COMPONENT = 1_000_000;
/** Components within components; an alarm in an event is one. */
export const DEEPEST = 20;
/** Recurring events that are offered as standing calls. */
export const MOST_OFFERED = 2_000;
/** Descriptions of zones that no known zone is named after. */
export const MOST_CUSTOM_ZONES = 50;
/** Refusals that are told one by one. */
export const MOST_REFUSALS = 500;
/** Milliseconds that the repeating events of one file may take together; an ordinary file takes a few hundred. */
export const LONGEST_EXPANSION = 15_000;
/** Taking places in a day, beyond which a rule is no event of a person's. */
export const MOST_A_DAY = 24;
