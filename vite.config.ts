import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Lays each page, script and style beside itself as brotli and gzip: made once here, so that serving costs nothing. */
function compressed(folder: string): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
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

/** Two entries, each its own page: the phone form, tiny, and the staff app. Vitest reads the last part. */
export default defineConfig({
  root: 'client',
  plugins: [svelte(), compressed(at('./dist/client'))],
  build: {
    outDir: at('./dist/client'),
    emptyOutDir: true,
    target: 'es2022',
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
