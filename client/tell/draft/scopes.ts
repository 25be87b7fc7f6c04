import type { SharingScope } from '../../../triads/framework/framework.ts';

/** The sharing scopes in the order asked, as `triads/framework` has them (whose schema library is too large for a phone). */
export const sharingScopes = ['workshop-own', 'workshop-other', 'publish'] as const satisfies readonly SharingScope[];
