import { TokenRefusedError } from './errors.js';

/**
 * The token as Discord takes it.
 * @throws {TokenRefusedError} for what could not be one, before it gets into a header or an error
 */
export function bareToken(token: string): string {
  const bare = token.trim().replace(/^Bot\s+/i, '');
  if (!/^[\w.-]+$/.test(bare)) throw new TokenRefusedError();
  return bare;
}
