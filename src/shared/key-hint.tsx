import { Fragment } from 'react';
import classes from './key-hint.module.css';
import { isMac } from './platform';

const symbols: Record<string, string> = isMac
  ? { CommandOrControl: '⌘', Command: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', Mod: '⌘' }
  : { CommandOrControl: 'Ctrl', Control: 'Ctrl', Command: 'Win', Super: 'Win', Mod: 'Ctrl' };

/** Keys as they are named on this machine: `Mod+Z` is Ctrl Z or ⌘ Z. Takes Electron's accelerators too. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' '}
          <kbd>{symbols[key] ?? key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
