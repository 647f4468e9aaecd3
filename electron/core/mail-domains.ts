import type { Client, Person } from './model/client';

/** Mail for everybody: that two people are there says nothing of where they work. */
const PUBLIC = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com ' +
    'live.nl msn.com yahoo.com yahoo.co.uk yahoo.co.jp yahoo.fr yahoo.de yahoo.com.br ymail.com rocketmail.com aol.com ' +
    'icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tuta.com hey.com ' +
    'fastmail.com fastmail.fm zoho.com mail.com email.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de ' +
    'freenet.de posteo.de mailbox.org a1.net aon.at chello.at bluewin.ch orange.fr wanadoo.fr free.fr laposte.net sfr.fr ' +
    'libero.it virgilio.it alice.it tiscali.it telefonica.net terra.com.br uol.com.br bol.com.br seznam.cz email.cz ' +
    'centrum.cz azet.sk zoznam.sk centrum.sk wp.pl o2.pl onet.pl interia.pl mail.ru yandex.ru yandex.com bk.ru inbox.ru ' +
    'ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com comcast.net verizon.net ' +
    'att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net btinternet.com sky.com virginmedia.com ' +
    'shaw.ca rogers.com sympatico.ca bigpond.com optusnet.com.au xtra.co.nz'
  ).split(' '),
);

/** The part behind the `@`, lower case; empty where everybody can have an address there, or there is none. */
export function firmDomainOf(address: string): string {
  const domain = domainOf(address);
  return PUBLIC.has(domain) ? '' : domain;
}

/** What a firm may be called by its address: `Initech` of `sam@mail.initech.co.uk`. */
export function firmNameOf(address: string): string | undefined {
  const labels = firmDomainOf(address).split('.').slice(0, -1);
  const last = labels.length > 1 && SECOND_LEVEL.has(labels.at(-1) ?? '') ? labels.at(-2) : labels.at(-1);
  return last ? last.charAt(0).toUpperCase() + last.slice(1) : undefined;
}

/** What stands before a country where firms are registered: `co.uk`. */
const SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'or', 'org']);

/** Whether several people read what is sent there, or nobody: `office@` is no person. */
export function isSharedAddress(address: string): boolean {
  const local = address
    .slice(0, Math.max(0, address.lastIndexOf('@')))
    .trim()
    .toLowerCase();
  return SHARED.test(local);
}

const SHARED =
  /^(info|office|contact|kontakt|hello|hallo|hi|mail|post|team|sales|support|service|help|helpdesk|admin|administration|accounting|accounts?|billing|invoices?|rechnung|buchhaltung|faktury|uctaren|sekretariat|empfang|reception|hr|jobs|marketing|news|newsletter|notifications?|noreply|no[-_.]reply|donotreply|do[-_.]not[-_.]reply|postmaster|mailer-daemon)([+-].*)?$/;

function domainOf(address: string): string {
  return address.includes('@')
    ? address
        .slice(address.lastIndexOf('@') + 1)
        .trim()
        .toLowerCase()
    : '';
}

/**
 * Clients who are in a list of mail addresses, those of whom a person is named first, and that person. Somebody of the
 * same firm counts too: the same part behind the `@`, unless everybody can have an address there.
 */
export function matchClients(
  clients: readonly Client[],
  addresses: readonly string[],
): { client: Client; person?: Person }[] {
  const wanted = new Set(addresses.map((address) => address.trim().toLowerCase()));
  const domains = new Set([...wanted].map(domainOf).filter((domain) => domain !== '' && !PUBLIC.has(domain)));
  const named: { client: Client; person?: Person }[] = [];
  const alike: { client: Client; person?: Person }[] = [];
  for (const client of clients) {
    const person = client.people.find(({ emails }) => emails.some((email) => wanted.has(email.trim().toLowerCase())));
    if (person) named.push({ client, person });
    else if (client.people.some(({ emails }) => emails.some((email) => domains.has(domainOf(email)))))
      alike.push({ client });
  }
  return [...named, ...alike];
}
