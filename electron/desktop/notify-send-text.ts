/** Text as a notification on Linux takes its body: markup, so that what looks like it is written out. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A body for `notify-send`, which reads backslashes as C does. */
export function escapeBody(text: string): string {
  return escapeMarkup(text).replaceAll('\\', '\\\\');
}

/** A text that begins with `-` would be taken for an option; the hyphen that never ends a line looks the same. */
export function guardDash(text: string): string {
  return text.replace(/^-/, '\u2011');
}
