import type { Json, JsonObject } from './json.js';

/** What a route answers: a status and, unless it is 204, a body. */
export type Response = { status: number; body?: Json };

/** One thing wrong with a body: where (`['data', 'components', '0', 'label']`), Discord's code, its words. */
export type Flaw = { path: string[]; code: string; message: string };

/** A refusal in Discord's shape. */
export function refusal(status: number, code: number, message: string, errors?: JsonObject): Response {
  return { status, body: errors === undefined ? { message, code } : { message, code, errors } };
}

export const unauthorized = () => refusal(401, 0, '401: Unauthorized');
export const notFound = () => refusal(404, 0, '404: Not Found');
export const methodNotAllowed = () => refusal(405, 0, '405: Method Not Allowed');
export const serverError = () => refusal(500, 0, '500: Internal Server Error');
export const unknownInteraction = () => refusal(404, 10062, 'Unknown interaction');
export const unknownWebhook = () => refusal(404, 10015, 'Unknown Webhook');
export const unknownMessage = () => refusal(404, 10008, 'Unknown Message');
export const unknownCommand = () => refusal(404, 10063, 'Unknown application command');
export const unknownChannel = () => refusal(404, 10003, 'Unknown Channel');
export const missingAccess = () => refusal(403, 50001, 'Missing Access');
export const unknownGuild = () => refusal(404, 10004, 'Unknown Guild');
export const alreadyAcknowledged = () => refusal(400, 40060, 'Interaction has already been acknowledged.');
export const expiredToken = () => refusal(401, 50027, 'Invalid Webhook Token');
export const emptyMessage = () => refusal(400, 50006, 'Cannot send an empty message');
export const malformedJson = () => refusal(400, 50109, 'The request body contains invalid JSON.');

/** The 50035 refusal: every flaw at its place in the body, under `_errors`. */
export function invalidForm(flaws: Flaw[]): Response {
  const errors: JsonObject = {};
  for (const { path, code, message } of flaws) {
    let place: JsonObject = errors;
    for (const key of path) {
      const next = place[key];
      if (typeof next === 'object' && next !== null && !Array.isArray(next)) place = next;
      else {
        const made: JsonObject = {};
        place[key] = made;
        place = made;
      }
    }
    const here = place['_errors'];
    const flaw = { code, message };
    if (Array.isArray(here)) here.push(flaw);
    else place['_errors'] = [flaw];
  }
  return refusal(400, 50035, 'Invalid Form Body', errors);
}
