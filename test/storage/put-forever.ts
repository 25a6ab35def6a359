import process from 'node:process';
import { openStorage } from '../../src/storage/open.ts';
import { latestVersion, putVersion, VERSIONS } from '../../src/storage/versions.ts';

// Adds one to a sum again and again, until it is killed or has done so often enough; says each sum that was kept.
const [folder, times] = [process.argv[2]!, Number(process.argv[3] ?? Number.POSITIVE_INFINITY)];
const kept = await openStorage(folder, { features: [VERSIONS] });
process.stdout.write('begun\n');
for (let done = 0; done < times; ) {
  const { version = 0 } = (await latestVersion(kept, 'sum')) ?? {};
  const next = { name: 'sum', expected: version, body: version + 1, why: '', at: '2026-01-31T12:00:00Z' };
  if ((await putVersion(kept, next)).isStale) continue;
  process.stdout.write(`kept ${version + 1}\n`);
  done++;
}
await kept.close();
