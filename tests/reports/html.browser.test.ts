import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Report } from '../../src/model.js';
import { render } from '../../src/reports/index.js';
import { emptyReport, hostileReport, manyHosts, sampleReport } from '../support/sample-report.js';
import { contrastsIn } from '../support/contrast.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** WCAG 2.2, 1.4.3: AA for text. */
const MIN_CONTRAST = 4.5;
const PHONE = { width: 360, height: 740 };
const REPORTS: readonly (readonly [string, Report])[] = [
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['empty', emptyReport()],
  ['crowded', manyHosts(12)],
];

const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`skipped: no browser at ${CHROMIUM} (set CHROMIUM)`);

(isThere ? describe : describe.skip)('in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'porosity-html-'));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page and hands out what it asked for and complained about. */
  async function opened(name: string, report: Report, colorScheme: 'light' | 'dark' = 'light') {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, await render(report, 'html'));
    const page = await browser.newPage({ viewport: PHONE, colorScheme });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => void requests.push(request.url()));
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('dialog', (dialog) => void complaints.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints, url: pathToFileURL(file).href };
  }

  describe.each(REPORTS)('the %s report', (name, report) => {
    test('loads itself and nothing else, and its own policy is content', async () => {
      const { page, requests, complaints, url } = await opened(name, report);
      expect({ requests, complaints }).toEqual({ requests: [url], complaints: [] });
      expect(await page.locator('script, iframe, object, embed, link, img, form, [style], [onclick], [onload]').count()).toBe(0);
      expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
      // The style sheet is applied, so the hash in the policy is right.
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
      await page.close();
    });

    test('does not scroll sideways on a telephone', async () => {
      const { page } = await opened(name, report);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      await page.close();
    });

    test.each(['light', 'dark'] as const)('is legible in the %s scheme', async (scheme) => {
      const { page } = await opened(name, report, scheme);
      await openEverything(page);
      const faint = (await page.evaluate(contrastsIn)).filter(({ ratio }) => ratio < MIN_CONTRAST);
      expect(faint).toEqual([]);
      await page.close();
    });
  });

  test('has landmarks, one first heading and no level left out', async () => {
    const { page } = await opened('sample', sampleReport());
    for (const landmark of ['header', 'main', 'footer']) expect(await page.locator(landmark).count()).toBe(1);
    const levels = await page.locator('h1, h2, h3').evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (let i = 1; i < levels.length; i++) expect(levels[i]! - levels[i - 1]!).toBeLessThanOrEqual(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('svg[role=img] > title').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('is worked with the keyboard alone', async () => {
    const { page } = await opened('crowded', manyHosts(12));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
    const finding = page.locator('details.finding').first();
    await finding.locator('summary').focus();
    expect(await finding.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(false);
    await page.keyboard.press('Enter');
    expect(await finding.getByText('What to do').isVisible()).toBe(true);
    await page.close();
  });

  test('prints what is folded on the screen', async () => {
    const { page } = await opened('crowded', manyHosts(12));
    const advice = page.locator('details.finding .do').first();
    expect(await advice.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await advice.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(0);
    await page.close();
  });
});

const openEverything = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
