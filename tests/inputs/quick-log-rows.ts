import { parseQuickLog } from '../../electron/inputs/quick-log/parse';
import table from '../fixtures/quick-log.json';
import { instant } from '../helpers/build';
import { clients } from './quick-log-clients';

/** A line and what it says; what is not given is as usual. */
export interface Row {
  text: string;
  language?: string;
  /** The name of the person, or of the client where no person is meant; `null` for nobody. */
  who: string | null;
  channel: string;
  subject: string;
  direction?: string;
  count?: number;
  minutes?: number;
  neededBy?: string;
  neededWords?: string;
  askedBy?: string;
  purpose?: string;
  at?: string;
  urgent?: boolean;
  emergency?: boolean;
}

export const USUAL = { direction: 'in', count: 1, at: table.now, urgent: false, emergency: false };

/** Everything the row expects. */
export function expectedOf({ language: _, ...row }: Row): Row {
  return { ...USUAL, ...row };
}

/** What is read from a line, as a row. */
export function readRow(text: string): Row {
  const understood = parseQuickLog(text, clients, instant(table.now), table.timeZone);
  const { candidates, at, claimedUrgent, isEmergency, ambiguous: _, spans: __, ...rest } = understood;
  const [best] = candidates;
  const person = best?.client.people.find((each) => each.id === best.personId);
  return {
    text,
    who: person?.name ?? best?.client.name ?? null,
    ...rest,
    at: at.toString(),
    urgent: claimedUrgent,
    emergency: isEmergency,
  };
}
