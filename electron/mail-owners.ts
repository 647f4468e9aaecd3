import { firmDomainOf } from './core/mail-domains';
import type { Client } from './core/model/client';
import type { Mailbox } from './inputs/mail/read-mail';

/** Whose an address is. */
export interface Owner {
  client: Client;
  /** Absent for somebody else at the same firm. */
  personId?: string;
  mailbox: Mailbox;
}

/** Looks up whose an address is: somebody's own, or one at the firm of a single client. */
export function createOwnerFinder(
  clients: readonly Client[],
): (mailbox: Mailbox) => Owner | { rivals: string[] } | undefined {
  const byMail = new Map<string, Omit<Owner, 'mailbox'>>();
  const byDomain = new Map<string, Set<Client>>();
  for (const client of clients)
    for (const { id, emails } of client.people)
      for (const email of emails) {
        const mail = email.trim().toLowerCase();
        if (!byMail.has(mail)) byMail.set(mail, { client, personId: id });
        const domain = firmDomainOf(mail);
        if (domain !== '') byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(client));
      }
  return (mailbox) => {
    const person = byMail.get(mailbox.address);
    if (person) return { ...person, mailbox };
    const [first, second] = byDomain.get(firmDomainOf(mailbox.address)) ?? [];
    if (first && second) return { rivals: [first.name, second.name] };
    return first && { client: first, mailbox };
  };
}
