import { describe, expect, it } from 'vitest';
import { saysTime } from '../../../electron/core/verdict/time';
import { makeContact, makeRequest } from '../../helpers/build';

const says = (text: string, more = {}) =>
  saysTime(makeRequest('r', { contacts: [makeContact('2026-11-24T10:00:00Z', 'email', { text })], ...more }));

describe('words that leave me the time', () => {
  it.each([
    ...['logo files, no hurry', 'No rush at all', 'it isn’t urgent', 'whenever suits you', 'take your time'],
    ...['Logo, keine Eile', 'das eilt nicht', 'ist nicht dringend', 'ohne Eile bitte'],
    ...['le logo, sans urgence', 'rien ne presse', 'ce n’est pas urgent', 'prends ton temps'],
    ...['el logo, sin prisa', 'no hay prisa', 'no corre prisa'],
    ...['logo, žiadny zhon', 'nesúri to', 'neponáhľa sa', 'keď budete mať čas'],
    ...['logo, không gấp', 'không cần gấp đâu ạ', 'khong gap', 'không vội'],
  ])('%s', (text) => expect(says(text)).toBe(true));

  it.each([
    ...[
      'invoice',
      'please hurry',
      'Không gặp được anh',
      'khong gap duoc',
      'so schnell es geht',
      'súri to',
      'lo antes posible',
    ],
  ])('are not: %s', (text) => expect(says(text)).toBe(false));

  it('count for nothing where they call it urgent, or where they are mine', () => {
    expect(says('no rush', { claimedUrgent: true })).toBe(false);
    expect(says('no rush', { emergency: 'suspected' })).toBe(false);
    const mine = makeContact('2026-11-24T10:00:00Z', 'email', { text: 'no rush', direction: 'out' });
    expect(saysTime(makeRequest('r', { contacts: [mine] }))).toBe(false);
  });
});
