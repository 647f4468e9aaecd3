import type { Problem } from '../../../electron/core/model/problem';
import type { Input } from '../../../electron/ipc/contract/contract';
import { type CallDraft, type CallInput, readCallDraft } from '../../shared/call-form/call-draft';

export interface FirstClientDraft {
  name: string;
  person: string;
  mail: string;
  hasCall: boolean;
  myName: string;
  call: CallDraft;
}

export interface FirstClient {
  client: Input<'client.add'>;
  call?: CallInput;
  myName?: string;
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
  const myName = draft.myName.trim();
  const first = { client, ...(myName && { myName }) };
  if (!draft.hasCall) return first;
  const read = readCallDraft(draft.call);
  return 'problem' in read ? read : { ...first, call: read.input };
}
