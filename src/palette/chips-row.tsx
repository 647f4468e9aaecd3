import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChipField } from './chip-field';
import { WRITTEN, type Written } from './corrections';
import classes from './palette.module.css';
import type { Chip } from './understood';

/** Up is later, more, or the one before in a list. */
const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowUp', 1],
  ['ArrowDown', -1],
  ['PageUp', 1],
  ['PageDown', -1],
]);

interface ChipsRowProps {
  chips: readonly Chip[];
  /** What stands in a part that is written. */
  readWords(part: Written): string;
  step(part: Exclude<Chip['name'], Written>, by: 1 | -1, big: boolean): void;
  count(digit: string): void;
  giveBack(part: Chip['name']): void;
  write(part: Written, words: string): void;
  log(isStaying: boolean): void;
  /** Back to the line. */
  leave(): void;
}

/** What the line was understood as; each piece can be set right with the keys. */
export function ChipsRow(row: ChipsRowProps) {
  const { chips } = row;
  const { t } = useTranslation();
  const toolbar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<Chip['name']>('who');
  /** Those that said something as one came to set things right: they keep their places, so that a click ends where it began. */
  const [entered, setEntered] = useState<readonly Chip['name'][]>();
  const [written, setWritten] = useState<{ part: Written; words: string }>();
  // What nothing is said of is shown only to somebody who came to set things right.
  const shown = entered
    ? [true, false].flatMap((isFirst) => chips.filter(({ name }) => entered.includes(name) === isFirst))
    : chips.filter(({ text }) => text !== '');
  const reached = shown.some((chip) => chip.name === current) ? current : shown[0]?.name;

  function focus(name: Chip['name'] | undefined): void {
    if (!name) return;
    setCurrent(name);
    toolbar.current?.querySelector<HTMLElement>(`[data-chip="${name}"]`)?.focus();
  }

  function handleKey(event: KeyboardEvent, { name }: Chip): void {
    const { key } = event;
    const index = shown.findIndex((chip) => chip.name === name);
    const written = isWritten(name) ? name : undefined;
    const stepped = isWritten(name) ? undefined : name;
    if (key === 'Escape') row.leave();
    else if (key === 'ArrowRight') focus(shown[(index + 1) % shown.length]?.name);
    else if (key === 'ArrowLeft') focus(shown[(index - 1 + shown.length) % shown.length]?.name);
    else if (key === 'Home') focus(shown[0]?.name);
    else if (key === 'End') focus(shown.at(-1)?.name);
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey || !written)) row.log(event.shiftKey);
    else if (written && (key === 'Enter' || key === 'F2')) setWritten({ part: written, words: row.readWords(written) });
    else if (written && isLetter(event)) setWritten({ part: written, words: key });
    else if (stepped && STEPS.has(key)) row.step(stepped, STEPS.get(key) ?? 1, key.startsWith('Page'));
    else if (name === 'channel' && /^[1-9]$/.test(key)) row.count(key);
    else if (key === 'Backspace' || key === 'Delete') row.giveBack(name);
    else return;
    event.preventDefault();
  }

  function finish(words?: string): void {
    if (written && words !== undefined) row.write(written.part, words);
    setWritten(undefined);
    if (written) requestAnimationFrame(() => focus(written.part));
  }

  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={t('palette.chips')}
      className={classes.chips}
      onFocus={() => setEntered((former) => former ?? shown.map(({ name }) => name))}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setEntered(undefined);
      }}
    >
      {entered && <p className={classes.keys}>{t(`palette.keys.${keysOf(reached)}`)}</p>}
      {shown.map((chip) => {
        const { name, text } = chip;
        if (written?.part === name)
          return (
            <ChipField
              key={name}
              label={t(`palette.parts.${name}`)}
              words={written.words}
              onDone={finish}
              onLeave={(words) => {
                row.write(written.part, words);
                setWritten(undefined);
              }}
              onLog={(words, isStaying) => {
                row.write(written.part, words);
                setWritten(undefined);
                row.log(isStaying);
              }}
            />
          );
        return (
          <button
            key={name}
            type="button"
            className={classes.chip}
            data-chip={name}
            data-corrected={chip.isCorrected || undefined}
            data-empty={text === '' || undefined}
            aria-label={`${t(`palette.parts.${name}`)}: ${text || t('palette.none')}`}
            aria-description={chip.isCorrected ? t('palette.corrected') : undefined}
            tabIndex={name === reached ? 0 : -1}
            onFocus={() => setCurrent(name)}
            onKeyDown={(event) => handleKey(event, chip)}
            onClick={() => {
              if (isWritten(name)) setWritten({ part: name, words: row.readWords(name) });
              else row.step(name, name === 'channel' || name === 'who' || name === 'at' ? -1 : 1, false);
            }}
          >
            {text || `+ ${t(`palette.parts.${name}`)}`}
          </button>
        );
      })}
    </div>
  );
}

function isWritten(name: Chip['name']): name is Written {
  return (WRITTEN as readonly string[]).includes(name);
}

/** Which keys a piece takes. */
function keysOf(name: Chip['name'] | undefined) {
  if (name === 'who' || name === 'channel' || name === 'at') return name;
  return name && isWritten(name) ? 'written' : 'stepped';
}

/** One sign, typed without a command. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
