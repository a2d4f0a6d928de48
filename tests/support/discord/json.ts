/** Anything that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** A JSON object; a field that is `undefined` is left out when it is sent. */
export type JsonObject = { [key: string]: Json | undefined };

/** Reads JSON; gives undefined where the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one: lets a check go on past a field of the wrong type. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function stringOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The objects of a list, in order; anything else in it is passed over. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return listOf(value).filter(isObject);
}

/** How long Discord counts a text to be: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
