/** Where a redirection leads, or why it is not followed. */
export function findNext(location: string, from: URL): URL | string {
  if (!URL.canParse(location, from.href)) return 'sends on to something that is no address';
  const next = new URL(location, from.href);
  if (next.protocol !== 'https:' && next.protocol !== 'http:')
    return `sends on to something that is no web address (${next.protocol})`;
  if (from.protocol === 'https:' && next.protocol === 'http:') return 'sends on to an address without encryption';
  return next;
}
