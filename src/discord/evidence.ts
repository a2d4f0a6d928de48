import type { Archive } from '../archive/archive.js';
import { type EvidenceState, shortDigest } from './custom-id.js';
import { evidenceView } from './render/evidence.js';
import type { View } from './view.js';

/** What a pressed evidence button shows. The archive is asked anew, so that nothing has to be remembered. */
export async function openEvidence(archive: Archive, state: EvidenceState): Promise<View> {
  const article = (await archive.articles()).find(({ id }) => shortDigest(id) === state.article);
  const found = article
    ? await archive.evidence({ article: article.id, at: state.at })
    : { snapshot: '', quotation: null, around: null };
  return evidenceView(found, state);
}
