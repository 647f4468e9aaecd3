const MODIFIERS = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Super|Meta)$/;
const FUNCTION_KEY = /^F([1-9]|1\d|2[0-4])$/;
const KEY =
  /^([A-Z0-9]|[)!@#$%^&*(:;<,_>.?/~`{\][|\\}"'=-]|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Escape|Esc|Up|Down|Left|Right|Home|End|PageUp|PageDown|num[0-9])$/i;

/**
 * Whether keys may work everywhere: one key with a modifier other than Shift, or a function key. Anything less would take
 * a letter from every other program; and Electron takes words that are no keys at all.
 */
export function isShortcut(accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  if (!modifiers.every((each) => each === 'Shift' || MODIFIERS.test(each))) return false;
  if (FUNCTION_KEY.test(key)) return true;
  return KEY.test(key) && modifiers.some((each) => each !== 'Shift');
}
