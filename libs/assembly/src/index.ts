export { AssemblyModule, type AssemblyOptions } from './assembly.module';
export { ALL_ENTITIES } from './entities';
