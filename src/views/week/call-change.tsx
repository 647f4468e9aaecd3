import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { isWriting } from '../../shared/is-writing';
import { ClashWays } from '../../shared/occurrence/clash-ways';
import { MoveForm } from '../../shared/occurrence/move-form';
import { keep, lengthen, skip } from '../../shared/occurrence/occurrence-acts';
import { useClash } from '../../shared/occurrence/use-clash';
import classes from './call-change.module.css';
import type { WeekCall } from './week-picture';

const LONGER_BY = 15;
const LONGEST = 480;

/** What can be done with the call that lies open: why it had better not take place and the ways out, or a small menu. */
export function CallChange({ call }: { call: WeekCall }) {
  const { occurrence, client } = call;
  const clashing = useClash(occurrence);
  const [isMoving, setMoving] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const hasWays = clashing !== undefined && !isMoving;
  useKeysOf(root, hasWays);

  if (call.isOver) return null;
  return (
    <div ref={root} className={classes.change}>
      {isMoving && <MoveForm occurrence={occurrence} onClose={() => setMoving(false)} />}
      {hasWays && (
        <ClashWays {...clashing} occurrence={occurrence} client={client} hasKeys onOther={() => setMoving(true)} />
      )}
      {!clashing && !isMoving && <CallMenu call={call} onMove={() => setMoving(true)} />}
    </div>
  );
}

/** Skip, move, make longer, put back: behind one button, as they are seldom wanted. */
function CallMenu({ call, onMove }: { call: WeekCall; onMove: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { occurrence, isMoved, ownMinutes } = call;
  const isChanged = isMoved || occurrence.isHeld || ownMinutes !== undefined;
  const { minutes } = occurrence;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its buttons opened
    <div
      className={classes.menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        kind="plain"
        className={classes.opener}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('week.change')}
      </Button>
      {isOpen && (
        <>
          {isChanged && (
            <Button kind="plain" onClick={() => keep(occurrence)}>
              {t('clients.keepIt')}
            </Button>
          )}
          <Button kind="plain" onClick={onMove}>
            {t('clients.move')}
          </Button>
          <Button kind="plain" onClick={() => skip(occurrence)}>
            {t('clients.skip')}
          </Button>
          {minutes + LONGER_BY <= LONGEST && (
            <Button kind="plain" onClick={() => lengthen(occurrence, minutes + LONGER_BY)}>
              {t('occurrence.longer')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** One key presses the button that says it has it, wherever the focus is on the page. */
function useKeysOf(root: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : '';
      const button = key && root.current?.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [root, isOn]);
}
