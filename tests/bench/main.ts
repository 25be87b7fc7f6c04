import { readdirSync } from 'node:fs';

/** `npm run bench -- <name>`: a benchmark is a file of this folder that exports `run`. */
async function main(name: string | undefined): Promise<void> {
  const names = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
    .map((file) => file.slice(0, -'.ts'.length));
  if (name === undefined || !names.includes(name)) throw new Error(`Say which benchmark: ${names.join(', ')}.`);
  const { run } = await import(`./${name}.ts`);
  await run();
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error && !error.message.startsWith('Say') ? error : `${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
