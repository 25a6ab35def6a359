import { sectionView } from './blocks.ts';
import { liveOf, liveStyle, liveView, type ReportOptions } from './live.ts';
import type { Section, Tile } from './page.ts';
import { sectionSchema } from './schema.ts';
import { words } from './standard.ts';
import { loadTemplate, readAsset } from './templates.ts';

/** A report about several runs, without a word of HTML: a sweep, or the breakpoints of a setting. */
export interface Sheet {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  /** The finding, before anything else. */
  readonly headline: string;
  readonly detail: string;
  readonly tone: 'good' | 'fair' | 'poor';
  readonly tiles: readonly Tile[];
  readonly sections: readonly Section[];
  /** The command that makes it again, and a sentence before it. */
  readonly again: string;
  readonly againLead: string;
  /** What it is and of which scenario, for the last line: "sweep", "la-week". */
  readonly what: string;
  readonly name: string;
}

/** Draws a sheet as one self-contained HTML file. The same sheet gives the same bytes. */
export async function renderSheet(sheet: Sheet, options: ReportOptions = {}): Promise<string> {
  const live = liveOf(options);
  const [template, style, own, more] = await Promise.all([
    loadTemplate('sweep.hbs'),
    readAsset('style.css'),
    readAsset('sweep.css'),
    liveStyle(live),
  ]);
  const sections = [];
  for (const [index, section] of sheet.sections.entries()) {
    // A section that the template cannot draw whole is a fault; a gap would look like a fact.
    sectionSchema.parse(section);
    sections.push({ ...(await sectionView(section, live)), number: index + 1 });
  }
  return template({
    ...sheet,
    css: style + own + more,
    kind: words(sheet.kind),
    variant: sheet.name,
    tiles: sheet.tiles.map(({ label, value, note = '', tone = 'plain' }) => ({ label, value, note, tone })),
    sections,
    againNumber: sections.length + 1,
    live: await liveView(live),
  });
}
