/** What the line rules look at: a paragraph as it stands in the file. */
export type Candidate = {
  /** Closed up. */
  text: string;
  /** False for what the file itself marks as a heading, a list item or a quotation. */
  plain: boolean;
};

const LABEL =
  /^(?:read (?:more|also|next|the full story)|also read|more (?:here|on this)|related(?: (?:stories|articles|story|article|content|news))?|see also|don['’]t miss|just in|revealed|watch(?: (?:now|live|below))?|recommended|must[- ]read|trending|most read|in other news|sign up|express\.co\.uk)\s*(?::|>|»|→|$)/i;
const TAG = /\s\[(?:\p{Lu}[\p{Lu}\d’'&/-]*)(?:\s[\p{Lu}\d’'&/-]+){0,3}\]$/u;

// A promo is a headline, and no headline is longer.
const MAX_LENGTH = 250;

/** Why a line is an advertisement for another story and no part of this article; null where it is a part. */
export function promoReason(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  if (LABEL.test(text)) return 'promo: leads to another story';
  const tag = TAG.exec(text);
  if (tag) return `promo: a headline tagged ${tag[0].trim()}`;
  return null;
}
