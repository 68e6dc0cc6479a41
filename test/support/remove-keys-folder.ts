export { removeKeysFolder as default } from './keys-folder';
