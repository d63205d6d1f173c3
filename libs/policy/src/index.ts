export * from './policy.module';
export * from './policy-packs';
export * from './types';
export { layersOf } from './layers';
export { checkPack, hashOfPack, type PackCheck } from './pack-check';
export { packDifference, type ParameterChange } from './pack-diff';
export { defaultPolicyDir, readPackFiles, readPackPath } from './read-files';
export { type Coverage, MAX_PACK_BYTES, type PackFile } from './schema/pack-file';
