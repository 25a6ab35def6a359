// What a person who writes a cell sees of the library, asked of the kernel's own compiler: completion and type errors.
const assert = require('node:assert/strict');
const { createConverter } = require('tslab/dist/converter.js');

process.chdir(__dirname);
const converter = createConverter();
const OPEN = 'import { compare, scenario } from "evenhand";\nconst week = await scenario("week.yaml");\nconst run = await week.run();\n';

/** The names offered after the code. */
const offered = (code) => converter.complete('', OPEN + code, (OPEN + code).length).candidates;

/** What is said against the code. */
const errors = (code) => converter.convert('', OPEN + code).diagnostics.map(({ messageText }) => messageText);

const checks = {
  'a scenario completes': () => {
    const names = offered('week.');
    for (const name of ['with', 'variant', 'run', 'sweep', 'explain', 'prices', 'breakpoints', 'weeks', 'settings', 'variants'])
      assert.ok(names.includes(name), `${name} is not among ${names}`);
  },
  'a run completes': () => {
    const names = offered('run.');
    for (const name of ['show', 'rows', 'toDanfo', 'parts', 'metrics', 'objective', 'status', 'tables'])
      assert.ok(names.includes(name), `${name} is not among ${names}`);
  },
  'good code has no error': () => {
    const code = 'const both = await compare(week, week.with({ rules: { fairness: { penalty: 400 } } }));\nawait both.show("frontier");\nconst frame = await run.toDanfo("caps");\nframe.head(3).print();';
    assert.deepEqual(errors(code), []);
  },
  'a method that there is none of': () => {
    assert.match(errors('await week.solve();').join(), /Property 'solve' does not exist on type 'NotebookScenario'/);
  },
  'an argument of another type': () => {
    assert.match(errors('week.with(400);').join(), /'number' is not assignable/);
    assert.match(errors('await week.weeks("13");').join(), /'string' is not assignable/);
    assert.match(errors('await week.breakpoints("weights.geo", { from: 0 });').join(), /Property 'to' is missing/);
  },
  'a status that a run never has': () => {
    assert.match(errors('if (run.status === "best") console.log(1);').join(), /no overlap/);
  },
  'data that would be changed': () => {
    assert.match(errors('run.status = "optimal";').join(), /read-only/);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    check();
  } catch (error) {
    failed += 1;
    console.error(`types in cells: ${name}: ${error.message}`);
  }
}
console.log(`types in cells: ${failed === 0 ? 'ok' : 'FAILED'}`);
// The compiler watches files and would keep the process alive.
process.exit(failed === 0 ? 0 : 1);
