import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './choice-list.module.css';

interface ChoiceListProps {
  /** What is asked. */
  label: string;
  choices: readonly { id: string; text: ReactNode }[];
  onChoose: (id: string) => void;
  /** Nothing was chosen. */
  onLeave: () => void;
}

/** One of a few, asked for in place: arrows or j and k, Enter; Esc leaves everything as it was. */
export function ChoiceList({ label, choices, onChoose, onLeave }: ChoiceListProps) {
  const labelId = useId();
  const list = useRef<HTMLUListElement>(null);
  // Asked anew, as for where to after what, it begins at the top again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for its choices
  useEffect(() => list.current?.querySelector('button')?.focus(), [label]);

  function move(step: 1 | -1): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const from = buttons.findIndex((button) => button.matches(':focus'));
    buttons[Math.min(Math.max(from + step, 0), buttons.length - 1)]?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || key === 'Tab') return;
    // The letters that act on the item rest meanwhile.
    event.stopPropagation();
    if (key === 'ArrowDown' || key === 'j') move(1);
    else if (key === 'ArrowUp' || key === 'k') move(-1);
    else if (key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look, and is for fields
    <div role="group" aria-labelledby={labelId} className={classes.choice} onKeyDown={handleKey}>
      <p id={labelId} className={classes.label}>
        {label}
      </p>
      <ul ref={list}>
        {choices.map(({ id, text }) => (
          <li key={id}>
            <button type="button" className={classes.option} onClick={() => onChoose(id)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
