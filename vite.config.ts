import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Lays each page, script and style beside itself as brotli and gzip: made once here, so that serving costs nothing. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(html|js|css|svg|json|webmanifest)$/.test(name)) continue;
        const file = join(folder, name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** What the phone keeps so that the form opens without a network: its page, and every file that this may ever load. */
function formFiles(bundle: Rolldown.OutputBundle): { url: string; revision: string | null }[] {
  const files = new Set<string>();
  const follow = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  const isForm = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
    file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith('/tell/index.html');
  follow(Object.values(bundle).find(isForm)?.fileName ?? '');
  const page = bundle['tell/index.html'];
  if (page?.type !== 'asset' || !files.size) throw new Error('the form was not built');
  const revision = createHash('sha256').update(page.source).digest('hex').slice(0, 16);
  return [{ url: '/receipt', revision }, ...[...files].map((name) => ({ url: `/${name}`, revision: null }))];
}

/** Builds the phone form's service worker, which knows by name what this build of the form consists of. */
function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        define: { formFiles: JSON.stringify(formFiles(bundle)) },
        build: {
          write: false,
          target: 'es2022',
          rolldownOptions: { input: at('./client/tell/worker/worker.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
      const [script] = (built as Rolldown.RolldownOutput).output;
      this.emitFile({ type: 'asset', fileName: script.fileName, source: script.code });
    },
  };
}

/** Two entries, each its own page: the phone form, tiny, and the staff app. Vitest reads the last part. */
export default defineConfig({
  root: 'client',
  plugins: [svelte(), worker(), compressed()],
  build: {
    outDir: at('./dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // The finder of identifiers, with its libraries and lists of names; loaded on the one page that needs it.
    chunkSizeWarningLimit: 600,
    // How long a plugin took is nothing that a newcomer needs to read.
    rolldownOptions: { checks: { bundlerTimings: false }, input: [at('./client/tell/index.html'), at('./client/staff.html')] },
  },
  test: {
    root: at('./'),
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/postgres.ts'],
    reporters: ['default', at('./tests/closing-line.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
