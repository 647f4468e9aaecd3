import { IntlMessageFormat } from 'intl-messageformat';
import { Refusal } from '../model/problem';
import { refuse } from '../refuse';

/** What fills a message. Made without a prototype, so that `{constructor}` finds nothing. */
export type Values = Record<string, string | number>;

/** More than all words of a language; edited ones push out nothing that hurts. */
const CACHE_LIMIT = 2000;
const compiled = new Map<string, IntlMessageFormat>();

/**
 * Fills an ICU message. A placeholder that is no value but a phrase is filled with that phrase, filled in turn.
 * @param used is told every value that was looked at.
 * @throws Refusal `no-reply` naming the placeholder that could not be filled, or why the message cannot be read.
 */
export function formatMessage(
  message: string,
  locale: string,
  values: Values,
  phrases: Readonly<Record<string, string>> = {},
  used?: Set<string>,
): string {
  return fill(message, new Set());

  function fill(text: string, inside: ReadonlySet<string>): string {
    const lookup = new Proxy<Values>(Object.create(null), {
      // The library asks whether a value is there before it reads it; the reading gives the better answer.
      has: () => true,
      get: (_, name) => (typeof name === 'string' ? lookUp(name, inside) : undefined),
    });
    try {
      return String(compile(text, locale).format(lookup));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      return refuse('no-reply', `The words for this reply cannot be read: ${describe(error)}`, { field: text });
    }
  }

  function lookUp(name: string, inside: ReadonlySet<string>): string | number {
    if (Object.hasOwn(values, name)) {
      used?.add(name);
      return values[name] ?? '';
    }
    const phrase = Object.hasOwn(phrases, name) ? phrases[name] : undefined;
    if (phrase !== undefined && !inside.has(name)) return fill(phrase, new Set([...inside, name]));
    const said = NOT_THERE[name];
    if (said) return refuse('no-reply', said, { field: name, action: 'Choose other words.' });
    return refuse('no-reply', `These words need "${name}", and nothing is known to fill it.`, {
      field: name,
      action: 'Choose another reply, or add what is missing.',
    });
  }
}

/** The names that a message asks for, in no order; a sentence instead when it cannot be read. */
export function placeholdersOf(message: string): string[] | string {
  try {
    return [...new Set(namesIn(compile(message, 'en').getAst()))];
  } catch (error) {
    return describe(error);
  }
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

function namesIn(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if ('options' in element)
      return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))];
    // Literal text has type 0; the number sign of a plural has no value.
    return 'value' in element && element.type !== 0 ? [element.value] : [];
  });
}

function compile(message: string, locale: string): IntlMessageFormat {
  const key = `${locale}\n${message}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    if (compiled.size >= CACHE_LIMIT) compiled.clear();
    compiled.set(key, format);
  }
  return format;
}

export function startUpper(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const NO_CALL = 'These words name the call that takes it, and no standing call does.';

/** What is missing, in words, where a value is missing. */
const NOT_THERE: Record<string, string> = {
  callMoment: NO_CALL,
  callDay: NO_CALL,
  callDate: NO_CALL,
  runningUntil: 'No call with it on the agenda is running.',
};
