import { describe, expect, test } from 'vitest';
import { archiveOf } from './archive-of.js';

const check = async (said: string, claim: string) => {
  const { verify } = await archiveOf([`“${said},” said Ada Fenn.`]);
  const { verdict, sources } = verify(claim);
  const cuts = sources[0]?.parts.filter((part) => part.kind === 'cut') ?? [];
  return { verdict, reversing: cuts.some((cut) => cut.reversing) };
};

describe('a cut at an end that takes a negation of the same clause is altered', () => {
  test.each([
    ['The millers were very pleased, and I was not', 'The millers were very pleased, and I was'],
    ['We have seen the wheel and found nothing', 'We have seen the wheel and found'],
    ['The sluice is safe for boats no longer', 'The sluice is safe for boats'],
    ['Nobody in this village has to swim', 'in this village has to swim'],
    ['We will not close the sluice', 'close the sluice'],
    ['I do not believe that he lied to us', 'he lied to us'],
    ['I do not believe that he lied to us', 'that he lied to us'],
    ['It is not true that the mill is sold', 'the mill is sold'],
    ['Les meuniers étaient contents et je ne l’étais pas', 'Les meuniers étaient contents et je ne l’étais'],
  ])('“%s”: “%s”', async (said, claim) => {
    expect(await check(said, claim)).toEqual({ verdict: 'altered', reversing: true });
  });
});

describe('what another clause denies, or a condition, leaves it shortened, with a warning', () => {
  test.each([
    ['We will mend the wheel, not the roof', 'We will mend the wheel'],
    ['We will mend the wheel because they did not', 'We will mend the wheel'],
    ['The roof is not ours but the wheel is old', 'the wheel is old'],
    ['We will mend the wheel unless the council pays', 'We will mend the wheel'],
    ['We will mend the wheel if the council pays', 'We will mend the wheel'],
    ['I never told the council of the county that the wheel is old', 'the wheel is old'],
  ])('“%s”: “%s”', async (said, claim) => {
    expect(await check(said, claim)).toEqual({ verdict: 'shortened', reversing: true });
  });
});
