import type { Temporal } from 'temporal-polyfill';
import { BEGIN, END, LETTER, type Line, MARKS, mark, STOP, take, typedOf } from './line';
import { patternOf } from './pattern';
import { DAY, NAMED_DAY, toDay } from './read-day';
import { anyOf, lowerLine, nominativeOf, SLOTS } from './words';

/** By when something is needed, by whom and what for. */
export interface Needs {
  neededBy?: string;
  /** What was said of the day where no calendar knows it: "before the board meeting". */
  neededWords?: string;
  askedBy?: string;
  purpose?: string;
}

const WAITS_BEFORE = anyOf((words) => words.waitsBefore);
const WAITS_AFTER = anyOf((words) => words.waitsAfter);
const LEAD = anyOf((words) => words.leads);
const NEEDS = anyOf((words) => words.needs);
const PRONOUN = anyOf((words) => words.neededPronouns);
const BEFORE = anyOf((words) => words.before);
const FOR = anyOf((words) => words.for);
const DETERMINER = `(?:(?:${anyOf((words) => words.determiners)}) )`;
const MORE = `(?:(?:${LETTER}|-)+ ){0,2}?`;
/** "board meeting", "Vorstandssitzung", "cuộc họp hội đồng". */
const OCCASION = `(?<occasion>${MORE}(?:${anyOf((words) => words.occasions)})|(?:${anyOf((words) => words.occasionsTrail)})(?: ${LETTER}+){0,3})`;
const ROLE = anyOf((words) => words.roles, SLOTS);
const WHOSE = anyOf((words) => words.whose);
const WANTS = anyOf((words) => words.wants);
const AFTER = anyOf((words) => words.wantsAfter);
const ARTICLE = anyOf((words) => words.articles);
const ON = anyOf(({ days }) => days.on);

const NEED = patternOf(`${BEGIN}(?:${NEEDS})${END}`);
const NEEDED_BY = patternOf(
  `${BEGIN}(?<!(?<!${LETTER})(?:${WAITS_BEFORE}) )(?:${LEAD}) ${DAY}${END}(?! (?:${WAITS_AFTER})(?!${LETTER}))`,
);
const DEADLINE = patternOf(`${BEGIN}(?=(?:${anyOf(({ days }) => days.deadline)})${END})${NAMED_DAY}${END}`);
const LAST_DAY = patternOf(`${BEGIN}(?<!(?<!${LETTER})(?:${ON}|call) )${NAMED_DAY}${STOP}`);
/** "for friday's investor call" */
const DAYS_OCCASION = patternOf(`${BEGIN}(?:${FOR}) ${NAMED_DAY}['’]?s ${OCCASION}${STOP}`);
const NEEDED_WORDS = patternOf(
  `${BEGIN}(?:${NEEDS})(?: (?:${PRONOUN}))? (?<words>(?:${BEFORE}|by|until|till|bis|do)(?: [^\\s\\d,;:.!?${MARKS}]+){1,8})${STOP}`,
);
const BEFORE_OCCASION = patternOf(
  `${BEGIN}(?<words>(?:${BEFORE}) ${DETERMINER}?${OCCASION})(?:${STOP}|(?= (?:${NEEDS})${END}))`,
);
const OCCASION_OF = patternOf(`^(?:${BEFORE}) ${DETERMINER}?${OCCASION}$`);
const FOR_OCCASION = patternOf(`${BEGIN}(?:${FOR}) ${DETERMINER}?${OCCASION}${STOP}`);
const BARE_OCCASION = patternOf(`(?<=[,;] ?)${DETERMINER}?${OCCASION}(?= ?(?:$|[,;.]))`);

const FOR_ROLE = patternOf(`${BEGIN}(?:${FOR}) (?<who>(?:${WHOSE}) (?:${ROLE}))${END}`);
const ROLE_WANTS = patternOf(
  `${BEGIN}(?<who>(?:(?:${WHOSE}) )?(?:${ROLE}))(?: (?:${AFTER}))? (?:${WANTS})(?: (?:${AFTER}|${ARTICLE}))?${END}`,
);
const ON_BEHALF = patternOf(
  `${BEGIN}(?:${anyOf((words) => words.behalf)}) (?<who>[^\\s,;:${MARKS}]+(?: [^\\s,;:${MARKS}]+){0,3})`,
);

