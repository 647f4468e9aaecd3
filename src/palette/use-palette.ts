import i18next from 'i18next';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../electron/core/model/problem';
import type { Proposed } from '../../electron/ipc/contract/bridge';
import { act, attempt } from '../state/act';
import { book } from '../state/book';
import { confirm } from './confirmation';
import { type Candidate, isSame } from './understood';
import { useCorrections } from './use-corrections';
import { useUnderstanding } from './use-understanding';

/** How long the confirmation is shown before the palette leaves. */
const SHOWN_MILLISECONDS = 900;
/** A line that came unasked is not logged by a key that was meant for what stood there before. */
const SURPRISE_MILLISECONDS = 700;

/** The palette's line: what is typed, what it means, and what became of it. */
export function usePalette(typed: string, timeZone: string) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const [choice, setChoice] = useState<Candidate>();
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<{ text: string; isLeaving: boolean }>();
  const isBusy = useRef(false);
  const [proposedAt, setProposedAt] = useState<number>();
  /** What was logged since it was shown, the newest last; the lines can be had back. */
  const [logged, setLogged] = useState<readonly { changeId: string; line: string }[]>([]);
  const answered = useUnderstanding(text);
  const understood = answered?.understood;
  const corrections = useCorrections(answered, timeZone);
  const { clear: clearCorrections } = corrections;
  const candidates = understood?.candidates ?? [];
  // A choice holds as long as the line still names whom it chose.
  const chosen = candidates.find((each) => isSame(each, choice));

  const clearLine = useCallback(() => {
    setText('');
    setChoice(undefined);
    setProblem(undefined);
    setProposedAt(undefined);
    clearCorrections();
  }, [clearCorrections]);
  const clear = useCallback(() => {
    clearLine();
    setDone(undefined);
    setLogged([]);
    input.current?.focus();
  }, [clearLine]);
  const propose = useCallback(
    ({ line, keepsTyped }: Proposed) => {
      if (keepsTyped && input.current?.value.trim()) return;
      clear();
      setText(line);
      setProposedAt(performance.now());
    },
    [clear],
  );
  useEffect(() => {
    const line = input.current;
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
    return window.untilFriday.onPalette((proposed) => (proposed ? propose(proposed) : clear()));
  }, [clear, propose]);
  const leave = useCallback(() => {
    clear();
    void act('palette.close', {});
  }, [clear]);
  useEffect(() => {
    if (!done?.isLeaving) return;
    const timer = setTimeout(leave, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [done, leave]);

  async function log(isStaying: boolean): Promise<void> {
    if (isBusy.current || text.trim() === '') return;
    if (proposedAt !== undefined && performance.now() - proposedAt < SURPRISE_MILLISECONDS) return;
    isBusy.current = true;
    const reply = await attempt('log', {
      text,
      ...corrections.readFields(),
      ...(chosen && { client: chosen.clientId, ...(chosen.personId && { person: chosen.personId }) }),
    });
    isBusy.current = false;
    // Nothing typed is lost: what was refused stays where it is, with the reason beneath.
    if (!reply.ok) return setProblem(reply.problem);
    const all = [...logged, { changeId: reply.value.changeId, line: text }];
    const where = confirm(reply.value, book.peek()?.device.isCopyAutomatic ?? false, new Date(), timeZone);
    clearLine();
    setLogged(all);
    setDone({
      text: all.length > 1 ? `${where} ${i18next.t('palette.logged', { count: all.length })}` : where,
      isLeaving: !isStaying,
    });
    input.current?.focus();
  }

  /** Takes back what was logged last while it was shown; the line stands there again. */
  async function takeBack(): Promise<void> {
    const last = logged.at(-1);
    if (!last || isBusy.current) return;
    isBusy.current = true;
    const reply = await attempt('undo', { change: last.changeId });
    isBusy.current = false;
    if (!reply.ok) return setProblem(reply.problem);
    setLogged(logged.slice(0, -1));
    setText(last.line);
    setDone(undefined);
  }

  /** Takes in files that were dropped; what there is to decide about them is asked in the main window. */
  const takeDropped = useCallback(
    async (paths: string[]) => {
      if (paths.length === 0) return;
      const reply = await attempt('import.paths', { paths });
      if (!reply.ok) return setProblem(reply.problem);
      const { created, requests = [], isAsked } = reply.value;
      if (isAsked || created === 0) {
        leave();
        return void attempt('window.files', { paths });
      }
      const [only] = requests;
      const named = only && requests.length === 1 ? only : undefined;
      setProblem(undefined);
      setDone({
        text: named ? i18next.t('palette.takenMail', { ...named }) : i18next.t('palette.takenIn', { count: created }),
        isLeaving: false,
      });
    },
    [leave],
  );

  /** Puts what was copied into the line, after what stands there. */
  async function takeCopied(): Promise<void> {
    const reply = await attempt('clipboard.read', {});
    if (!reply.ok) return setProblem(reply.problem);
    const { line } = reply.value;
    const before = input.current?.value.trimEnd() ?? '';
    setText(before === '' ? line : `${before} ${line}`);
    setProblem(undefined);
    setDone(undefined);
    input.current?.focus();
  }

  function choose(step: 1 | -1): void {
    if (candidates.length < 2) return;
    const from = candidates.findIndex((each) => isSame(each, choice));
    setChoice(
      candidates[
        from < 0 ? (step > 0 ? 1 : candidates.length - 1) : (from + step + candidates.length) % candidates.length
      ],
    );
    setProblem(undefined);
  }

  return {
    input,
    text,
    understood,
    candidates,
    chosen,
    problem,
    done,
    isProposed: proposedAt !== undefined,
    leave,
    log,
    corrections,
    canTakeBack: logged.length > 0 && text === '',
    takeBack,
    takeCopied,
    takeDropped,
    choose,
    pick(candidate: Candidate) {
      setChoice(candidate);
      setProblem(undefined);
      input.current?.focus();
    },
    type(next: string) {
      setText(next);
      if (next.trim() === '') clearCorrections();
      setProblem(undefined);
      setDone(undefined);
    },
  };
}
