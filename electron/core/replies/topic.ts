import { hasSubject } from '../joining';

/** A subject that can stand in a sentence to the client; "call me back" names none. */
export function topicOf(subject: string): string | undefined {
  const topic = quotable(subject);
  return topic !== undefined && hasSubject(topic) ? topic : undefined;
}

/** A name that can stand in a sentence: short, plain, without marks that shout. */
export function quotable(name: string): string | undefined {
  const plain = name.replace(/^(\p{L}{2,3}:\s*)+/u, '').replace(/[\s.,:;-]+$/u, '');
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,:&/+'’()%#€$£–-]*$/u.test(plain);
  return isPlain && plain.length <= 60 ? plain : undefined;
}
