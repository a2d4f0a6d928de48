import type { Container } from './container.js';
import { gzip } from './gzip.js';
import { warc } from './warc.js';
import { zip } from './zip.js';

/** All formats that hold files. */
export const CONTAINERS: readonly Container[] = [gzip, zip, warc];
