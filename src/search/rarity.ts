import { type PassageTable, passagesIn } from './passage-table.js';

/** Inverse passage frequency of each term: ln(1 + (N − n + 0.5) / (n + 0.5)), never negative. */
export function rarities(table: PassageTable): Float32Array {
  const passages = passagesIn(table);
  return Float32Array.from(table.passagesWith, (holding) => rarity(passages, holding));
}

/** Inverse passage frequency of a term that `holding` of `passages` hold. */
export function rarity(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
