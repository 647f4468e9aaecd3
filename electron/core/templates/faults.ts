import { IntlMessageFormat } from 'intl-messageformat';
import { TEMPLATE_LIMIT, type Template } from '../model/template';
import { COUNTS, PLACEHOLDERS, type ReplyWords } from '../replies/words';

export interface TemplateFault {
  field: 'subject' | 'body';
  /** Both from 1. */
  line: number;
  column: number;
  what: string;
}

/** What the parser calls it, as a person would. */
const SAID: Readonly<Record<string, string>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'A "{" is never closed.',
  UNCLOSED_QUOTED_ARGUMENT_STYLE: 'A quotation is never closed.',
  EMPTY_ARGUMENT: 'Nothing is named between "{" and "}".',
  MALFORMED_ARGUMENT: 'The name between "{" and "}" can have no blanks or marks in it.',
  EXPECT_ARGUMENT_TYPE: 'After the comma, "select" is missing.',
  INVALID_ARGUMENT_TYPE: 'Only "select" can follow the comma.',
  MISSING_OTHER_CLAUSE: 'The choice has no "other {…}" for what isn\'t named.',
  EXPECT_SELECT_ARGUMENT_OPTIONS: 'The choice names nothing to choose from.',
  EXPECT_SELECT_ARGUMENT_SELECTOR: 'The choice has no name before its "{".',
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: 'After a name of the choice, its "{…}" is missing.',
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: 'The choice names the same twice.',
  UNMATCHED_CLOSING_TAG: 'A tag is closed that was never opened.',
};

/** What keeps a template from being used, in the order of its text: what can't be read, and what nothing fills. */
export function findTemplateFaults({ subject, body }: Pick<Template, 'subject' | 'body'>, words: ReplyWords) {
  const known = new Set<string>([...PLACEHOLDERS, ...Object.keys(words.phrases)]);
  return [...check('subject', subject, known), ...check('body', body, known)];
}

function check(field: TemplateFault['field'], message: string, known: ReadonlySet<string>): TemplateFault[] {
  const start = { line: 1, column: 1 };
  if (message.trim() === '') return [{ field, ...start, what: 'It says nothing.' }];
  if (message.length > TEMPLATE_LIMIT)
    return [{ field, ...start, what: `It is longer than ${TEMPLATE_LIMIT} characters.` }];
  try {
    const options = { ignoreTag: true, captureLocation: true };
    return look(new IntlMessageFormat(message, 'en', undefined, options).getAst());
  } catch (error) {
    return [{ field, ...placeOf(error), what: explain(error) }];
  }

  type Elements = ReturnType<IntlMessageFormat['getAst']>;

  function look(elements: Elements): TemplateFault[] {
    return elements.flatMap((element) => {
      // Literal text is 0, the number sign of a plural 7: neither asks for anything.
      if (element.type === 0 || element.type === 7) return [];
      const at = { field, line: element.location?.start.line ?? 1, column: element.location?.start.column ?? 1 };
      const inside = 'options' in element ? Object.values(element.options).flatMap((option) => look(option.value)) : [];
      if (!known.has(element.value)) return [{ ...at, what: `Nothing fills "{${element.value}}".` }, ...inside];
      // Most values are text: 1 takes one as it is, 5 chooses by it. Only a number can be written as one (2) or counted (6).
      const isNumeric = (element.type === 2 || element.type === 6) && COUNTS.has(element.value);
      if (element.type !== 1 && element.type !== 5 && !isNumeric)
        return [{ ...at, what: `"${element.value}" is text: use {${element.value}}, or choose by it with select.` }];
      return inside;
    });
  }
}

/** Where the parser stopped; the beginning where it does not say. */
function placeOf(error: unknown): { line: number; column: number } {
  // The parser's errors carry their place, which their type does not tell.
  const { location } = error as { location?: { start?: { line?: number; column?: number } } };
  return { line: location?.start?.line ?? 1, column: location?.start?.column ?? 1 };
}

function explain(error: unknown): string {
  const code = error instanceof Error ? error.message : String(error);
  return SAID[code] ?? `It can't be read (${code.toLowerCase().replaceAll('_', ' ')}).`;
}

/** "Line 2, column 5 of the text: …" */
export function wordFault({ field, line, column, what }: TemplateFault): string {
  return `Line ${line}, column ${column} of the ${field === 'body' ? 'text' : 'subject'}: ${what}`;
}
