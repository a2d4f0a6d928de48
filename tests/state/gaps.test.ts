import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openState, type State } from '../../src/state/state.js';

let folder: string;
let state: State;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuttings-gaps-'));
  state = openState(folder, { keepQuestions: true });
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});
const note = (question: string, day = '2026-01-01', guild: string | null = '1') =>
  state.gaps.note(guild, question, day);

describe('questions without an answer', () => {
  test('count once however they are written, with the last day', () => {
    note('Where is the café?');
    note('where  is the CAFE', '2026-01-03');
    note('Who came?', '2026-01-02');
    expect(state.gaps.of('1')).toEqual([
      { question: 'Where is the café?', count: 2, last: '2026-01-03' },
      { question: 'Who came?', count: 1, last: '2026-01-02' },
    ]);
  });

  test('are of one server, and not kept outside servers or without a word', () => {
    note('Who came?', '2026-01-01', '2');
    note('Who came?', '2026-01-01', null);
    note('???');
    expect(state.gaps.of('1')).toEqual([]);
    expect(state.gaps.of('2')).toHaveLength(1);
  });

  test('are bounded: the rarest and oldest go, the newest stays', () => {
    note('common question');
    note('common question');
    const db = new Database(join(folder, 'state.db'));
    db.exec(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 510)
       INSERT INTO gaps SELECT '1', 'question ' || i, 'Question ' || i, 1, '2025-01-01' FROM n`,
    );
    db.close();
    note('question number 504');
    const kept = state.gaps.of('1');
    expect(kept.length).toBeLessThanOrEqual(501);
    expect(kept[0]?.question).toBe('common question');
    expect(kept.map(({ question }) => question)).toContain('question number 504');
  });

  test('are deleted at the first start that is not to keep them', () => {
    note('Who came?');
    state.close();
    const without = openState(folder);
    without.gaps.note('1', 'Who left?', '2026-01-01');
    without.close();
    state = openState(folder, { keepQuestions: true });
    expect(state.gaps.of('1')).toEqual([]);
  });

  test('cost nothing where they cannot be kept', () => {
    state.close();
    expect(() => note('Who came?')).not.toThrow();
  });
});
