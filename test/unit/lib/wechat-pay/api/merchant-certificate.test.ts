import { merchantCertificate } from '../../../../../lib/wechat-pay/api/merchant-certificate';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { sharedCredentials } from '../../../../support/shared-sandbox';

const NOON = Date.parse('2028-07-01T12:00:00Z');

/** An account whose certificate ends on this day, by the note in its credential. */
async function account(merchantValidUntil: string) {
	const issued = await sharedCredentials();
	return openAccount({
		...{ mchid: issued.mchid, merchantSerial: issued.merchantSerialNo, merchantValidUntil },
		...{ privateKey: issued.merchantPrivateKeyPem, passphrase: '', apiV3Key: 'k'.repeat(32) },
		...{ verificationKeys: issued.platformCertificate.pem, region: 'mainland', baseUrl: '' },
	});
}

test('the days that a merchant certificate is still valid are whole days', async () => {
	const left = async (day: string) => merchantCertificate(await account(day), NOON).days_left;
	expect(await left('2028-07-15')).toBe(13);
	expect(await left('2028-07-16')).toBe(14);
	expect(await left('2028-07-01')).toBe(-1);
});

test.each(['', 'next summer'])(
	'nobody knows the end of a certificate noted as "%s"',
	async (day) => {
		expect(merchantCertificate(await account(day), NOON)).toMatchObject({
			...{ expires: null, days_left: null },
		});
	},
);
