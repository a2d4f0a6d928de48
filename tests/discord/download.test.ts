import { describe, expect, test } from 'vitest';
import { isDiscords } from '../../src/discord/download.js';

describe('where attached files may be fetched from', () => {
  test.each([
    'https://cdn.discordapp.com/ephemeral-attachments/1/2/a.txt?ex=1&is=2&hm=3',
    'https://media.discordapp.net/attachments/1/2/a.txt',
  ])('Discord’s own: %s', (url) => {
    expect(isDiscords(url, undefined)).toBe(true);
    expect(isDiscords(url, 'http://127.0.0.1:9/api')).toBe(true);
  });

  test.each([
    'http://cdn.discordapp.com/attachments/1/2/a.txt',
    'https://cdn.discordapp.com:8443/a.txt',
    'https://cdn.discordapp.com.example.org/a.txt',
    'https://cdn.discordapp.com@example.org/a.txt',
    'https://user@cdn.discordapp.com/a.txt',
    'https://example.org/?cdn.discordapp.com',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:9/a.txt',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '',
  ])('nowhere else: %s', (url) => {
    expect(isDiscords(url, undefined)).toBe(false);
    expect(isDiscords(url, 'http://127.0.0.1:10/api')).toBe(false);
  });

  test('the API that the operator has named, at that very origin', () => {
    expect(isDiscords('http://127.0.0.1:9/a.txt', 'http://127.0.0.1:9/api')).toBe(true);
    expect(isDiscords('https://127.0.0.1:9/a.txt', 'http://127.0.0.1:9/api')).toBe(false);
  });
});
