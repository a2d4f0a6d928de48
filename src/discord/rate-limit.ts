/** How many interactions of one person may be under way. */
const AT_ONCE = 3;
/** After so many in a row, one more for each so many milliseconds. */
const IN_A_ROW = 20;
const PER_INTERACTION = 3000;
// People who ask nothing are forgotten when there are so many.
const MOST_REMEMBERED = 10_000;

/** Whether somebody's interaction may begin; then `end` must be called when it is over. */
export type Entry =
  | { ok: true; end(): void }
  | { ok: false; why: 'busy' }
  | { ok: false; why: 'often'; seconds: number };

/** Counts what each person has under way, and how much they have asked of late. In memory alone, by Discord id. */
export type RateLimit = { begin(user: string): Entry };

/** `now` gives milliseconds from any beginning and never goes back. */
export function createRateLimit(now: () => number = () => performance.now()): RateLimit {
  const people = new Map<string, { underWay: number; even: number }>();

  function forgetIdle(time: number): void {
    for (const [user, { underWay, even }] of people) if (underWay === 0 && even <= time) people.delete(user);
  }

  return {
    begin(user) {
      const time = now();
      if (people.size >= MOST_REMEMBERED) forgetIdle(time);
      // `even` is when this person will have asked no more than one for each PER_INTERACTION.
      const person = people.get(user) ?? { underWay: 0, even: time };
      if (person.underWay >= AT_ONCE) return { ok: false, why: 'busy' };
      const even = Math.max(person.even, time) + PER_INTERACTION;
      const early = even - time - IN_A_ROW * PER_INTERACTION;
      if (early > 0) return { ok: false, why: 'often', seconds: Math.ceil(early / 1000) };
      person.even = even;
      person.underWay += 1;
      people.set(user, person);
      let over = false;
      return {
        ok: true,
        end() {
          if (!over) person.underWay -= 1;
          over = true;
        },
      };
    },
  };
}
