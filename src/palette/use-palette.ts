import i18next from 'i18next';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../electron/core/model/problem';
import type { Proposed } from '../../electron/ipc/contract/bridge';
import { act, attempt } from '../state/act';
import { book } from '../state/book';
import { confirm } from './confirmation';
import type { Corrections } from './corrections';
import { alternativesOf, type Candidate, isSame } from './understood';
import { useCorrections } from './use-corrections';
import { useUnderstanding } from './use-understanding';
import { useUnknown } from './use-unknown';

/** How long the confirmation is shown before the palette leaves. */
const SHOWN_MILLISECONDS = 900;
/** A line that came unasked is not logged by a key that was meant for what stood there before. */
const SURPRISE_MILLISECONDS = 700;

/** What was logged, and all that is needed to have it stand there again. */
interface Logged {
  changeId: string;
  line: string;
  corrections: Corrections;
  choice: Candidate | undefined;
}

/** The palette's line: what is typed, what it means, and what became of it. */
export function usePalette(typed: string, timeZone: string) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const [choice, setChoice] = useState<Candidate>();
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<{ text: string; isLeaving: boolean }>();
  const isBusy = useRef(false);
  const [proposedAt, setProposedAt] = useState<number>();
  /** What was logged since it was shown, the newest last. */
  const [logged, setLogged] = useState<readonly Logged[]>([]);
  const answered = useUnderstanding(text);
  const understood = answered?.understood;
  const corrections = useCorrections(answered, timeZone);
  const { clear: clearCorrections } = corrections;
  const unknown = useUnknown(understood);
  const { clear: clearUnknown } = unknown;
  const candidates = understood?.candidates ?? [];
  const alternatives = alternativesOf(candidates, book.peek()?.clients ?? []);
  // A choice holds as long as the line still names whom it chose, or their client.
  const chosen = alternatives.find((each) => isSame(each, choice));

  const clearLine = useCallback(() => {
    setText('');
    setChoice(undefined);
    setProblem(undefined);
    setProposedAt(undefined);
    clearCorrections();
    clearUnknown();
  }, [clearCorrections, clearUnknown]);
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
    const said = { text, ...(await corrections.readFields(text)) };
    // Of a line that is not understood yet nobody can know whose it is.
    const way = unknown.isUnknown && answered?.line === text ? unknown.way : undefined;
    const reply = await (way === 'later'
      ? attempt('stranger.add', said)
      : attempt('log', {
          ...said,
          ...(way === 'new' && { newClient: unknown.name }),
          ...(chosen && { client: chosen.clientId, person: chosen.personId ?? null }),
        }));
    isBusy.current = false;
    // Nothing typed is lost: what was refused stays where it is, with the reason beneath.
    if (!reply.ok) return setProblem(reply.problem);
    const { changeId } = reply.value;
    const all = [...logged, { changeId, line: text, corrections: corrections.readAll(), choice: chosen }];
    const where =
      'strangerId' in reply.value
        ? i18next.t('palette.waits')
        : confirm(reply.value, book.peek()?.device.isCopyAutomatic ?? false, new Date(), timeZone);
    // Nor what was typed while it was being logged.
    const line = input.current?.value ?? '';
    const typedSince = line.startsWith(text) ? line.slice(text.length).trimStart() : '';
    clearLine();
    setText(typedSince);
    setLogged(all);
    setDone({
      text: all.length > 1 ? `${where} ${i18next.t('palette.logged', { count: all.length })}` : where,
      isLeaving: !isStaying && typedSince === '',
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
    setChoice(last.choice);
    corrections.set(last.corrections);
    setDone(undefined);
  }

  /** Takes in files that were dropped; what there is to decide about them is asked in the main window. */
  const takeDropped = useCallback(
    async (paths: string[]) => {
      if (paths.length === 0) return;
      const reply = await attempt('import.paths', { paths });
      if (!reply.ok) return setProblem(reply.problem);
      const { created, requests = [], isAsked, offered, refused } = reply.value;
      // What is to be decided or read has its place in the window.
      if (isAsked || created === 0 || offered || refused.length > 0) {
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

  /** Puts what was copied into the line: what is said there stays. */
  async function takeCopied(): Promise<void> {
    const typed = input.current?.value ?? '';
    const reply = await attempt('clipboard.read', { typed });
    if (!reply.ok) return setProblem(reply.problem);
    // Nor is lost what was typed while it was being read.
    const now = input.current?.value ?? '';
    setText(`${reply.value.line}${now.startsWith(typed) ? now.slice(typed.length) : now}`);
    setProblem(undefined);
    setDone(undefined);
    input.current?.focus();
  }

  /** The next of them or the one before is meant. */
  function choose(step: 1 | -1, among: readonly Candidate[]): void {
    if (unknown.isUnknown) unknown.other();
    if (among.length < 2) return;
    const from = Math.max(
      0,
      among.findIndex((each) => isSame(each, chosen)),
    );
    setChoice(among[(from + step + among.length) % among.length]);
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
    unknown,
    canTakeBack: logged.length > 0 && text === '',
    takeBack,
    takeCopied,
    takeDropped,
    /** With the arrow keys in the line, among those whom it may mean. */
    choose: (step: 1 | -1) => choose(step, candidates),
    /** With the piece that says who, also among the others of the client. */
    stepWho: (step: 1 | -1) => choose(step, alternatives),
    unchoose: () => setChoice(undefined),
    pick(candidate: Candidate) {
      setChoice(candidate);
      setProblem(undefined);
      input.current?.focus();
    },
    type(next: string) {
      setText(next);
      if (next.trim() === '') {
        clearCorrections();
        clearUnknown();
      }
      setProblem(undefined);
      setDone(undefined);
    },
  };
}
