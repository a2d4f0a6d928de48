import { describe, expect, it } from 'vitest';
import {
  fullNamesAgree,
  genderOfGivenName,
  givenNamesAgree,
  honorificGender,
  isHonorific,
  parseName,
} from '../../src/text/names.js';

describe('names', () => {
  it('come apart into title, given names, surname and suffix', () => {
    expect(parseName('Sen. Mary J. de la Cruz Jr.')).toEqual({
      honorific: 'Sen.',
      given: ['Mary', 'J.'],
      surname: 'de la Cruz',
      suffix: 'jr',
    });
    expect(parseName('Joly')).toEqual({ honorific: null, given: [], surname: 'Joly', suffix: null });
    expect(parseName('')).toMatchObject({ given: [], surname: '' });
  });

  it('agree where a given name is short for the other, an initial or the same without accents', () => {
    expect(givenNamesAgree('Robert', 'Bob')).toBe(true);
    expect(givenNamesAgree('Mélanie', 'Melanie')).toBe(true);
    expect(givenNamesAgree('J.', 'John')).toBe(true);
    expect(givenNamesAgree('Ann', 'Ian')).toBe(false);
  });

  it('keep father and son apart', () => {
    expect(fullNamesAgree('John Moss Jr.', 'John Moss Sr.')).toBe(false);
    expect(fullNamesAgree('John Moss Jr.', 'John Moss')).toBe(false);
    expect(fullNamesAgree('John Moss', 'John Moss III')).toBe(false);
    expect(fullNamesAgree('John Moss Jr.', 'John Moss, Junior')).toBe(true);
    expect(fullNamesAgree('John Moss MP', 'John Moss')).toBe(true);
    expect(fullNamesAgree('John Moss', 'Jonathan Moss')).toBe(false);
    expect(fullNamesAgree('Sen. Robert A. Moss', 'Bob Moss')).toBe(true);
  });

  it('tell a gender where most bearers have one', () => {
    expect(genderOfGivenName('Mary-Jane')).toBe('female');
    expect(genderOfGivenName('Graham')).toBe('male');
    expect(genderOfGivenName('Robin')).toBeNull();
    expect(genderOfGivenName('Xq')).toBeNull();
    expect(honorificGender('Mrs.')).toBe('female');
    expect(honorificGender('Dr')).toBeNull();
    expect(isHonorific('Sen.')).toBe(true);
  });
});
