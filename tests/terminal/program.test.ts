import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/src/main.js');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-terminal-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Run = { code: number | null; out: string; errors: string };

/** Runs the built program as a user does, in an empty folder and without a token. */
function cuttings(words: string[], input?: string, settings: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...settings },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, errors }));
    child.stdin.end(input ?? '');
  });
}

const jsonLines = (out: string): unknown[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('ask', () => {
  test('answers once from the archive that ships and ends', async () => {
    const { code, out, errors } = await cuttings(['ask', 'Who chaired the meeting in Brussels?']);
    expect(code).toBe(0);
    expect(errors).toBe('');
    const [first, source] = out.split('\n');
    expect(first).toBe(
      '  NATO Secretary General Jens Stoltenberg, who chaired the bilateral meeting in Brussels, told reporters after the talks that there was “a real risk for new armed conflict in Europe”.',
    );
    expect(source).toMatch(/London Defender.*paragraph 7$/);
  });

  test('says that the archive does not, and ends with 0', async () => {
    const { code, out } = await cuttings(['ask', 'Who', 'won', 'the', '2018', 'World', 'Cup?']);
    expect(code).toBe(0);
    expect(out).toMatch(/^The archive doesn’t say\./);
  });

  test('of an empty folder says that it holds no articles, and who tells why', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const { code, out, errors } = await cuttings(['ask', '--articles', empty, 'Who chaired the meeting?']);
    expect(code).toBe(0);
    expect(out).toBe('The archive doesn’t say. It holds no articles.\n');
    expect(errors).toBe(`No article was read from the folder ${empty}. “check ${empty}” says why.\n`);
  });

  test('--json prints the answer that the library gives, on one line', async () => {
    const { out } = await cuttings(['ask', '--json', 'Who chaired the meeting in Brussels?']);
    expect(jsonLines(out)).toMatchObject([{ answered: true, passages: [{ paragraph: 6 }, {}] }]);
  });

  test('"-" answers each line of standard input with one JSON', async () => {
    const { out } = await cuttings(
      ['ask', '-'],
      'Who chaired the meeting in Brussels?\n\nWho won the 2018 World Cup?\n',
    );
    expect(jsonLines(out)).toMatchObject([{ answered: true }, { answered: false }]);
  });

  test('"-" goes on after a line that cannot be answered, says so in JSON, and ends with 1', async () => {
    const { code, out } = await cuttings(
      ['ask', '-'],
      `Who chaired the meeting in Brussels?\n${'x'.repeat(6100)}\nWho?\n`,
    );
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      { answered: true },
      { error: { code: 'invalid' } },
      { answered: false },
    ]);
  });

  test('narrows by publication and dates, and refuses a date that is none', async () => {
    const question = 'Who chaired the meeting in Brussels?';
    const other = await cuttings(['ask', '--json', '--publication', 'Courier', question]);
    expect(jsonLines(other.out)).not.toMatchObject([{ answered: true }]);
    const wrong = await cuttings(['ask', '--from', '2022-02-30', question]);
    expect(wrong).toMatchObject({ code: 2, errors: expect.stringContaining('2022-01-20') });
  });
});

describe('index', () => {
  test('builds for whoever shares the cache, says what changed since the last time, and ends', async () => {
    const set = join(folder, 'indexed');
    await mkdir(set);
    await writeFile(join(set, 'ferry.txt'), 'Norlund Line opened four berths in Wrenfield harbour.');
    const index = (...words: string[]) => cuttings(['index', '--articles', set, ...words]);
    expect(await index()).toEqual({ code: 0, out: 'The archive holds 1 article.\n', errors: '' });
    await writeFile(join(set, 'bakery.txt'), 'The bakery on Mill Street won the county bread prize.');
    expect((await index()).out).toContain('1 added, 0 changed, 0 removed');
    await rm(join(set, 'ferry.txt'));
    const { out } = await index('--json');
    expect(jsonLines(out)).toMatchObject([{ swapped: true, articles: 1, removed: [{ file: 'ferry.txt' }] }]);
    await rm(set, { recursive: true });
    const gone = await index();
    expect(gone).toMatchObject({ code: 1 });
    expect(gone.out).toContain('There is no folder');
  });

  test('--watch takes seconds, and nothing else', async () => {
    expect((await cuttings(['index', '--watch', '0'])).code).toBe(2);
  });
});

