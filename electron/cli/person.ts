import { refuse } from '../core/refuse';

/** A person as the contract takes one. */
export interface PersonGiven {
  id?: string;
  name: string;
  emails: string[];
  phones: string[];
  greeting?: string;
}

const PHONE = /(?<![\w@])\+?\(?\d[\d ()/.-]{4,}\d/g;

/** Reads `Name <mail> phone`: mail addresses and numbers in any order and as many as there are, the rest is the name. */
export function readPerson(text: string): PersonGiven {
  const emails: string[] = [];
  const withoutMails = text.replace(
    /<([^<>]*)>|([^\s,;<>]+@[^\s,;<>]+)/g,
    (_, inBrackets: string | undefined, bare: string | undefined) => {
      const mail = (inBrackets ?? bare ?? '').trim();
      if (!/^[^\s@]+@[^\s@]+$/.test(mail))
        refuse('invalid', `contact: "${mail}" in "${text}" is not a mail address.`, { field: 'people' });
      emails.push(mail);
      return ' ';
    },
  );
  const phones: string[] = [];
  const withoutPhones = withoutMails.replace(PHONE, (phone) => {
    phones.push(phone.trim());
    return ' ';
  });
  const name = withoutPhones.replace(/\s+/g, ' ').replace(/^[ ,;]+|[ ,;]+$/g, '');
  if (name === '')
    refuse('invalid', `contact: "${text}" names nobody.`, {
      field: 'people',
      action: 'Write it as "Dana Ruiz <dana@globex.example> +1 212 555 0142".',
    });
  return { name, emails, phones };
}

/** Puts people given into those known: of the same name gets what is new of mail and phone, others are added. */
export function mergePeople(known: readonly PersonGiven[], given: readonly PersonGiven[]): PersonGiven[] {
  const merged = known.map((person) => ({ ...person }));
  for (const person of given) {
    const same = merged.find((each) => each.name.toLowerCase() === person.name.toLowerCase());
    if (!same) {
      merged.push(person);
      continue;
    }
    same.emails = [...new Set([...same.emails, ...person.emails])];
    same.phones = [...new Set([...same.phones, ...person.phones])];
  }
  return merged;
}
