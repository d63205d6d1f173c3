export { FieldCipher } from './field-cipher';
export { createKeys } from './key-files';
export { keyFolder, KeyRing, type Signature } from './key-ring';
