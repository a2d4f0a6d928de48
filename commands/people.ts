import { lookUpChosen } from '../src/discord/choice.js';
import { defineCommand } from '../src/discord/command.js';
import { PEOPLE_PER_PAGE, peopleView } from '../src/discord/render/people.js';
import { profileView } from '../src/discord/render/profile.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** /people: who is quoted in the archive, or one person's roles and articles. */
export const people = defineCommand({
  name: 'people',
  description: 'Show who is quoted in the archive, or one person’s roles and articles',
  turns: true,
  options: {
    name: { kind: 'text', description: 'Only people of this name', max: 100, suggest: suggestPeople },
    person: {
      kind: 'text',
      description: 'One person: their roles over time and the articles that quote them',
      max: 100,
      suggest: suggestPeople,
    },
    private: { kind: 'flag', description: 'Show the answer only to me' },
  },
  check: ({ name, person }) =>
    name !== undefined && person !== undefined ? 'Give either `name` or `person`, not both.' : null,
  async run({ name, person }, { archive, turning }) {
    if (person !== undefined) {
      const found = await lookUpChosen(turning.choice, (id) =>
        archive.person({ person, ...(id !== undefined && { id }) }),
      );
      return profileView(found, person, turning);
    }
    // One page before and one after, so that the page before can be measured.
    const page = (at: number) =>
      archive.people({
        ...(name !== undefined && { name }),
        offset: Math.max(0, at - PEOPLE_PER_PAGE),
        limit: 2 * PEOPLE_PER_PAGE,
      });
    const found = await page(turning.at);
    if (turning.at < found.total) return peopleView(found, turning);
    return peopleView(turning.at === 0 ? found : await page(0), { ...turning, at: 0 });
  },
});
