import type { Body } from './body.js';
import type { Item, Notes } from './items.js';
import { titleFromText } from './names.js';
import type { Draft } from './reader.js';

/** What a feed or a JSON file says about an article beside its text. */
export type About = Omit<Draft, 'title' | 'tagline' | 'removed' | 'paragraphs' | 'item'> & {
  title: string | null;
};

/** An article from the text and the fields of an item; a text that is not all read is noted, a missing title too. */
export function bodyDraft(
  { paragraphs, removed, cut }: Body,
  notes: Notes,
  { title, ...about }: About,
): Item {
  if (paragraphs.length === 0)
    return notes.refused(
      'it was left out',
      cut ?? 'it has no text',
      'export the articles with their full text',
    );
  if (cut !== null) notes.warned('its end was not read', cut, 'save it as a file of its own');
  if (!title) notes.warned('its title is made of its first words', 'it has none', 'give it a title');
  const draft = { ...about, title: title || titleFromText(paragraphs[0]?.text ?? ''), tagline: null };
  return { draft: { ...draft, removed, paragraphs }, notes: notes.list };
}
