/** Who wrote it, as PRODID has it. */
export const PRODUCT = '-//Until Friday//Until Friday//EN';

/** Whether a calendar's text was written by this app. */
export function isOwnDocument(text: string): boolean {
  return text.startsWith('BEGIN:VCALENDAR') && text.includes(`\nPRODID:${PRODUCT}`);
}
