/**
 * A pattern of files as a test of a path, given as its parts. `*` is any text within a name, `?` one character, `**` any
 * number of folders; a pattern without a slash fits the name at any depth, as in a `.gitignore`. No regular expression:
 * the work is at most the product of both lengths, whatever the pattern.
 */
export function fileMatcher(pattern: string): (path: readonly string[]) => boolean {
  const isName = !/\/./.test(pattern);
  const names = pattern.replace(/^\/+|\/+$/g, '').split('/');
  const wanted = names.map((name) => (name === '**' ? name : Array.from(name)));
  const [only] = wanted;
  if (isName && only !== undefined) return (path) => fitsName(only, path.at(-1) ?? '');
  return (path) => fits(wanted, path, { isMany: (name) => name === '**', fitsOne: fitsName });
}

function fitsName(wanted: string | readonly string[], name: string): boolean {
  if (typeof wanted === 'string') return true;
  const isMany = (character: string) => character === '*';
  const fitsOne = (character: string, found: string) => character === '?' || character === found;
  return fits(wanted, Array.from(name), { isMany, fitsOne });
}

type Rules<Piece> = { isMany(piece: Piece): boolean; fitsOne(piece: Piece, item: string): boolean };

// Where a later piece does not fit, only the last "many" before it has to take one more: an earlier one would gain nothing.
function fits<Piece>(pieces: readonly Piece[], items: readonly string[], rules: Rules<Piece>): boolean {
  const { isMany, fitsOne } = rules;
  let [piece, item] = [0, 0];
  let again: { piece: number; item: number } | null = null;
  while (item < items.length) {
    const [wanted, found] = [pieces[piece], items[item]];
    if (wanted !== undefined && isMany(wanted)) {
      piece++;
      again = { piece, item };
    } else if (wanted !== undefined && found !== undefined && fitsOne(wanted, found)) {
      piece++;
      item++;
    } else if (again) {
      again.item++;
      ({ piece, item } = again);
    } else return false;
  }
  return pieces.slice(piece).every(isMany);
}
