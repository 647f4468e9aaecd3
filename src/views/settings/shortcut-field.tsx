import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { KeyHint } from '../../shared/key-hint';
import { isLinux, isMac } from '../../shared/platform';
import { ProblemLine } from '../../shared/problem-line';
import { attempt } from '../../state/act';
import { readAccelerator } from './accelerator';
import classes from './shortcut-field.module.css';

/** The keys that log from anywhere: pressed, not typed. */
export function ShortcutField({ shortcut }: { shortcut: string }) {
  const { t } = useTranslation();
  const [isRecording, setRecording] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const recordButton = useRef<HTMLButtonElement>(null);

  async function record(event: KeyboardEvent): Promise<void> {
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setRecording(false);
    const keys = readAccelerator(event.nativeEvent, isMac);
    if (keys === undefined) return;
    if (keys === 'bare') return setProblem({ code: 'invalid', message: t('settings.needsModifier') });
    setRecording(false);
    await save(keys);
  }

  async function save(keys: string): Promise<void> {
    const reply = await attempt('device.set', { shortcut: keys });
    setProblem(reply.ok ? undefined : reply.problem);
  }

  function drop(): void {
    // Its own button goes with the keys.
    recordButton.current?.focus();
    void save('');
  }

  return (
    <div className={classes.field}>
      <span className={classes.label}>{t('settings.shortcut')}</span>
      <div className={classes.body}>
        <div className={classes.row}>
          {isRecording ? (
            <span className={classes.prompt}>{t('settings.recording')}</span>
          ) : (
            <span className={classes.keys}>{shortcut ? <KeyHint keys={shortcut} /> : t('settings.noShortcut')}</span>
          )}
          <Button
            ref={recordButton}
            aria-pressed={isRecording}
            onClick={() => setRecording(!isRecording)}
            onKeyDown={record}
            onBlur={() => setRecording(false)}
          >
            {t(shortcut ? 'settings.record' : 'settings.recordFirst')}
          </Button>
          {shortcut && (
            <Button kind="plain" onClick={drop}>
              {t('settings.dropShortcut')}
            </Button>
          )}
        </div>
        <p className={classes.hint}>{t('settings.shortcutHint')}</p>
        {isLinux && (
          <p className={classes.hint}>
            {t('settings.shortcutElsewhere')} <code>until-friday --toggle</code>
          </p>
        )}
        {problem && <ProblemLine problem={problem} />}
      </div>
    </div>
  );
}
