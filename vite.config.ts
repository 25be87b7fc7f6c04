import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type BuildOptions, build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const svelteOptions = { compilerOptions: { runes: true, discloseVersion: false } };
const shared: BuildOptions = { target: 'es2022', modulePreload: { polyfill: false } };
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

/** Builds something of its own beside the form. */
async function apart(config: InlineConfig): Promise<Rolldown.RolldownOutput['output']> {
  const built = await build({
    configFile: false,
    root: at('./client'),
    logLevel: 'warn',
    ...config,
    build: { ...shared, write: false, ...config.build },
  });
  return (built as Rolldown.RolldownOutput).output;
}

/** What the phone keeps so that the form opens without a network: its page, and every file that this may load, but words of other languages. */
function formFiles(bundle: Rolldown.OutputBundle): { url: string; revision: string | null }[] {
  const page = bundle['tell/index.html'];
  if (page?.type !== 'asset') throw new Error('the form was not built');
  const revision = createHash('sha256').update(page.source).digest('hex').slice(0, 16);
  const words = Object.values(wordFiles(bundle));
  const files = Object.keys(bundle).map((name) => `/${name}`);
  const loaded = files.filter((url) => /\.(js|css)$/.test(url) && !words.includes(url));
  return [{ url: '/receipt', revision }, ...loaded.map((url) => ({ url, revision: null }))];
}

/** The form's own words in other languages than English, by language. */
function wordFiles(bundle: Rolldown.OutputBundle): Record<string, string> {
  const words = Object.values(bundle).filter((file) => file.type === 'chunk' && file.facadeModuleId?.includes('/tell/wording/'));
  return Object.fromEntries(words.map(({ fileName, name }) => [name, `/${fileName}`]));
}

/** Tells the phone form's page where the words of other languages are, so that they can be asked for anew. */
function words(): Plugin {
  return {
    name: 'words',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.entries(wordFiles(bundle)).map(([language, content]) => ({ tag: 'meta', attrs: { name: `words-${language}`, content } })),
    },
  };
}

/** Builds the phone form's service worker, which knows by name what this build of the form consists of. */
function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const [script] = await apart({
        define: { formFiles: JSON.stringify(formFiles(bundle)), wordFiles: JSON.stringify(wordFiles(bundle)) },
        build: {
          rolldownOptions: { input: at('./client/tell/worker/worker.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
      this.emitFile({ type: 'asset', fileName: script.fileName, source: script.code });
    },
  };
}

/** Builds another page apart: in one build the form would load all that it has in common with it, also what it does not use. */
function besides(page: string): Plugin {
  return {
    name: page,
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      // Named for its page, so that no part of it is taken for one of the form's.
      const output = { chunkFileNames: `assets/${page.replace('.html', '')}-[name]-[hash].js` };
      const files = await apart({
        plugins: [svelte(svelteOptions)],
        build: { rolldownOptions: { input: at(`./client/${page}`), output } },
      });
      // What has the same name, made from its contents, is the same file.
      for (const file of files.filter(({ fileName }) => !(fileName in bundle)))
        this.emitFile({ type: 'asset', fileName: file.fileName, source: file.type === 'chunk' ? file.code : file.source });
    },
  };
}

/** The phone form, tiny; beside it the staff app, and the form as designers see it and others try it. Vitest reads the last part. */
export default defineConfig({
  root: 'client',
  plugins: [svelte(svelteOptions), words(), worker(), besides('staff.html'), besides('preview.html'), besides('try.html'), compressed()],
  build: {
    ...shared,
    outDir: at('./dist/client'),
    emptyOutDir: true,
    // The finder of identifiers, with its libraries and lists of names; loaded on the one page that needs it.
    chunkSizeWarningLimit: 600,
    // How long a plugin took is nothing that a newcomer needs to read.
    rolldownOptions: { checks: { bundlerTimings: false }, input: at('./client/tell/index.html') },
  },
  test: {
    root: at('./'),
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/postgres.ts'],
    reporters: ['default', at('./tests/closing-line.ts')],
    // Most tests wait for a browser or a database most of the time, so that a second worker is for free on two cores.
    maxWorkers: 2,
    // A machine that is busy with two is slower at each: what hangs is told from what is slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
