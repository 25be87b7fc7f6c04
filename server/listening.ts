import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import type { Config } from './config.ts';

/**
 * Finds out whether this can be served at all, before anything is begun or changed.
 * @throws Error where it cannot, for the person who started it
 */
export async function tryListening({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  const trial = createServer().listen(port, host);
  await once(trial, 'listening').catch(cannotListen({ port, host }));
  await promisify(trial.close.bind(trial))();
}

/** Throws why nothing can be served there, in words for the person who started it. */
export const cannotListen =
  ({ port, host }: Pick<Config, 'port' | 'host'>) =>
  (error: NodeJS.ErrnoException): never => {
    const noAddress = `HOST: ${host} is no address of this machine. Set it to one that is, such as 127.0.0.1, or to 0.0.0.0 for all.`;
    const said: Record<string, string> = {
      EADDRINUSE: `Port ${port} is in use by another program. Set PORT to another one.`,
      EACCES: `Port ${port} may not be listened on by who runs this. Set PORT to one above 1023.`,
      EADDRNOTAVAIL: noAddress,
      ENOTFOUND: noAddress,
      EAI_AGAIN: noAddress,
    };
    throw new Error(said[error.code ?? ''] ?? error.message);
  };
