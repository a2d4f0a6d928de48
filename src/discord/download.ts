import type { Attached } from './options.js';

/** Most bytes of an attached file: articles are small, and whatever is larger belongs into the folder by hand. */
const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_MS = 20_000;

/** Where Discord keeps what people attach. */
const DISCORD_HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** The bytes of an attached file, or what was wrong with it. */
export type Downloaded =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; why: 'elsewhere' | 'too-large' | 'failed' };

/**
 * Fetches attached files from Discord's own hosts by https and from nowhere else, whatever an attachment says; also from the
 * origin of `apiUrl`, which the operator has named. No redirect is followed; size and time are bounded. Never throws.
 */
export function downloader(apiUrl: string | undefined): (file: Attached) => Promise<Downloaded> {
  return async ({ url }) => {
    if (!isDiscords(url, apiUrl)) return { ok: false, why: 'elsewhere' };
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LONGEST_MS) });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        return { ok: false, why: 'failed' };
      }
      const parts: Uint8Array[] = [];
      let length = 0;
      // Leaving the loop cancels the rest. What a header or the attachment says of its size counts for nothing.
      for await (const part of response.body) {
        length += part.length;
        if (length > MOST_BYTES) return { ok: false, why: 'too-large' };
        parts.push(part);
      }
      return { ok: true, bytes: Buffer.concat(parts) };
    } catch {
      return { ok: false, why: 'failed' };
    }
  };
}

/** Whether an address is one of Discord's for attached files. */
export function isDiscords(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username || url.password) return false;
  if (apiUrl !== undefined && url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && DISCORD_HOSTS.has(url.hostname);
}
