import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** Code blocks of guides. */
export const expressiveCode: StarlightUserConfig['expressiveCode'] = {
};
