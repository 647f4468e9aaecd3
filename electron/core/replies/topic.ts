/** A subject that can stand in a sentence to the client: short, plain, without marks that shout. */
export function topicOf(subject: string): string | undefined {
  const topic = subject.replace(/^(\p{L}{2,3}:\s*)+/u, '').replace(/[\s.,:;-]+$/u, '');
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,:&/+'’()%#€$£–-]*$/u.test(topic);
  return isPlain && topic.length <= 60 ? topic : undefined;
}
