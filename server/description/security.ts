import { cookieName } from '../access/guard.ts';

/** The two ways in which a session's token comes. */
export const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'Set by signing in.' },
  token: { type: 'http', scheme: 'bearer', description: 'The token of a session, which signing in gives as a cookie.' },
} as const;

/** Either will do. */
export const signedIn = Object.keys(securitySchemes).map((scheme) => ({ [scheme]: [] }));
