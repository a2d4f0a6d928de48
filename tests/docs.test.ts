import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const operating = read('docs/operating.md');
const source = ['src', 'commands'].flatMap((folder) =>
  readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${folder}/${name}`)),
);

/** What is logged as a warning or worse: the last text of each such call. */
const warnings = source.flatMap((text) =>
  [...text.matchAll(/logger\s*\.(?:warn|error|fatal)\(/g)].map(({ index }) => {
    const call = text.slice(index, endOfCall(text, text.indexOf('(', index)));
    return { call, message: [...call.matchAll(/'([^'\n]+)'/g)].at(-1)?.[1] };
  }),
);

function endOfCall(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

describe('docs/operating.md', () => {
  test('has every message that the bot logs as a warning or an error, and what to do', () => {
    expect(warnings.length).toBeGreaterThan(10);
    for (const { call, message } of warnings) {
      if (message === undefined) throw new Error(`a warning without a message of its own: ${call}`);
      expect(operating).toContain(`| \`${message}\` |`);
    }
  });

  test('has every sentence that ends the bot for what Discord or its settings say', () => {
    const sentences = source.flatMap((text) =>
      [
        ...text.matchAll(
          /new (?:SettingsError|DiscordConnectionError|ArticleSetError)\(\s*\[?(['`])([^'`$]+)/g,
        ),
      ].map((found) => found[2] ?? ''),
    );
    expect(sentences.length).toBeGreaterThan(4);
    for (const sentence of sentences) expect(operating).toContain(sentence.slice(0, 24).trimEnd());
  });

  test('has every metric of the bot itself', () => {
    const names = [...read('src/http/metrics.ts').matchAll(/'(cuttings_[a-z_]+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(operating).toContain(`\`${name}`);
  });
});

describe('settings', () => {
  test.each(['.env.example', 'README.md'])('%s has every one of them', (file) => {
    const names = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): optional\(/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(read(file)).toContain(name);
  });
});

describe('docs/security.md', () => {
  const lock: {
    packages: Record<string, { hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
  } = JSON.parse(read('package-lock.json'));

  test('names every package that the bot runs with', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
    const security = read('docs/security.md');
    for (const name of Object.keys(dependencies)) expect(security).toContain(`\`${name}\``);
  });

  test('is right that no package has an install script, and that all are pinned by their hash', () => {
    for (const [path, { hasInstallScript, integrity }] of Object.entries(lock.packages)) {
      expect(hasInstallScript ?? false, path).toBe(false);
      if (path !== '') expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  test('is right that only src/http loads prom-client, and that nothing loads src/http but when the port is on', () => {
    const importers = source.filter((text) => /from 'prom-client'/.test(text));
    expect(importers).toHaveLength(1);
    for (const text of source) expect(text).not.toMatch(/^import (?!type)[^;]*\.\.\/http\//m);
  });
});

describe('deploy/cuttings.service', () => {
  test('starts what is there, and is not started again where the exit code says that it cannot help', () => {
    const unit = read('deploy/cuttings.service');
    const code = /WRONG_SETTINGS = (\d+)/.exec(read('src/exit-codes.ts'))?.[1];
    expect(unit).toContain(`RestartPreventExitStatus=${code}`);
    expect(unit).toContain('LimitCORE=0');
    // One process of several that is killed for memory must not end the others.
    expect(unit).toContain('OOMPolicy=continue');
    expect(unit).toContain('dist/src/main.js bot');
  });
});
