import { WebUrlSchema } from './article.js';

// The Wayback Machine's addresses hold the time of the copy and the address that was copied; letters after the time ask for it bare.
const WAYBACK = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/i;

type Addresses = { url: string | null; archivedUrl?: string };

/** The address of an article and that of its archived copy: where the one given is a copy's, the one that was copied is taken out of it. */
export function addressesOf({ url, archivedUrl }: Addresses): Addresses {
  const original = WebUrlSchema.safeParse(WAYBACK.exec(url ?? '')?.[1]).data;
  if (url !== null && original !== undefined) return { url: original, archivedUrl: archivedUrl ?? url };
  return { url, ...(archivedUrl !== undefined && { archivedUrl }) };
}
