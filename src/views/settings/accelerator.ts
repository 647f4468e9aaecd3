/** Keys that Electron names differently from the browser. */
const NAMES: Record<string, string> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};
const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'OS'];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/**
 * What was pressed as Electron writes it (`Control+Shift+U`). `undefined` while only modifiers are down; `bare` when
 * the key stands alone, which would take it away from every other program.
 */
export function readAccelerator(event: Pressed, isMac: boolean): string | 'bare' | undefined {
  if (MODIFIERS.includes(event.key)) return undefined;
  // By its place on the keyboard, since Shift and Alt change what letters and digits give.
  const placed = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const key = placed ?? NAMES[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const parts = [
    event.ctrlKey && 'Control',
    event.metaKey && (isMac ? 'Command' : 'Super'),
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((part) => part !== false);
  const isFunctionKey = /^F\d+$/.test(key);
  if (!isFunctionKey && !parts.some((part) => part !== 'Shift')) return 'bare';
  return [...parts, key].join('+');
}
