import { findRequest } from '../../core/find';
import { theirWords } from '../../core/tone/letter';
import type { Handlers } from '../context';
import { readLetter } from '../letter-tone';

export const toneHandlers: Handlers<'tone'> = {
  tone: async ({ text, subject, language, requests = [] }, { store }) => {
    for (const request of requests) await store.loadHolding(request);
    const theirs = requests.flatMap((request) => theirWords(findRequest(store.state, request)));
    return readLetter({ subject, body: text, language }, theirs);
  },
};
