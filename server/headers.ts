import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/**
 * What every answer says to browsers, made once: to make it for each answer is a twentieth of taking in a story.
 * @param page the built page whose own scripts are trusted, where there is one
 * @param isHttps whether browsers are told to come by https alone
 */
export function standingHeaders(page: string | null, isHttps: boolean): OutgoingHttpHeaders {
  const write = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        scriptSrc: ["'self'", ...(page === null ? [] : inlineScripts(page))],
        styleSrcAttr: ["'unsafe-inline'"],
        styleSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  answer.setHeader('Cache-Control', 'no-store');
  write(answer.req, answer, () => {});
  return answer.getHeaders();
}

/** The scripts that a page has in itself, as browsers are told to trust them: by their hashes. */
function inlineScripts(page: string): string[] {
  const scripts = [...readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
