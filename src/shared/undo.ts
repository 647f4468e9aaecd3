import i18next from 'i18next';
import type { Change } from '../../electron/core/model/change';
import { act } from '../state/act';
import { dismissChanges, showNotice } from '../state/notices';
import { wordChange } from '../words/notice-words';

/** Takes back the last change, that one, or the last one of an entry, and says what was taken back. */
export async function undo(changeId?: string): Promise<Change | undefined> {
  dismissChanges();
  const change = await act('undo', changeId ? { change: changeId } : {});
  if (!change) return undefined;
  const what = change.note.code === 'undone' ? '' : wordChange(change.note);
  const text = what ? i18next.t('undo.doneWhat', { what }) : i18next.t('undo.done');
  showNotice({ kind: 'change', changeId: '', note: { code: 'undone', values: { text } } });
  return change;
}
