import type { PersonSummary, WhoIsMeant } from '../archive/archive.js';
import type { Words } from '../words/words.js';
import type { Turning } from './command.js';
import { personDigest, snapshotDigest, writeCustomId } from './custom-id.js';
import { plainLine } from './cut.js';
import { LIMITS } from './limits.js';
import { type Button, buttonRow, small, text } from './view.js';

type Found = WhoIsMeant & { person: PersonSummary | null };

/**
 * What `look` finds for the person whom a pressed button chose among those that the typed name fits; for the name
 * itself where nobody was chosen, or whoever was is not among them any more.
 */
export async function lookUpChosen<Result extends Found>(
  choice: string | null,
  look: (id?: string) => Promise<Result>,
): Promise<Result> {
  const result = await look();
  if (choice === null) return result;
  const chosen = result.others.find(({ id }) => personDigest(id) === choice);
  return chosen ? look(chosen.id) : result;
}

/** The turning of a message that shows one of several: its page buttons stay with the person shown. */
export function withChoice(turning: Turning, { person, others }: Found): Turning {
  return { ...turning, choice: person && others.length > 0 ? personDigest(person.id) : null };
}

/** A button for each of the others whom the name could mean; nothing where there are none. */
export function choiceRow(
  command: string,
  { others }: Found,
  turning: Turning,
  snapshot: string,
  { quote }: Words,
) {
  if (others.length === 0) return [];
  const buttons = others.map((other): Button => {
    const role = other.roles[0] ? `, ${other.roles[0]}` : '';
    return {
      label: plainLine(other.name + role, LIMITS.buttonLabel) || quote.somebodyElse,
      disabled: false,
      customId: writeCustomId({
        command,
        at: 0,
        owner: turning.owner,
        private: turning.private,
        snapshot: snapshotDigest(snapshot),
        choice: personDigest(other.id),
        item: null,
      }),
    };
  });
  return [text(small(quote.alsoFits)), buttonRow(buttons)];
}