/** Reads by when it is needed, for whom and what for; a day that no calendar has stays in the subject. */
export function readNeeds(line: Line, today: Temporal.PlainDate): Needs {
  const isNeeded = NEED.test(line.text) || ROLE_WANTS.test(line.text);
  const fixed = readDaysOccasion(line, today);
  const askedBy = readAskedBy(line);
  const neededBy = fixed?.neededBy ?? readDay(line, today, isNeeded);
  const words = neededBy === undefined ? readWords(line) : undefined;
  const purpose = fixed?.purpose ?? words?.purpose ?? readOccasion(line, FOR_OCCASION);
  return {
    ...(neededBy !== undefined && { neededBy }),
    ...(words && { neededWords: words.neededWords }),
    ...(askedBy !== undefined && { askedBy }),
    ...(purpose !== undefined && { purpose }),
  };
}

/** "…, board meeting": an occasion alone between two commas; only where the subject is something else. */
export function readBareOccasion(line: Line): string | undefined {
  return readOccasion(line, BARE_OCCASION);
}

function readOccasion(line: Line, pattern: RegExp): string | undefined {
  const match = take(line, pattern, 'purpose');
  const occasion = match && typedOf(line, match, match.groups?.occasion);
  return occasion === undefined ? undefined : nominativeOf(occasion);
}

function readDaysOccasion(
  line: Line,
  today: Temporal.PlainDate,
): Required<Pick<Needs, 'neededBy' | 'purpose'>> | undefined {
  const match = DAYS_OCCASION.exec(line.text) ?? undefined;
  const neededBy = match?.groups && toDay(match.groups, today);
  const occasion = match && typedOf(line, match, match.groups?.occasion);
  if (!match || neededBy === undefined || occasion === undefined) return undefined;
  const dayLength = match[0].length - occasion.length;
  mark(line, match.index, dayLength, 'neededBy');
  mark(line, match.index + dayLength, occasion.length, 'purpose');
  return { neededBy, purpose: occasion };
}

function readAskedBy(line: Line): string | undefined {
  for (const pattern of [ON_BEHALF, ROLE_WANTS, FOR_ROLE]) {
    const match = take(line, pattern, 'askedBy');
    const who = match && typedOf(line, match, match.groups?.who);
    if (who !== undefined) return who;
  }
  return undefined;
}

function readDay(line: Line, today: Temporal.PlainDate, isNeeded: boolean): string | undefined {
  for (const pattern of [NEEDED_BY, DEADLINE, LAST_DAY]) {
    const match = pattern.exec(line.text);
    if (!match?.groups) continue;
    // A day alone at the end is a need-by only where something is needed, or where it says that it is still to come.
    if (pattern === LAST_DAY && !isNeeded && match.groups.nextWeek === undefined) continue;
    const day = toDay(match.groups, today);
    if (day === undefined) continue;
    mark(line, match.index, match[0].length, 'neededBy');
    return day;
  }
  return undefined;
}

function readWords(line: Line): (Required<Pick<Needs, 'neededWords'>> & Pick<Needs, 'purpose'>) | undefined {
  const match = take(line, NEEDED_WORDS, 'neededBy') ?? take(line, BEFORE_OCCASION, 'neededBy');
  const neededWords = match && typedOf(line, match, match.groups?.words);
  if (neededWords === undefined) return undefined;
  const lower = lowerLine(neededWords);
  const at = lower.lastIndexOf(OCCASION_OF.exec(lower)?.groups?.occasion ?? '\n');
  const occasion = at < 0 ? undefined : neededWords.slice(at);
  return { neededWords, ...(occasion !== undefined && { purpose: nominativeOf(occasion) }) };
}

const DEGREE = anyOf((words) => words.degrees);
const NEGATED = `(?<!(?<!${LETTER})(?:${anyOf((words) => words.negations)})(?: (?:${DEGREE}))?[ -])`;
const NOT_URGENT = patternOf(`${BEGIN}(?:${anyOf((words) => words.notUrgent)})${END}`);
const URGENT = patternOf(`${NEGATED}${BEGIN}(?:${anyOf((words) => words.urgent)})${END}`);

/** Whether it is called urgent; "not urgent" is taken too, and says no more than nothing. */
export function readUrgent(line: Line): boolean {
  take(line, NOT_URGENT);
  return take(line, URGENT, 'urgent') !== undefined;
}
