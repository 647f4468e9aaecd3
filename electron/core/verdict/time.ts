import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../days';
import { fold } from '../find';
import type { Request } from '../model/request';
import type { Settings } from '../model/settings';

/** "You have time", without accents. */
const NO_RUSH =
  /\b(no (rush|hurry)|not urgent|take your time|you have time|whenever (you|it)|when you get (to it|a chance)|keine eile|hat zeit|eilt nicht|nicht eilig|pas presse|pas urgent|rien ne presse|prenez (votre|ton) temps|sin prisa|no corre prisa|no es urgente|neponahla|nie je to surne|ked budes mat cas|khong gap|khong voi|khi nao ranh)\b/;

/** Needed by a day so far ahead, there is time. */
const TIME_DAYS = 14;

/** Whether they said that there is time, or need it by a day at least two weeks ahead; never where they call it urgent. */
export function hasTime(request: Request, settings: Settings, now: Temporal.Instant): boolean {
  if (request.claimedUrgent || request.emergency) return false;
  const ahead = dayOf(now, settings.timeZone).add({ days: TIME_DAYS }).toString();
  if (request.neededBy !== undefined) return request.neededBy >= ahead;
  const said = request.contacts.map(({ subject, text }) => `${subject} ${text ?? ''}`);
  return [request.neededWords ?? '', ...said].some((words) => NO_RUSH.test(fold(words)));
}
