import { generateKeyPairSync } from 'node:crypto';

/** A merchant that has nothing to do with the keys under test. */
export const otherMerchant = {
	serial: '1234567890ABCDEF',
	privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
};
