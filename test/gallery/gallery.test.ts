import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { accepted, compared, differing } from './accepted.ts';
import { ENTRIES } from './entries.ts';
import { keptManual, manual } from './manual.ts';
import { PAGE, writePage } from './page.ts';
import { drawn } from './pictures.ts';

const warnings: string[] = [];
const pictures = await drawn(ENTRIES, (text) => warnings.push(text));
const findings = compared(pictures, accepted());
if (differing(findings).length > 0) await writePage(ENTRIES, findings);

const WHAT = {
  same: '',
  changed: 'is not the one that was accepted',
  new: 'was never accepted',
  gone: 'is no longer drawn',
} as const;

describe('pictures of charts', () => {
  it.each(findings.map((finding) => [finding.name, finding] as const))('%s is the accepted one', (name, finding) => {
    const hint = `The picture ${name} ${WHAT[finding.state]}. Look at ${PAGE}; where it is right: npm run gallery -- --accept`;
    expect(finding.now, hint).toBe(finding.was);
  });

  it('are drawn without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it('are the same bytes when drawn again', async () => {
    expect(await drawn(ENTRIES)).toEqual(pictures);
  });

  it('are drawn without a canvas, which would measure text by the letters of the machine', () => {
    expect(() => createRequire(import.meta.url).resolve('canvas')).toThrow('Cannot find module');
  });

  it('hold no value that is not a number, no script and no address', () => {
    const faulty = pictures.filter(({ svg }) =>
      /NaN|undefined|Infinity|<(?:script|a|image|foreignObject)\b|href=/.test(svg),
    );
    expect(faulty.map(({ name }) => name)).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
  });
});

describe('the gallery', () => {
  it('shows every chart of reports/charts, and no other', () => {
    const specs = readdirSync('reports/charts').filter((file) => file.endsWith('.vl.json'));
    expect(ENTRIES.map(({ chart }) => `${chart}.vl.json`).sort()).toEqual(specs.sort());
  });

  it('is what docs/charts.md lists', () => {
    const text = manual(
      ENTRIES,
      pictures.map(({ name }) => name),
    );
    expect(keptManual(), 'npm run gallery -- --accept writes docs/charts.md').toBe(text);
  });
});
