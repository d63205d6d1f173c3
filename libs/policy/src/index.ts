export * from './policy.module';
export * from './policy-packs';
export * from './types';
export { layersOf } from './layers';
export { defaultPolicyDir, readPackFiles } from './read-files';
export type { Coverage, PackFile } from './schema/pack-file';
