// Campaigns of posts, each for the same seconds by Evenhand and by the solver alone:
// npx tsx bench/posts.ts [seconds] [posts …]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domainOf, loadTables, readScenario } from '../src/index.ts';
import { solve } from '../src/kernel/solve.ts';
import { alone, effortOf } from './alone.ts';
import { campaign, type Size } from './campaign.ts';

const SIZES: readonly Size[] = [
  { posts: 50, days: 30, channels: 5 },
  { posts: 125, days: 90, channels: 12 },
  { posts: 250, days: 90, channels: 12 },
  { posts: 500, days: 90, channels: 12 },
];

async function modelOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    writeFileSync(join(folder, 'campaign.yaml'), text);
    const scenario = readScenario(join(folder, 'campaign.yaml'));
    const domain = domainOf(scenario.kind);
    const { data } = scenario.settings;
    const { tables } = await loadTables(domain.tables, data, domain.sample, () => domain.inline!(scenario));
    const began = performance.now();
    const { model } = domain.open(scenario.settings, tables);
    return { model, opened: (performance.now() - began) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [seconds = 60, ...asked] = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? SIZES.filter(({ posts }) => asked.includes(posts)) : SIZES;
for (const size of sizes) {
  const { model, opened } = await modelOf(campaign(size, 1));
  const began = performance.now();
  const own = await solve(model, effortOf(seconds));
  const took = (performance.now() - began) / 1000;
  const started = performance.now();
  const other = asked.length > 1 ? undefined : await alone(model, effortOf(seconds));
  const otherTook = (performance.now() - started) / 1000;
  const placed = own.chosen.length;
  const gap = own.bound - own.net;
  process.stdout.write(
    `${size.posts} posts, ${model.candidates} candidates: open ${opened.toFixed(1)} s; ${own.status}, ${placed} placed, net ${own.net}, gap ${gap}, ${took.toFixed(1)} s` +
      `${other ? `; HiGHS alone ${other.status} ${other.net} of ${Math.round(other.bound)}, ${otherTook.toFixed(1)} s` : ''}\n`,
  );
}
