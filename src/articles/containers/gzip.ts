import { rejection, warning } from '../problem.js';
import type { Container } from './container.js';
import { unpack } from './inflate.js';

/** A `.gz` of one file. The file is named as the `.gz` without its ending; the name inside is not trusted. */
export const gzip: Container = {
  kind: 'a gzip file',
  accepts: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
  *open({ place, name, bytes }, budget) {
    const unpacked = unpack(bytes, 'gzip', budget);
    if ('fault' in unpacked) {
      yield {
        problem: rejection(place, { what: 'it was not unpacked', why: unpacked.fault, remedy: REMEDY }),
      };
      return;
    }
    if (unpacked.cut !== null)
      yield {
        problem: warning(place, { what: 'its end may be missing', why: unpacked.cut, remedy: REMEDY }),
      };
    const inner = name.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
    yield { part: { place, name: inner, bytes: unpacked.bytes } };
  },
};

const REMEDY = 'make or download the file again; if it is sound, unpack it and put its files into the set';
