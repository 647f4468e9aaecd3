import type { Request } from '../model/request';

const texts = ['subject', 'notes', 'askedBy', 'purpose', 'form', 'neededWords'] as const;

/** The wording that an edit replaces, added to what was replaced before. */
export function formerTexts(
  request: Request,
  edit: Partial<Pick<Request, (typeof texts)[number]>>,
): Pick<Request, 'former'> {
  const replaced = texts.flatMap((field) => {
    const [text, next] = [request[field], edit[field]];
    return text && next !== undefined && next !== text ? [{ field, text }] : [];
  });
  return kept([...(request.former ?? []), ...replaced]);
}

/** Of two requests that become one, with what the joined one was called unless a contact of it says so. */
export function formerOfBoth(into: Request, from: Request): Pick<Request, 'former'> {
  const { subject, contacts } = from;
  const isLost =
    subject && into.subject && subject !== into.subject && !contacts.some((each) => each.subject === subject);
  const own = isLost ? [{ field: 'subject' as const, text: subject }] : [];
  return kept([...(into.former ?? []), ...(from.former ?? []), ...own]);
}

function kept(former: NonNullable<Request['former']>): Pick<Request, 'former'> {
  return former.length > 0 ? { former } : {};
}
