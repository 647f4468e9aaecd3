import { type ReactNode, useEffect, useId, useRef } from 'react';
import { dismissTaken } from '../../state/files';
import classes from './taken-files.module.css';

interface FilesDialogProps {
  title: string;
  children: ReactNode;
  /** What Esc does. */
  onClose?(): void;
}

/** A page over the window that is read and closed: Esc closes it, Enter is for what is marked `data-first`. */
export function FilesDialog({ title, children, onClose = dismissTaken }: FilesDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
