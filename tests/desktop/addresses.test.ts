import { describe, expect, test } from 'vitest';
import {
  addressOf,
  fileOf,
  isForOutside,
  isOwnAddress,
  isOwnBlob,
  isSamePage,
  viewOf,
} from '../../electron/desktop/addresses';

const DEV = 'http://localhost:5173';

describe('files', () => {
  test.each([
    ['app://until-friday/index.html', '/out/renderer/index.html'],
    ['app://until-friday/assets/index-abc.js?x#y', '/out/renderer/assets/index-abc.js'],
    ['app://until-friday/a%20b.css', '/out/renderer/a b.css'],
  ])('%s', (address, file) => {
    expect(fileOf(address, '/out/renderer')).toBe(file);
  });

  test.each([
    'app://until-friday/',
    'app://until-friday/..%2fmain/main.js',
    'app://until-friday/assets/..%2f..%2f..%2fetc%2fpasswd',
    'app://until-friday/..%5cmain%5cmain.js',
    'app://until-friday/index.html%00.png',
    'app://until-friday/%e0%a4%a',
    'app://elsewhere/index.html',
    'file:///out/renderer/index.html',
    'no address',
  ])('nothing outside the folder: %s', (address) => {
    expect(fileOf(address, '/out/renderer')).toBeUndefined();
  });
});

test.each([
  ['app://until-friday/index.html#/week', undefined, true],
  ['app://until-friday.evil.example/index.html', undefined, false],
  ['app://until-friday:8080/index.html', undefined, false],
  ['https://until-friday/index.html', undefined, false],
  ['http://localhost:5173/palette.html', undefined, false],
  ['http://localhost:5173/palette.html', DEV, true],
  ['http://localhost:5174/palette.html', DEV, false],
  ['https://localhost:5173/palette.html', DEV, false],
  ['', undefined, false],
])('our own address? %s (dev server: %s): %s', (address, devServer, isOwn) => {
  expect(isOwnAddress(address, devServer)).toBe(isOwn);
});

test('pages', () => {
  expect(addressOf('palette', undefined)).toBe('app://until-friday/palette.html');
  expect(addressOf('index', `${DEV}/`)).toBe(`${DEV}/index.html`);
  expect(isSamePage('app://until-friday/index.html#/week', 'app://until-friday/index.html#/load')).toBe(true);
  expect(isSamePage('app://until-friday/index.html', 'app://until-friday/palette.html')).toBe(false);
});

test.each([
  ['https://example.com/', true],
  ['mailto:dana@globex.example', true],
  ['http://example.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://host/share', false],
  ['not an address', false],
])('given to the system? %s: %s', (address, isGiven) => {
  expect(isForOutside(address)).toBe(isGiven);
});

test.each([
  ['week', 'week'],
  ['clients/cli_018f-2', 'clients/cli_018f-2'],
  ['week/2026-11-23', 'week/2026-11-23'],
  ['../../etc', 'week'],
  ['week"><script>', 'week'],
  ['', 'week'],
])('view %s leads to %s', (asked, view) => {
  expect(viewOf(asked)).toBe(view);
});

test.each([
  ['blob:app://until-friday/0b1c', true],
  ['blob:https://example.com/0b1c', false],
  ['app://until-friday/index.html', false],
])('made by a page of ours? %s: %s', (address, isOurs) => {
  expect(isOwnBlob(address, undefined)).toBe(isOurs);
});