describe('what a terminal would act on', () => {
  const ESCAPES = '\u001b]0;title\u0007\u001b[31mNobody\u009b2J\u202e';

  test('is only shown, wherever it comes from: arguments, articles, mistakes', async () => {
    await writeFile(
      join(folder, 'escapes.txt'),
      `A title\u001b[2J\n\nA paragraph of ${ESCAPES} that is long enough.\n`,
    );
    const runs = [
      ['quote', ESCAPES],
      ['ask', '--person', ESCAPES, 'Who?'],
      ['timeline', ESCAPES],
      ['quote', '--json', ESCAPES],
      ['read', 'escapes.txt'],
      ['read', '--json', 'escapes.txt'],
      [`verb${ESCAPES}`],
      ['ask', `--${ESCAPES}`],
      ['ask', '--from', ESCAPES, 'Who?'],
    ].map((words) => cuttings(words));
    for (const { out, errors } of await Promise.all(runs)) {
      expect(`${out}${errors}`).not.toMatch(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      expect(`${out}${errors}`).not.toBe('');
    }
  });
});

describe('quote', () => {
  test('shows the words, their source and the evidence', async () => {
    const { code, out } = await cuttings(['quote', 'Stoltenburg']);
    expect(code).toBe(0);
    expect(out).toMatch(/showing Jens Stoltenberg/);
    expect(out).toContain('“a real risk for new armed conflict in Europe”');
    expect(out).toContain('told reporters after the talks');
  });

  test('"-" looks up each line of standard input', async () => {
    const { out } = await cuttings(['quote', '-'], 'Joly\nNobody Atall\n');
    expect(jsonLines(out)).toMatchObject([
      { person: { name: 'Mélanie Joly' }, total: 2 },
      { person: null, total: 0 },
    ]);
  });
});

describe('people', () => {
  test('lists who is quoted, and those of a name', async () => {
    const { code, out } = await cuttings(['people', 'Joly']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 person, most quoted first\n {2}Mélanie Joly, .*: 2 quotations in 1 article/);
    const all = await cuttings(['people', '--json', '--limit', '2']);
    expect(jsonLines(all.out)).toMatchObject([{ query: { limit: 2 }, people: [{}, {}] }]);
  });

  test('--person shows roles and articles; nobody of a name is said to be so', async () => {
    const { out } = await cuttings(['people', '--person', 'Stoltenburg']);
    expect(out).toContain('showing Jens Stoltenberg');
    expect(out).toMatch(/Described as:\n {2}- NATO Secretary General: “Canada joins/);
    expect(out).toMatch(/Quoted in:\n {2}- “Canada joins .*: 3 quotations/);
    expect((await cuttings(['people', 'Nobody Atall'])).out).toContain('nobody called “Nobody Atall”');
  });
});

describe('article', () => {
  test('prints an article by a part of its title, with who said what', async () => {
    const { code, out } = await cuttings(['article', 'canada', 'joins']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Canada joins forces with UK .*\nLondon Defender · no date\n\n/);
    expect(out).toContain('  “significant differences” Jens Stoltenberg, NATO Secretary General');
    expect(out).toContain('(The saved copy of the article lost the words of a link here.)');
    const some = await cuttings(['article', 'canada joins', '--offset', '6', '--limit', '1', '--json']);
    expect(jsonLines(some.out)).toMatchObject([
      { fits: 1, total: expect.any(Number), paragraphs: [{ index: 6 }], quotations: [{ paragraph: 6 }] },
    ]);
  });

  test('says which where the title fits several, and that none is where it fits none', async () => {
    await mkdir(join(folder, 'two'));
    for (const name of ['north', 'south'])
      await writeFile(join(folder, 'two', `${name}.md`), `---\ntitle: The ${name} pier\n---\n\nIt stands.\n`);
    const several = await cuttings(['article', 'pier', '--articles', join(folder, 'two')]);
    expect(several.out).toMatch(
      /^That fits 2 articles\. Which do you mean\?\n {2}- “The north pier” \(no date\) {2}[0-9a-f]{16}\n/,
    );
    const id = /[0-9a-f]{16}/.exec(several.out)?.[0] ?? '';
    expect((await cuttings(['article', id, '--articles', join(folder, 'two')])).out).toMatch(
      /^The north pier\n/,
    );
    expect((await cuttings(['article', 'zebra'])).out).toBe(
      'No article of the archive has a title like “zebra”.\n',
    );
  });
});

describe('--cite', () => {
  test('prints each passage or quotation with its reference, in the format that is asked for', async () => {
    const quoted = await cuttings(['quote', 'Stoltenberg', '--limit', '1', '--cite', 'ris']);
    expect(quoted.out).toContain(
      'T2  - London Defender\r\nN1  - “a real risk for new armed conflict in Europe” (Jens Stoltenberg',
    );
    const asked = await cuttings(['ask', 'Who chaired the meeting in Brussels?', '--cite', 'bibtex']);
    expect(asked.out).toMatch(/^@article\{defendercanada,\n/);
    const none = await cuttings(['ask', 'Who won the 2018 World Cup?', '--cite', 'text']);
    expect(none.out).toMatch(/^The archive doesn’t say\./);
    expect((await cuttings(['quote', 'Joly', '--cite', 'word'])).code).toBe(2);
  });
});

describe('quotes', () => {
  const seed = join(ROOT, 'data/articles/london-defender.txt');

  test('shows every quotation of a file with its speaker, evidence, reason and confidence', async () => {
    const { code, out } = await cuttings(['quotes', seed]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\[7\] “a real risk for new armed conflict in Europe” part of a sentence\n {2}Jens Stoltenberg, NATO Secretary General\n {2}certain: named before the words, with a verb of speech \(.*“told”\)\n {2}Evidence: NATO Secretary/,
    );
    expect(out).toContain('unattributed');
  });

  test('--json gives one object a file; a file that is none ends with 1', async () => {
    const { code, out } = await cuttings(['quotes', '--json', seed, '/nowhere.txt']);
    expect(code).toBe(1);
    const [first, second] = jsonLines(out);
    expect(first).toMatchObject({ file: seed, articles: [{ article: { publication: 'London Defender' } }] });
    expect(second).toMatchObject({ articles: [], problems: [{ rejected: true }] });
  });
});

describe('verify', () => {
  const said = 'We will not slam the door shut on NATO’s open-door policy';

  test('says what the archive holds of a quote, in its own words, with the evidence', async () => {
    const { code, out } = await cuttings([
      'verify',
      "we will not slam the door shut on NATO's open-door policy",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^In the archive, word for word\./);
    expect(out).toContain(`“${said}`);
    expect(out).toContain('London Defender');
    expect(out).toContain('Evidence: ');
  });

  test('shows differences in words, so that they can be read without bold', async () => {
    const { out } = await cuttings(['verify', 'We will slam the door shut on NATO’s open-door policy']);
    expect(out).toMatch(/^Altered/);
    expect(out).toContain('- left out without a mark: “not”');
  });

  test('--person, --json', async () => {
    const { out } = await cuttings(['verify', '--json', '--person', 'Stoltenberg', said]);
    expect(jsonLines(out)).toMatchObject([
      { verdict: 'someone-else', people: ['Jens Stoltenberg'], sources: [{ attribution: 'other' }] },
    ]);
  });

  test('"-" checks each line of standard input; a claim that is too long is refused', async () => {
    const { out } = await cuttings(['verify', '-'], `${said}\nThe moon is a harbour for the patient\n`);
    expect(jsonLines(out)).toMatchObject([{ verdict: 'verbatim' }, { verdict: 'not-found', sources: [] }]);
    const long = await cuttings(['verify', 'x '.repeat(1001)]);
    expect(long).toMatchObject({ code: 2, errors: expect.stringContaining('2000 characters') });
  });
});

describe('the prompt', () => {
  test('GIVEN no token THEN it says so in one line and answers each line of standard input', async () => {
    const { code, out, errors } = await cuttings(
      [],
      'Who chaired the meeting in Brussels?\nquote Sullivan\nreload\nhelp\nquote\nexit\nask never read\n',
    );
    expect(code).toBe(0);
    expect(errors.split('\n')[0]).toMatch(/^No DISCORD_TOKEN is set/);
    expect(errors).toContain("missing required argument 'person'");
    expect(out).toContain('Stoltenberg, who chaired');
    expect(out).toContain('“any contingency”');
    expect(out).toMatch(/Nothing has changed in the \d+ articles|Reloaded \d+ articles/);
    expect(out).toContain('ask QUESTION');
    expect(out).not.toContain('never read');
  });
});

describe('read and check', () => {
  test('read shows the article as the archive holds it, and what was left out', async () => {
    const { code, out } = await cuttings(['read', join(ROOT, 'data/articles/london-defender.txt')]);
    expect(code).toBe(0);
    expect(out).toContain('[21] Tensions have heightened');
    expect(out).toMatch(/Left out:\n.*READ MORE/);
    expect(out).toContain('averting an armed conflict in [?] broke down');
  });

  test('read --why shows for every block of a web page whether it was kept, and by which rule', async () => {
    const page = join(folder, 'page.html');
    const paragraphs = Array.from(
      { length: 6 },
      (_, n) =>
        `<p>The ferry company Norlund Line opened berth number ${n} in Wrenfield harbour on Tuesday morning, in the rain.</p>`,
    );
    await writeFile(
      page,
      `<!doctype html><html><head><title>Ferry opens</title></head><body><nav><ul><li>Weather and sport</li></ul></nav><article><h1>Ferry opens</h1>${paragraphs.join('')}</article></body></html>`,
    );
    const { code, out } = await cuttings(['read', '--why', page]);
    expect(code).toBe(0);
    expect(out).toMatch(/^title {7}Ferry opens from /);
    expect(out).toMatch(/kept .*\n {8}The ferry company Norlund Line opened berth number 0/);
    expect(out).toMatch(/removed .*\n {8}Weather and sport/);
  });

  test('check counts a folder, names what is wrong, and ends with 1 where a file was rejected', async () => {
    const set = join(folder, 'set');
    await mkdirWith(set, {
      'good.txt':
        'Ferry opens\n\nThe ferry company Norlund Line opened four berths in Wrenfield harbour on Tuesday.\n',
    });
    expect(await cuttings(['check', set])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 article from 1 file'),
    });
    await writeFile(join(set, 'empty.txt'), '');
    const { code, out } = await cuttings(['check', '--json', set]);
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      { articles: 1, files: 2, rejected: [{ what: 'it is empty', problems: [{ file: 'empty.txt' }] }] },
    ]);
  });

  test('GIVEN a file or folder that is not there THEN a sentence on standard error and 1', async () => {
    const read = await cuttings(['read', '/nowhere.txt']);
    expect(read).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^rejected {2}\/nowhere.txt: .*\n.*it is not there/),
    });
    for (const words of [
      ['check', '/nowhere'],
      ['ask', '--articles', '/nowhere', 'x'],
    ]) {
      const { code, out, errors } = await cuttings(words);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(errors).toMatch(/nowhere/);
      expect(errors).not.toMatch(/\n\s+at /);
    }
  });
});

