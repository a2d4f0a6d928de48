import { lookUpChosen } from '../src/discord/choice.js';
import { defineCommand } from '../src/discord/command.js';
import { lookUpPage } from '../src/discord/look-up-page.js';
import { PEOPLE_PER_PAGE, peopleView } from '../src/discord/render/people.js';
import { profileView } from '../src/discord/render/profile.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** /people: who is quoted in the archive, or one person's roles and articles. */
export const people = defineCommand({
  name: 'people',
  says: (words) => words.people,
  turns: true,
  options: {
    name: { kind: 'text', max: 100, suggest: suggestPeople },
    person: {
      kind: 'text',
      max: 100,
      suggest: suggestPeople,
    },
    private: { kind: 'flag' },
  },
  check: ({ name, person }, { wrong }) =>
    name !== undefined && person !== undefined ? wrong.nameAndPerson : null,
  async run({ name, person }, { archive, turning, words }) {
    if (person !== undefined) {
      const found = await lookUpChosen(turning.choice, (id) =>
        archive.person({ person, ...(id !== undefined && { id }) }),
      );
      return profileView(found, person, turning, words);
    }
    const page = await lookUpPage(turning, PEOPLE_PER_PAGE, (part) =>
      archive.people({ ...(name !== undefined && { name }), ...part }),
    );
    return peopleView(page.found, page.turning, words);
  },
});
