import { expect, test } from 'vitest';
import { quotable, topicOf } from '../../../electron/core/replies/topic';

test.each([
  ['invoice 12', 'invoice 12'],
  ['RE: invoice', 'invoice'],
  ['call me back', undefined],
  ['bitte um Rückruf', undefined],
  ['URGENT!!', undefined],
  ['', undefined],
])('%s is quoted to the client as %s', (subject, topic) => {
  expect(topicOf(subject)).toBe(topic);
});

test('the name of a day is quoted whatever it is made of', () => {
  expect(quotable('Day of reply')).toBe('Day of reply');
});
