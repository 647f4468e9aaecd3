import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/core/model/problem';
import { book } from '../state/book';
import classes from './palette.module.css';
import { chipsOf, nameCandidate } from './understood';
import { isSame, usePalette } from './use-palette';

/** One line, and what it was understood as; nothing else. `typed` is what stood there before the script ran. */
export function Palette({ typed }: { typed: string }) {
  const { t } = useTranslation();
  const id = useId();
  const palette = usePalette(typed);
  const { text, understood, candidates, chosen, problem, done } = palette;
  const timeZone = book.peek()?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const best = chosen ?? candidates[0];
  const hasChoice = candidates.length > 1;

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') palette.leave();
    else if (event.key === 'Enter' && done?.isLeaving) palette.leave();
    else if (event.key === 'Enter') void palette.log(event.shiftKey);
    else if (event.key === 'ArrowDown') palette.choose(1);
    else if (event.key === 'ArrowUp') palette.choose(-1);
    else return;
    event.preventDefault();
  }

  return (
    <main id="palette">
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
      <div id={`${id}-understood`} className={classes.understood} role="status">
        {done && <p className={classes.done}>{done.text}</p>}
        {palette.isProposed && !problem && <p className={classes.hint}>{t('palette.fromLink')}</p>}
        {problem && <ProblemText problem={problem} />}
        {understood && !done && (
          <p className={classes.chips}>
            {!best && !problem && <span className={classes.unknown}>{t('palette.unknown')}</span>}
            {chipsOf(understood, best, new Date(), timeZone).map(({ name, text: chip }) => (
              <span key={name} className={classes.chip} data-chip={name}>
                {chip}
              </span>
            ))}
          </p>
        )}
        {!understood && !done && !problem && !palette.isProposed && <p className={classes.hint}>{t('palette.hint')}</p>}
      </div>
      {understood && !done && hasChoice && (
        <ul className={classes.candidates} aria-label={t('palette.who')}>
          {candidates.map((candidate) => (
            <li key={`${candidate.clientId} ${candidate.personId}`}>
              <button
                type="button"
                tabIndex={-1}
                aria-pressed={best !== undefined && isSame(candidate, best)}
                onClick={() => palette.pick(candidate)}
              >
                {nameCandidate(candidate)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

/** The reason, in the refusal's own words; notice-words would bring the schemas along, which the palette is too small for. */
function ProblemText({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <p className={classes.problem}>
      <strong>{t(`problems.${problem.code}.title`)}</strong> {problem.message}{' '}
      {problem.action ?? t(`problems.${problem.code}.next`)}
    </p>
  );
}
