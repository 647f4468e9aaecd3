import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../days';
import { fold } from '../find';
import type { Request } from '../model/request';
import type { Settings } from '../model/settings';

/** "You have time", without accents. */
const NO_RUSH = new RegExp(
  `\\b(${[
    'no (rush|hurry|stress)|(not|isn.?t) urgent|take your time|you have time|there is time|in your own time',
    'whenever (you|it|suits|works|convenient)|when you get (to it|a chance)',
    '(keine|ohne) eile|hat zeit|eilt nicht|nicht (eilig|dringend)|kein stress',
    '(pas|rien de) presse|pas urgent|sans urgence|aucune urgence|rien ne presse|pren(ez|ds) (votre|ton) temps',
    'sin prisas?|no (corre|hay) prisa|no es urgente|sin urgencia',
    'neponahla|nesuri|nehori|nie je to surne|(ziadny|bez) (zhon|nahleni)[a-z]*|ked bude(s|te) mat cas',
    'khong voi|khi nao ranh',
  ].join('|')})\\b`,
);
/** "Không gấp" is no hurry, "không gặp" is that nobody was met: only the accents tell, where there are any. */
const NOT_PRESSING = /không (cần )?gấp|^[\0-\x7f]*\bkhong (can )?gap\b(?! (duoc|ai|mat|nhau))[\0-\x7f]*$/i;

/** Needed by a day so far ahead, there is time. */
const TIME_DAYS = 14;

/** Whether they said that there is time, or need it by a day at least two weeks ahead; never where they call it urgent. */
export function hasTime(request: Request, settings: Settings, now: Temporal.Instant): boolean {
  const { claimedUrgent, emergency, neededBy } = request;
  if (neededBy === undefined) return saysTime(request);
  const ahead = dayOf(now, settings.timeZone).add({ days: TIME_DAYS }).toString();
  return !claimedUrgent && !emergency && neededBy >= ahead;
}

/** Whether their own words leave me the time; never where they call it urgent. */
export function saysTime({ claimedUrgent, emergency, contacts, neededWords = '' }: Request): boolean {
  if (claimedUrgent || emergency) return false;
  return saysNoHurry({ neededWords }) || contacts.some((contact) => contact.direction === 'in' && saysNoHurry(contact));
}

/** Whether one contact says so. */
export function saysNoHurry({ subject = '', text = '', neededWords = '' }: Said): boolean {
  return [neededWords, `${subject} ${text}`].some(
    (words) => NO_RUSH.test(fold(words)) || NOT_PRESSING.test(words.normalize('NFC')),
  );
}

interface Said {
  subject?: string;
  text?: string | undefined;
  neededWords?: string | undefined;
}
