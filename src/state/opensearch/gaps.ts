import { z } from 'zod';
import { type Gap, type Gaps, keyOfQuestion, LONGEST, MOST_OF_A_SERVER } from '../gaps.js';
import type { SharedStore } from './store.js';

const GapsSchema = z
  .array(z.object({ key: z.string(), question: z.string(), count: z.number(), last: z.string() }))
  .catch([]);
type KeyedGap = z.infer<typeof GapsSchema>[number];

const mostAskedFirst = (a: KeyedGap, b: KeyedGap) =>
  b.count - a.count || (a.last < b.last ? 1 : a.last > b.last ? -1 : a.key < b.key ? -1 : 1);

/** Those in the cluster: a document for each server. */
export function sharedGaps(store: () => SharedStore, kept: boolean): Gaps {
  const place = (guild: string) => ({ kind: 'gaps', key: guild }) as const;
  return {
    kept,
    async note(guild, question, today) {
      const key = keyOfQuestion(question);
      if (!kept || guild === null || key === '') return;
      const counted = (value: unknown) => {
        const before = GapsSchema.parse(value);
        const known = before.find((gap) => gap.key === key);
        const others = before.filter((gap) => gap !== known).slice(0, MOST_OF_A_SERVER - 1);
        const one = {
          key,
          question: known?.question ?? question.slice(0, LONGEST),
          count: (known?.count ?? 0) + 1,
          last: today,
        };
        return { after: [...others, one].sort(mostAskedFirst), result: undefined };
      };
      await store()
        .use((documents) => documents.change(place(guild), counted))
        .catch(() => {
          // The store has told its trouble.
        });
    },
    async of(guild) {
      const gaps = GapsSchema.parse(await store().use((documents) => documents.read(place(guild))));
      return gaps.map(({ question, count, last }): Gap => ({ question, count, last }));
    },
    clear: (guild) =>
      store().use((documents) => documents.change(place(guild), () => ({ after: null, result: undefined }))),
  };
}
