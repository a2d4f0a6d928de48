import { describe, expect, test } from 'vitest';
import { registerCommands } from '../../src/discord/bot.js';
import { TokenRefusedError } from '../../src/discord/errors.js';
import { loggerWithLines } from './fakes.js';

describe('a token that cannot be one', () => {
  test('is refused with a sentence that says where to get one and does not repeat it', async () => {
    const { logger, lines } = loggerWithLines();
    const wrong = registerCommands({ token: 'my secret\ntoken', apiUrl: 'http://127.0.0.1:1/api', logger });
    const error = await wrong.catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(TokenRefusedError);
    expect(String(error)).toContain('https://discord.com/developers/applications');
    expect(String(error) + lines.join('')).not.toContain('secret');
  });
});
