import type { Mailbox } from './inputs/mail/read-mail';

/** Mails exchanged with one address that were not taken by themselves, and why. */
export interface Offered {
  file: string;
  /** Sent by a program to many; my own to nobody of a client; from nobody known; from one of several clients. */
  why: 'automatic' | 'mine' | 'unknown' | 'several';
  address: string;
  name: string;
  /** Of the first of them. */
  subject: string;
  count: number;
  /** Whose address it is, where that is known. */
  clientId?: string;
  /** The client it writes to: it may be me, with an address of mine that is not known. */
  writesTo?: string;
}

/** Gathers what is offered, by reason and address; no more than so many addresses. */
export function listOffered(most: number) {
  const list = new Map<string, Offered>();
  return {
    offer({ mailbox, ...mail }: Omit<Offered, 'address' | 'name' | 'count'> & { mailbox: Mailbox }): void {
      const key = JSON.stringify([mail.why, mailbox.address]);
      const earlier = list.get(key);
      if (earlier) earlier.count += 1;
      else if (list.size < most) list.set(key, { ...mail, ...mailbox, count: 1 });
    },
    offered: (): Offered[] => [...list.values()],
  };
}
