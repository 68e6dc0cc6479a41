import fc from 'fast-check';

import { contactFor, maskPhone } from '../../../../../lib/wechat-api/shipping/contact';

/** The shapes that WeChat's page shows. */
const DOCUMENTED =
	/^(\d{3}\*{4}\d{4}|\+\d{2}-\d{3}\*{4}\d{4}|\d{3}-\*{4}\d{4}|\*{4}\d{4}|\d\*\*\d-\*{3}\d{4})$/;

describe('the phone number of an SF parcel', () => {
	it.each([
		['13812345678', '138****5678'],
		['+86 138 1234 5678', '138****5678'],
		['020-12345678', '020****5678'],
		['12345678', '****5678'],
		['189****1234', '189****1234'],
		['+86-177****1234', '+86-177****1234'],
		['021-****1234', '021-****1234'],
		['0**2-***1234', '0**2-***1234'],
	])('%s becomes %s', (phone, masked) => {
		expect(maskPhone(phone)).toBe(masked);
	});

	it.each(['', '123', 'call me', '138****', '1**'])('refuses "%s"', (phone) => {
		expect(() => maskPhone(phone)).toThrow(
			expect.objectContaining({ code: 'SHIPPING_CONTACT_INVALID' }),
		);
	});

	it('shows four digits at the end and no more than three others', () => {
		const digits = fc.stringMatching(/^\d{4,15}$/);
		fc.assert(
			fc.property(digits, (phone) => {
				const masked = maskPhone(phone);
				expect(masked).toMatch(DOCUMENTED);
				expect(masked.endsWith(phone.slice(-4))).toBe(true);
			}),
		);
	});

	it('goes to SF alone, the sender’s before the recipient’s', () => {
		const phones = { sender: '13812345678', recipient: '13912340000' };
		expect(contactFor('SF', phones)).toEqual({ consignor_contact: '138****5678' });
		expect(contactFor('SF', { recipient: '13912340000' })).toEqual({
			receiver_contact: '139****0000',
		});
		expect(contactFor('SFB2C', phones)).toBeUndefined();
		expect(contactFor('ZTO', phones)).toBeUndefined();
		expect(() => contactFor('SF', {})).toThrow(/SF Express/);
	});
});
