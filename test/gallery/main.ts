import { accept, accepted, chosen, compared, differing, type Finding, reasonNotToAccept } from './accepted.ts';
import { ENTRIES } from './entries.ts';
import { keepManual, manual } from './manual.ts';
import { isShown, PAGE, writePage } from './page.ts';
import { drawn } from './pictures.ts';

// npm run gallery                            the page of all charts, what changed first
// npm run gallery -- --accept [NAME…]        accepts what that page shows, or some of it
const [command, ...names] = process.argv.slice(2);
if (command !== undefined && command !== '--accept') refuse(`unknown option "${command}" (known here: --accept)`);

const pictures = await drawn(ENTRIES);
const findings = compared(pictures, accepted());
if (command === undefined) await show(findings);
else await acceptShown();

async function show(all: readonly Finding[]): Promise<void> {
  await writePage(ENTRIES, all);
  const changed = differing(all);
  for (const { name, state } of changed) console.log(`${state.padEnd(8)}${name}`);
  console.log(
    `${pictures.length} pictures of ${ENTRIES.length} charts, ${changed.length || 'none'} to look at: ${PAGE}`,
  );
}

async function acceptShown(): Promise<void> {
  const reason = reasonNotToAccept({ ci: process.env.CI, shown: isShown(findings), page: PAGE });
  if (reason !== null) {
    await show(findings);
    refuse(reason);
  }
  const { wanted, unknown } = chosen(findings, names);
  if (unknown.length > 0) refuse(`no picture is called ${unknown.join(', ')}`);
  accept(wanted);
  for (const { name } of wanted) console.log(`accepted ${name}`);
  const kept = accepted();
  keepManual(manual(ENTRIES, [...kept.keys()]));
  await show(compared(pictures, kept));
}

function refuse(text: string): never {
  console.error(text);
  process.exit(2);
}
