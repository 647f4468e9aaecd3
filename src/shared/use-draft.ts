import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../electron/core/model/problem';
import { showNotice } from '../state/notices';
import { wordAtField } from '../words/notice-words';

type Save = (text: string) => Promise<Problem | undefined>;
type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text field that saves itself when it is left, at Enter in a single line, and when its view goes away; Escape brings
 * back what stood there. What is refused stays in the field with the reason below it.
 */
export function useDraft(saved: string, save: Save) {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  // What nobody has saved yet: read by whoever comes first of Enter, leaving the field and leaving the view.
  const unsaved = useRef<string>(undefined);
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(
    () => () => {
      const text = unsaved.current;
      if (text === undefined) return;
      latestSave.current(text).then((problem) => problem && showNotice({ kind: 'problem', problem }));
    },
    [],
  );

  function write(text: string | undefined): void {
    unsaved.current = text;
    setDraft(text);
    if (text === undefined) setError(undefined);
  }

  async function keep(): Promise<void> {
    const text = unsaved.current;
    if (text === undefined) return;
    unsaved.current = undefined;
    const problem = text.trim() === saved.trim() ? undefined : await save(text);
    // Somebody wrote on while it was being saved.
    if (unsaved.current !== undefined) return;
    if (!problem) return write(undefined);
    unsaved.current = text;
    setError(wordAtField(problem));
  }

  return {
    value: draft ?? saved,
    error,
    // Undo means the text while it is being written, and the last change otherwise (shell/use-shortcuts).
    'data-draft': draft === undefined ? 'saved' : 'open',
    onChange: (event: { currentTarget: TextElement }) => write(event.currentTarget.value),
    onBlur: () => void keep(),
    onKeyDown: (event: KeyboardEvent<TextElement>) => {
      if (event.key === 'Escape' && draft !== undefined) {
        event.stopPropagation();
        write(undefined);
      }
      if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) void keep();
    },
  };
}
