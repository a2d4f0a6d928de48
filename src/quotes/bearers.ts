import { fold } from '../text/fold.js';
import { type NameParts, nameKey, nicknameGroups, parseName, partsAgree } from '../text/names.js';
import type { Entry } from './person-entry.js';

type Bearer = { entry: Entry; key: string; parts: NameParts };

/** Those with full names who bear one surname. */
export type Bearers = {
  /** In the order in which they came. */
  entries: Entry[];
  /** How often a name came or changed: until then the same name finds the same person. */
  changes: number;
  all: Set<Bearer>;
  /** Where there are many: by the folded name, which no two share, and by what names that agree have in common. */
  exact: Map<string, Bearer> | undefined;
  alike: Map<string, Set<Bearer>> | undefined;
};

// So few are looked through faster than looked up.
const FEW = 12;
// Names that begin with the same letters so far are compared one by one.
const LONGEST_START = 8;

export function noBearers(): Bearers {
  return { entries: [], changes: 0, all: new Set(), exact: undefined, alike: undefined };
}

/** Whom a full name means: who is called exactly that, else the only one whose name agrees. An initial that fits several names none. */
export function bearerOf(bearers: Bearers, name: string): Entry | undefined {
  const exact = calledExactly(bearers, name);
  if (exact) return exact.entry;
  const parts = parseName(name);
  let only: Bearer | undefined;
  for (const bearer of candidates(bearers, parts)) {
    if (bearer === only || !partsAgree(bearer.parts, parts)) continue;
    if (only) return undefined;
    only = bearer;
  }
  return only?.entry;
}

/** Adds somebody who is not yet among them. */
export function addBearer(bearers: Bearers, entry: Entry): void {
  bearers.entries.push(entry);
  put(bearers, entry);
}

/** To be called when one of them, who was called `before`, has another name now. */
export function renameBearer(bearers: Bearers, before: string): void {
  const bearer = calledExactly(bearers, before);
  if (!bearer) return;
  bearers.all.delete(bearer);
  bearers.exact?.delete(bearer.key);
  for (const key of bearers.alike ? ownKeys(bearer.parts) : []) bearers.alike?.get(key)?.delete(bearer);
  put(bearers, bearer.entry);
}

function put(bearers: Bearers, entry: Entry): void {
  const bearer = { entry, key: fold(entry.name), parts: parseName(entry.name) };
  bearers.all.add(bearer);
  bearers.changes++;
  if (bearers.all.size <= FEW) return;
  const fresh = bearers.alike ? [bearer] : bearers.all;
  bearers.exact ??= new Map();
  bearers.alike ??= new Map();
  for (const one of fresh) {
    bearers.exact.set(one.key, one);
    for (const key of ownKeys(one.parts))
      bearers.alike.set(key, (bearers.alike.get(key) ?? new Set()).add(one));
  }
}

function calledExactly({ all, exact }: Bearers, name: string): Bearer | undefined {
  const key = fold(name);
  if (exact) return exact.get(key);
  for (const bearer of all) if (bearer.key === key) return bearer;
  return undefined;
}

/** All whose names may agree with one; some several times. */
function* candidates({ all, alike }: Bearers, parts: NameParts): Generator<Bearer> {
  if (!alike) yield* all;
  else for (const key of wantedKeys(parts)) yield* alike.get(key) ?? [];
}

// Keys for each way in which `partsAgree` lets given names agree: those that a name is filed under, and those under which
// the names that agree with one are found.
function ownKeys(parts: NameParts): string[] {
  const { first, middle } = givenKeys(parts);
  return [
    `is ${first}`,
    `initial ${first.charAt(0)}`,
    ...starts(first).map((start) => `starts ${start}`),
    ...nicknameGroups(first).map((group) => `group ${group}`),
    ...middle.map((name) => `middle ${name}`),
  ];
}

function wantedKeys(parts: NameParts): string[] {
  const { first, middle } = givenKeys(parts);
  return [
    `is ${first}`,
    `middle ${first}`,
    first.length === 1 ? `initial ${first}` : `is ${first.charAt(0)}`,
    ...starts(first).map((start) => `is ${start}`),
    ...(first.length > 2 ? [`starts ${first.slice(0, LONGEST_START)}`] : []),
    ...nicknameGroups(first).map((group) => `group ${group}`),
    ...middle.map((name) => `is ${name}`),
  ];
}

// By an initial in the middle nobody is known.
function givenKeys({ given: [first = '', ...more] }: NameParts): { first: string; middle: string[] } {
  return { first: nameKey(first), middle: more.filter((name) => name.length > 2).map(nameKey) };
}

/** The beginnings of a given name that are long enough to be a short form. */
function starts(name: string): string[] {
  const starts: string[] = [];
  for (let length = 3; length <= Math.min(name.length, LONGEST_START); length++)
    starts.push(name.slice(0, length));
  return starts;
}
