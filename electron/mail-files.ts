/** Whether a file is mail by its name. */
export function isMailName(name: string): boolean {
  return /\.(eml|mbox|mbx|msg)$/i.test(name);
}

/** Whether the beginning of a file is that of a mailbox or a mail. */
export function beginsAsMail(beginning: string): boolean {
  const text = beginning.replace(/^\uFEFF/, '');
  return (
    /^From \S.*\d{1,2}:\d{2}.*\r?\n[!-9;-~]+:/.test(text) ||
    /^(?:[A-Za-z][A-Za-z0-9-]*:.*\r?\n(?:[ \t].*\r?\n)*){0,40}?(?:from|received|return-path|delivered-to|message-id):.*\r?\n/i.test(
      text,
    )
  );
}
