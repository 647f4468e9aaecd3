import { expect, it } from 'vitest';
import { type PartWriter, writeMeeting } from '../../../electron/core/replies/parts';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import vi from '../../../resources/replies/vi.json';
import { instant, NOW } from './scene';

const view = { now: instant(NOW), myZone: 'Europe/Vienna', zone: 'Asia/Ho_Chi_Minh', locale: 'vi-VN' };
const writer: PartWriter = { words: replyWordsSchema.parse(vi), view, form: 'formal' };

it.each([
  ['2026-12-04T09:00:00Z', 'thứ Sáu, ngày 4 tháng 12, lúc 16:00 giờ bên anh/chị (10:00 bên tôi)'],
  [
    '2026-12-05T20:00:00Z',
    'Chủ Nhật, ngày 6 tháng 12, lúc 03:00 giờ bên anh/chị (21:00 thứ Bảy, ngày 5 tháng 12 bên tôi)',
  ],
])('a date in Vietnamese says "ngày" before its number: %s', (at, said) => {
  expect(writeMeeting(writer, instant(at))).toBe(said);
});
