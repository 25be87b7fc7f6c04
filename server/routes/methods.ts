import type { DeclaredRoute } from '../access/guard.ts';

/**
 * What a path of the API may be asked by, as the header Allow says it; '' where it leads nowhere. Told from the routes alone,
 * which the description of the API has: whether anything is there, or is for whoever asks, is not looked at.
 */
export function methodsOf(url: string, routes: readonly DeclaredRoute[]): string {
  const [path = ''] = url.split('?');
  if (!path.startsWith('/api/')) return '';
  const methods = routes.flatMap((route) => (leadsTo(route.url, path) ? route.method : []));
  return [...new Set(methods)].sort().join(', ');
}

function leadsTo(route: string, path: string): boolean {
  const [named, given] = [route.split('/'), path.split('/')];
  return named.length === given.length && named.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]));
}
