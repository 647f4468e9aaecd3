import { afterEach, describe, expect, it, vi } from 'vitest';
import { act, attempt } from '../../src/state/act';
import { dismissChanges, readNotices, showNotice } from '../../src/state/notices';

const note = { kind: 'change' as const, changeId: 'chg_1', note: { code: 'call-moved', values: { client: 'Globex' } } };
const input = { call: 'call_1', occurrence: '2026-11-27T10:00', to: '2026-11-23T10:00' };
const warnings = [{ code: 'moved-into-past', values: {}, text: 'Monday is over.' }];

/** A main process that answers so, and tells of the change before or after its answer. */
function answering(value: object, tells: 'before' | 'after'): void {
  const call = async () => {
    if (tells === 'before') showNotice(note);
    return { ok: true, value };
  };
  vi.stubGlobal('window', { untilFriday: { call } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  dismissChanges();
});

describe('what may not have been meant', () => {
  it.each(['before', 'after'] as const)('is said with the undo, its notice come %s the answer', async (tells) => {
    answering({ changeId: 'chg_1', warnings }, tells);
    await act('call.move', input);
    if (tells === 'after') showNotice(note);
    expect(readNotices()).toMatchObject([{ changeId: 'chg_1', mind: 'Monday is over.' }]);
  });

  it('is not said with the change after it', async () => {
    answering({ changeId: 'chg_1', warnings }, 'before');
    await attempt('call.move', input);
    showNotice({ ...note, changeId: 'chg_2' });
    expect(readNotices()).toMatchObject([{ changeId: 'chg_2' }]);
    expect(readNotices()[0]).not.toHaveProperty('mind');
  });

  it('is nothing where all is well', async () => {
    answering({ changeId: 'chg_3' }, 'after');
    await attempt('call.move', input);
    showNotice({ ...note, changeId: 'chg_3' });
    expect(readNotices()[0]).not.toHaveProperty('mind');
  });
});
