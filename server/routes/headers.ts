import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Pages load from here alone, and nobody frames them; the other lines are those that OWASP asks of every answer. */
const standing = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
};

const aYear = 'max-age=31536000; includeSubDomains';

/**
 * What every answer says to browsers, made once: to make it for each answer is a twentieth of taking in a story.
 * @param page the built page whose own scripts are trusted, where there is one
 * @param isHttps whether browsers are told to come by https alone
 */
export function standingHeaders(page: string | null, isHttps: boolean): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "base-uri 'self'",
    "font-src 'self' https: data:",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    ["script-src 'self'", ...(page === null ? [] : inlineScripts(page))].join(' '),
    "script-src-attr 'none'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
  ];
  return { ...standing, 'Content-Security-Policy': policy.join(';'), ...(isHttps && { 'Strict-Transport-Security': aYear }) };
}

/** The scripts that a page has in itself, as browsers are told to trust them: by their hashes. */
function inlineScripts(page: string): string[] {
  const scripts = [...readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
