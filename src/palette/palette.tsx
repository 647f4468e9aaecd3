import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac } from '../shared/platform';
import { useDropped } from '../shared/use-dropped';
import { book } from '../state/book';
import { CallerCard } from './caller-card';
import { Candidates } from './candidates';
import { ChipsRow } from './chips-row';
import classes from './palette.module.css';
import { ProblemText } from './problem-text';
import { chipsOf } from './understood';
import { Unknown, WaysOut } from './unknown';
import { useFittedWindow } from './use-fitted-window';
import { usePalette } from './use-palette';

/** One line, and what it was understood as; nothing else. `typed` is what stood there before the script ran. */
export function Palette({ typed }: { typed: string }) {
  const { t } = useTranslation();
  const id = useId();
  const timeZone = book.peek()?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const palette = usePalette(typed, timeZone);
  const content = useFittedWindow();
  const isOver = useDropped(palette.takeDropped);
  const { text, understood, candidates, chosen, problem, done, corrections } = palette;
  const { reading } = corrections;
  const best = chosen ?? candidates[0];
  const hasChoice = candidates.length > 1;

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') palette.leave();
    else if (event.key === 'Enter' && done?.isLeaving) palette.leave();
    else if (event.key === 'Enter') void palette.log(event.shiftKey);
    else if (isUndoKey(event) && palette.canTakeBack) void palette.takeBack();
    else if (isCopiedKey(event)) void palette.takeCopied();
    else if (event.key === 'ArrowDown') palette.choose(1);
    else if (event.key === 'ArrowUp') palette.choose(-1);
    else return;
    event.preventDefault();
  }

  return (
    <main id="palette" data-over={isOver || undefined}>
      <div ref={content}>
        <h1 className={classes.title}>{t('palette.label')}</h1>
        <input
          ref={palette.input}
          id="line"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('palette.label')}
          aria-describedby={`${id}-understood`}
          aria-invalid={problem !== undefined}
          placeholder={done ? '' : t('palette.placeholder')}
          value={text}
          maxLength={10_000}
          onChange={(event) => palette.type(event.currentTarget.value)}
          onKeyDown={handleKey}
        />
        <div id={`${id}-understood`} className={classes.understood} role="status" aria-atomic="false">
          {done && <p className={classes.done}>{done.text}</p>}
          {palette.isProposed && !problem && <p className={classes.hint}>{t('palette.fromLink')}</p>}
          {problem && <ProblemText problem={problem} />}
          {understood && reading && !done && (
            <div className={classes.reading}>
              {!best && !problem && <Unknown />}
              <ChipsRow
                chips={chipsOf(reading, corrections.corrections, { best: candidates[0], chosen }, new Date(), timeZone)}
                readWords={corrections.readWords}
                step={(part, by, isBig) =>
                  part === 'who' ? palette.stepWho(by === 1 ? -1 : 1) : corrections.step(part, by, isBig)
                }
                count={corrections.count}
                giveBack={(part) => (part === 'who' ? palette.unchoose() : corrections.giveBack(part))}
                write={corrections.write}
                log={(isStaying) => void palette.log(isStaying)}
                leave={() => palette.input.current?.focus()}
              />
            </div>
          )}
          {!understood && !done && !problem && !palette.isProposed && (
            <p className={classes.hint}>{t(isMac ? 'palette.hintMac' : 'palette.hint')}</p>
          )}
        </div>
        {understood && !done && hasChoice && <Candidates candidates={candidates} best={best} onPick={palette.pick} />}
        {understood && !done && !best && (
          <WaysOut
            ways={palette.unknown}
            log={(isStaying) => void palette.log(isStaying)}
            leave={() => palette.input.current?.focus()}
          />
        )}
        {understood && !done && best && <CallerCard who={best} timeZone={timeZone} />}
      </div>
    </main>
  );
}

function isUndoKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Ctrl Shift V, or on a Mac Command Shift V: what was copied is read only now. */
function isCopiedKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'v' && shiftKey && (ctrlKey || metaKey) && !altKey;
}
