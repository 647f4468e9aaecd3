import { withOffset } from '../../core/days';
import { clientOf, findRequest } from '../../core/find';
import { writeReceipt } from '../../core/replies/receipt';
import { theirWords } from '../../core/tone/letter';
import { nameFile } from '../../outputs/name-file';
import type { Handlers } from '../context';
import { toneOf } from '../letter-tone';

export const receiptHandlers: Handlers<'receipt'> = {
  receipt: async ({ request: name, language }, { store, words, moment }) => {
    await store.loadHolding(name);
    const { state } = store;
    const request = findRequest(state, name);
    const receipt = writeReceipt(state, request, words, moment.now, { language });
    const { writeReceiptPage } = await import('../../outputs/receipt/page');
    const { writeReceiptNote } = await import('../../outputs/calendar/receipt');
    const { subject, line, otherwise, call } = receipt;
    return {
      ...{ language: receipt.language, subject, line, otherwise },
      tone: toneOf({ ...receipt, body: `${line} ${otherwise}` }, theirWords(request)),
      fileName: nameFile('receipt', request.subject || clientOf(state, request).name),
      html: writeReceiptPage(receipt, state.settings.myName),
      ics: writeReceiptNote(receipt, request.id, moment.now),
      call: {
        callId: call.callId,
        occurrence: call.occurrence,
        startsAt: withOffset(call.startsAt, state.settings.timeZone),
      },
    };
  },
};
