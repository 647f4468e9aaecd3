/** Mail addresses as they are written into a field: several, parted by commas, each once. */
export function readAddresses(text: string): string[] {
  const addresses = text.split(/[,;\s]+/).filter((address) => address !== '');
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

/** Whether it could be a mail address: something on both sides of one @. */
export function isAddress(text: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(text);
}
