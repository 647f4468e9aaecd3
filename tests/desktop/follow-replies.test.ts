import { expect, test, vi } from 'vitest';
import { dueToast } from '../../electron/desktop/toast-text';
import { createWords } from '../../electron/desktop/words';
import { followReplies } from '../../electron/follow-replies';
import { makeCall, makeContact, makeRequest, makeState, vienna } from '../helpers/build';

test('tells once when the time of what waits has come, also to a computer that slept', () => {
  let now = vienna('2026-11-24T11:20');
  const contacts = [makeContact(vienna('2026-11-24T11:00').toString())];
  const state = makeState({ calls: [makeCall({ minutes: 60 })], requests: [makeRequest('invoice', { contacts })] });
  const onDue = vi.fn();
  const following = followReplies({ store: { state, subscribe: () => () => undefined }, readNow: () => now, onDue });
  expect(onDue).not.toHaveBeenCalled();
  now = vienna('2026-11-24T16:50');
  following.look();
  following.look();
  expect(onDue).toHaveBeenCalledTimes(1);
  expect(dueToast(onDue.mock.calls[0]?.[0] ?? [], createWords('en-GB'))).toEqual({
    title: 'Replies to send',
    body: 'Globex: one message waits.',
  });
  following.close();
});