describe('the command line', () => {
  test.each([[['foo']], [['ask']], [['ask', '--nonsense', 'x']]])('%j is refused with 2', async (words) => {
    expect(await cuttings(words)).toMatchObject({ code: 2, out: '', errors: expect.stringMatching(/./) });
  });

  test.each([
    [],
    ['ask'],
    ['quote'],
    ['verify'],
    ['article'],
    ['people'],
    ['quotes'],
    ['read'],
    ['check'],
    ['bot'],
    ['register'],
  ])('%s --help explains itself', async (...verb) => {
    const { code, out } = await cuttings([...verb, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: cuttings/);
  });

  test('help explains the program, and a verb as its own --help does', async () => {
    expect(await cuttings(['help'])).toEqual(await cuttings(['--help']));
    expect(await cuttings(['help', 'ask'])).toEqual(await cuttings(['ask', '--help']));
    expect(await cuttings(['help', 'nonsense'])).toMatchObject({ code: 2, out: '' });
  });

  test.each([
    [['ask', '--from', '2023-02-02', '--to', '2023-02-01', 'Who?'], '2023-02-02'],
    [['quote', 'Joly', '--limit', '0'], '“limit” is below 1'],
  ])('%j means nothing and is refused with 2', async (words, why) => {
    expect(await cuttings(words)).toMatchObject({ code: 2, out: '', errors: expect.stringContaining(why) });
  });

  test('a cache inside the folder of articles is a wrong setting: 78', async () => {
    const inside = { CACHE_DIR: join(folder, 'within', 'cache') };
    const run = await cuttings(['ask', '--articles', join(folder, 'within'), 'Who?'], '', inside);
    expect(run).toMatchObject({ code: 78, errors: expect.stringContaining('CACHE_DIR') });
  });

  test('a file of corrections that cannot be used is told, and the rest is answered', async () => {
    const missing = { PEOPLE_FILE: join(folder, 'nobody.yaml') };
    const { code, out, errors } = await cuttings(['quote', 'Joly'], '', missing);
    expect(code).toBe(0);
    expect(out).toContain('Mélanie Joly');
    expect(errors).toBe(
      `PEOPLE_FILE (${missing.PEOPLE_FILE}): it could not be read, since it is not there.\n`,
    );
  });

  test.runIf(process.platform === 'linux')('a cache that cannot be made is done without', async () => {
    const question = ['ask', 'Who chaired the meeting in Brussels?'];
    expect(await cuttings(question, '', { CACHE_DIR: '/proc/cache' })).toEqual(await cuttings(question));
  });

  test.each(['read', 'quotes'])('%s of a folder says that it is one, and what reads it', async (verb) => {
    const { code, out } = await cuttings([verb, folder]);
    expect(code).toBe(1);
    expect(out).toContain('it is a folder');
    expect(out).toContain('“check”');
  });

  test('--version prints that of the package', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect(await cuttings(['--version'])).toEqual({ code: 0, out: `${version}\n`, errors: '' });
  });

  test('words that begin with a dash are taken after "--", and without it the refusal says so', async () => {
    const refused = await cuttings(['ask', '-5 degrees']);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.errors).toContain('ask -- "-5 degrees"');
    const asked = await cuttings(['ask', '--json', '--', '-5 degrees']);
    expect(jsonLines(asked.out)).toMatchObject([{ question: '-5 degrees' }]);
  });

  test.each(['bot', 'register'])('%s without a token says where to get one', async (verb) => {
    expect(await cuttings([verb])).toMatchObject({
      code: 78,
      errors: expect.stringContaining('DISCORD_TOKEN is not set'),
    });
  });

  test('a reader that stops reading is no failure', async () => {
    const command = `${process.execPath} ${MAIN} ask - < ${join(folder, 'many')} | head -n 1`;
    await writeFile(join(folder, 'many'), 'Who chaired the meeting in Brussels?\n'.repeat(400));
    const errors = await new Promise<string>((resolve) => {
      execFile('sh', ['-c', command], { cwd: folder }, (_error, _out, text) => resolve(text));
    });
    expect(errors).toBe('');
  });
});

async function mkdirWith(path: string, files: Record<string, string>): Promise<void> {
  await mkdir(path);
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
}
