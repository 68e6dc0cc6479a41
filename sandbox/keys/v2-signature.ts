import { createHash, createHmac } from 'node:crypto';

import type { V2SignType } from '../notifications/options';

/** APIv2's signature over all fields that are not empty, `sign` itself left out: upper-case hex. */
export function signFields(
	fields: Record<string, string>,
	apiV2Key: string,
	signType: V2SignType,
): string {
	const names = Object.keys(fields).filter((name) => name !== 'sign' && fields[name] !== '');
	const text = [...names.sort().map((name) => `${name}=${fields[name]}`), `key=${apiV2Key}`].join(
		'&',
	);
	const digest =
		signType === 'MD5'
			? createHash('md5').update(text, 'utf8')
			: createHmac('sha256', apiV2Key).update(text, 'utf8');
	return digest.digest('hex').toUpperCase();
}
