import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openArchive } from '../../src/archive/open.js';
import { fileOf, MADE } from './articles.js';
import { type Sheet, sheetHtml } from './html.js';
import { repliesTo } from './replies.js';
import { SCENES } from './scenes.js';

/**
 * Draws every reply of the bot as Discord lays it out, over the shipped articles and invented ones, into docs/pictures/.
 * Needs Chromium and pngquant (on Debian: apt-get install chromium pngquant fonts-noto-core fonts-noto-color-emoji).
 * usage: pictures [FOLDER]   CHROMIUM: the browser to draw with (default /usr/bin/chromium)
 */
const folder = process.argv[2] ?? 'docs/pictures';
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SHEETS: Record<string, Sheet> = {
  'wide-dark': { theme: 'dark', width: 640, columns: 3 },
  'wide-light': { theme: 'light', width: 640, columns: 3 },
  'narrow-dark': { theme: 'dark', width: 360, columns: 5 },
  'narrow-light': { theme: 'light', width: 360, columns: 5 },
};

if (!(await stat(executablePath).catch(() => null))) {
  process.stderr.write(
    `There is no browser at ${executablePath}. Install one (on Debian: apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium npm run pictures\n`,
  );
  process.exit(1);
}
try {
  execFileSync('pngquant', ['--version']);
} catch {
  process.stderr.write('There is no pngquant. Install it (on Debian: apt-get install pngquant).\n');
  process.exit(1);
}
const articles = await mkdtemp(join(tmpdir(), 'cuttings-pictures-'));
try {
  await cp('data/articles', articles, { recursive: true });
  for (const [at, article] of MADE.entries())
    await writeFile(join(articles, `made-${at}.md`), fileOf(article));
  const archive = await openArchive({ articles });
  const shots = await repliesTo(SCENES, archive).finally(() => archive.close());
  await mkdir(folder, { recursive: true });
  // Run as root, as in a container, Chromium has no sandbox; it opens only what was made here.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, sheet] of Object.entries(SHEETS)) {
      const page = await browser.newPage();
      await page.setContent(sheetHtml(shots, sheet));
      const path = join(folder, `${name}.png`);
      await page.locator('body').screenshot({ path });
      // Few colours make a small file; two dozen are as good as all for words on plain ground.
      execFileSync('pngquant', ['--nofs', '--speed', '1', '--force', '--output', path, '24', path]);
      process.stdout.write(`${path}: ${Math.round((await stat(path)).size / 1024)} KiB\n`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
} finally {
  await rm(articles, { recursive: true, force: true });
}
