/** Mail comes from outside and may be made to hurt: what is kept of one while it is read, in bytes. */
export const LONGEST_LINE = 64 * 1024;
/** Of one header, such as the names of a hundred thousand recipients, and of all that are read. */
export const LONGEST_HEADER = 64 * 1024;
export const LONGEST_HEAD = 512 * 1024;
/** Of all its words; attachments are passed over. */
export const LONGEST_BODY = 1024 * 1024;
export const MOST_PARTS = 500;
export const DEEPEST = 50;
/** Addresses and earlier mails that are looked at. */
export const MOST_RECIPIENTS = 100;
export const MOST_REFERENCES = 50;
export const LONGEST_ID = 500;
/** Characters of HTML that are turned into text. */
export const LONGEST_HTML = 300_000;
/** What is kept with the entry: the first lines. */
export const MOST_LINES = 25;
export const LONGEST_TEXT = 2_000;
export const MOST_ATTACHMENTS_NAMED = 20;
