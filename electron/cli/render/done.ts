/** What a change says of itself that has nothing else to say. */
export function renderDone(): string {
  return 'Done. To take it back: until-friday undo';
}
