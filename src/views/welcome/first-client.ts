import type { Problem } from '../../../electron/core/model/problem';
import type { Input } from '../../../electron/ipc/contract/contract';
import { type CallDraft, type CallInput, readCallDraft } from '../../shared/call-form/call-draft';

export interface FirstClientDraft {
  name: string;
  person: string;
  mail: string;
  hasCall: boolean;
  call: CallDraft;
}

export interface FirstClient {
  client: Input<'client.add'>;
  call?: CallInput;
}

/** The form as the contract takes it: the client lives where its call's time is told. */
export function readFirstClient(draft: FirstClientDraft): FirstClient | { problem: Problem } {
  const name = draft.name.trim();
  if (name === '') return { problem: { code: 'invalid', message: '', field: 'name' } };
  const person = draft.person.trim();
  const mail = draft.mail.trim();
  // A mail address alone is somebody, too.
  const people = person || mail ? [{ name: person || mail, emails: mail ? [mail] : [] }] : [];
  const client = { name, people, timeZone: draft.call.timeZone };
  if (!draft.hasCall) return { client };
  const read = readCallDraft(draft.call);
  return 'problem' in read ? read : { client, call: read.input };
}
