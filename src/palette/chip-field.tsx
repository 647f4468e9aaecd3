import { type KeyboardEvent, useEffect, useRef } from 'react';
import classes from './palette.module.css';

interface ChipFieldProps {
  label: string;
  words: string;
  /** With the words, or without any when it was thought better of. */
  onDone(words?: string): void;
  /** Another place was gone to, by the mouse or by Tab. */
  onLeave(words: string): void;
  onLog(words: string, isStaying: boolean): void;
}

/** A part of what was understood, written anew in its place: Enter keeps it, Esc leaves it as it was. */
export function ChipField({ label, words, onDone, onLeave, onLog }: ChipFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(words.length, words.length);
  }, [words]);

  function finish(end: () => void): void {
    if (isOver.current) return;
    isOver.current = true;
    end();
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { value } = event.currentTarget;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(() => onLog(value, event.shiftKey));
    else if (event.key === 'Enter') finish(() => onDone(value));
    else if (event.key === 'Escape') finish(() => onDone());
    else return;
    event.preventDefault();
  }

  return (
    <input
      ref={input}
      type="text"
      className={classes.field}
      aria-label={label}
      defaultValue={words}
      maxLength={300}
      spellCheck={false}
      autoComplete="off"
      size={Math.max(12, words.length + 4)}
      onKeyDown={handleKey}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        finish(() => onLeave(value));
      }}
    />
  );
}
