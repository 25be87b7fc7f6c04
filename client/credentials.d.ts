/** In Chromium alone, and not yet among TypeScript's own declarations. */
declare class PasswordCredential extends Credential {
  constructor(data: { id: string; name: string; password: string });
}
