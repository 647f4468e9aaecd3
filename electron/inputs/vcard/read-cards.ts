import type { Card } from '../../core/people';
import { MOST_ADDRESSES, MOST_CARDS, MOST_REFUSALS } from './limits';
import { type Property, readProperties } from './lines';
import { decodeValue, splitValue, undoEscapes } from './values';

interface Refused {
  file: string;
  line?: number;
  reason: string;
}

interface Draft {
  line: number;
  version?: string;
  isGroup: boolean;
  name: string;
  fullName: string;
  nickname: string;
  organisation: string;
  title: string;
  emails: string[];
  phones: string[];
  /** The next card stands for somebody else within this one (AGENT, version 2.1). */
  hasAgent: boolean;
}

/** What a file of cards holds; lists of people are no person and are only counted. */
export interface ReadCards {
  cards: Card[];
  refused: Refused[];
  groups: number;
}

/**
 * Reads vCards of version 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) as phones and mail programs write them. A card that
 * can't be used is refused with the line it begins on; all others are taken.
 *
 * Read by ourselves: ical.js refuses a whole file for one bad line and gets the parameters of 2.1 wrong, which is what
 * phones and Outlook still write.
 */
export function readCards(file: string, text: string): ReadCards {
  const read: ReadCards = { cards: [], refused: [], groups: 0 };
  let draft: Draft | undefined;
  /** How deep in cards within the card. */
  let inside = 0;
  let count = 0;
  const refuse = (line: number, reason: string) => {
    if (read.refused.length < MOST_REFUSALS) read.refused.push({ file, line, reason });
  };
  for (const property of readProperties(text)) {
    const isEdge = /^vcard$/i.test(property.value.trim());
    if (property.name === 'BEGIN' && isEdge) {
      if (draft && (draft.hasAgent || inside > 0)) {
        inside += 1;
        draft.hasAgent = false;
        continue;
      }
      if (draft) refuse(draft.line, 'The card has no end (END:VCARD is missing).');
      count += 1;
      draft = beginDraft(property.line);
      inside = 0;
      if (count > MOST_CARDS) {
        refuse(property.line, `There are more than ${MOST_CARDS} cards in the file; the rest was left out.`);
        draft = undefined;
        break;
      }
    } else if (property.name === 'END' && isEdge) {
      if (inside > 0) inside -= 1;
      else if (draft) {
        const outcome = finishDraft(file, draft);
        if (outcome === 'group') read.groups += 1;
        else if (typeof outcome === 'string') refuse(draft.line, outcome);
        else read.cards.push(outcome);
        draft = undefined;
      }
    } else if (draft && inside === 0) {
      draft.hasAgent = property.name === 'AGENT' && property.value.trim() === '';
      readProperty(draft, property);
    }
  }
  if (draft) refuse(draft.line, 'The card has no end (END:VCARD is missing).');
  if (count === 0) read.refused.push({ file, reason: 'There is no card in it: it has no line BEGIN:VCARD.' });
  return read;
}

function beginDraft(line: number): Draft {
  const texts = { name: '', fullName: '', nickname: '', organisation: '', title: '' };
  return { line, isGroup: false, ...texts, emails: [], phones: [], hasAgent: false };
}

function readProperty(draft: Draft, property: Property): void {
  const value = decodeValue(property);
  switch (property.name) {
    case 'VERSION':
      draft.version = value.trim();
      break;
    case 'KIND':
    case 'X-ADDRESSBOOKSERVER-KIND':
      draft.isGroup ||= /^group$/i.test(value.trim());
      break;
    case 'N':
      draft.name ||= wordName(value);
      break;
    case 'FN':
      draft.fullName ||= undoEscapes(value);
      break;
    case 'NICKNAME':
      draft.nickname ||= splitValue(value, ',')[0] ?? '';
      break;
    case 'ORG':
      draft.organisation ||= splitValue(value, ';').find((part) => part !== '') ?? '';
      break;
    case 'TITLE':
      draft.title ||= undoEscapes(value);
      break;
    case 'EMAIL':
      add(draft.emails, undoEscapes(value).replace(/^mailto:/i, ''), /^[^\s@<>]+@[^\s@<>]+$/);
      break;
    case 'TEL': {
      const types = (property.params.get('TYPE') ?? []).join(' ');
      const isForTalking = !/fax|pager|modem|bbs/i.test(types) || /voice|cell/i.test(types);
      if (isForTalking) add(draft.phones, readPhone(undoEscapes(value)), /\d.*\d.*\d/);
    }
  }
}

/** `Family;Given;More;Before;After` as it is said. Several in one part are separated by commas. */
function wordName(value: string): string {
  const [family = '', given = '', more = ''] = splitValue(value, ';');
  return [given, more, family]
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(',', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Version 4.0 writes a number as `tel:+43-1-555;ext=12`. */
function readPhone(value: string): string {
  const [number = '', ...params] = value.replace(/^tel:/i, '').split(';');
  const extension = params.map((param) => /^ext=(\d+)$/i.exec(param.trim())?.[1]).find(Boolean);
  return extension === undefined ? number.trim() : `${number.trim()}-${extension}`;
}

function add(list: string[], value: string, shape: RegExp): void {
  if (list.length < MOST_ADDRESSES && shape.test(value) && !list.includes(value)) list.push(value);
}

function finishDraft(file: string, draft: Draft): Card | 'group' | string {
  const { line, version, organisation, title, emails, phones } = draft;
  if (draft.isGroup) return 'group';
  if (version !== undefined && !/^(2\.1|3\.0|4\.0)$/.test(version))
    return `It is a card of version ${version.slice(0, 20)}; 2.1, 3.0 and 4.0 can be read.`;
  const name = [draft.fullName, draft.name, draft.nickname].find((each) => each !== '') ?? '';
  if (name === '' && organisation === '' && emails.length + phones.length === 0)
    return 'It names nobody: it has no name, organisation, mail address or phone number.';
  return {
    ...{ file, line, name: name || organisation || emails[0] || phones[0] || '', emails, phones },
    ...(organisation !== '' && { organisation }),
    ...(title !== '' && { title }),
    isOrganisation: name === '' || name === organisation,
  };
}
