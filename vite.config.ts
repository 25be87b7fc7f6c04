import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two entries, each its own page: the phone form, tiny, and the staff app. Vitest reads the last part. */
export default defineConfig({
  root: 'client',
  plugins: [svelte()],
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
