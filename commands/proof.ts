import { defineOpener } from '../src/discord/command.js';
import { quotationDigest } from '../src/discord/custom-id.js';
import { evidenceView } from '../src/discord/render/evidence.js';
import { VERIFY_OPTIONS } from './verify.js';

/** The button of /verify: what proves who said the words that the archive holds. */
export const proof = defineOpener({
  name: 'proof',
  options: VERIFY_OPTIONS,
  async run({ private: _, ...query }, { archive, turning, words }) {
    const { sources, snapshot } = await archive.verify(query);
    const source = sources.find(
      ({ article, speaker }) =>
        speaker !== null && quotationDigest(article.id, speaker.evidence.text) === turning.item,
    );
    const found = source && { ...source, ...source.text, kind: 'direct' as const, also: [] };
    return evidenceView(found ?? null, snapshot, turning, words);
  },
});
