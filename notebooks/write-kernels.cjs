// Tells Jupyter of the kernels of this folder: of tslab, and of Deno where the virtual environment has it.
const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const venv = process.argv[2];
const kernels = join(__dirname, '.jupyter', 'kernels');

/** Writes what Jupyter reads of a kernel: how it is started and what it is called. */
function write(name, spec) {
  mkdirSync(join(kernels, name), { recursive: true });
  writeFileSync(join(kernels, name, 'kernel.json'), `${JSON.stringify({ language: 'typescript', ...spec })}\n`);
}

const tslab = join(__dirname, 'node_modules', 'tslab', 'bin', 'tslab');
write('tslab', { argv: [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'], display_name: 'TypeScript' });

const deno = join(venv, 'bin', 'deno');
if (existsSync(deno))
  write('deno', {
    argv: [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'],
    display_name: 'Deno',
    // Its cache stays in this folder too.
    env: { DENO_DIR: join(__dirname, '.jupyter', 'deno'), DENO_NO_UPDATE_CHECK: '1' },
  });
else rmSync(join(kernels, 'deno'), { recursive: true, force: true });
