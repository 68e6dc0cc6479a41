/**
 * A certificate serial as it is compared: upper case, without the colons that some tools print
 * and without leading zeros. Ids of WeChat Pay public keys (`PUB_KEY_ID_…`) are only upper-cased.
 */
export function normaliseSerial(serial: string): string {
	const trimmed = serial.trim().toUpperCase();
	return isPublicKeyId(trimmed)
		? trimmed
		: trimmed.replace(/^0X/, '').replace(/:/g, '').replace(/^0+/, '');
}

/** Whether a compared serial is the id of a WeChat Pay public key, not a certificate's. */
export const isPublicKeyId = (serial: string): boolean => serial.startsWith('PUB_KEY_ID_');
