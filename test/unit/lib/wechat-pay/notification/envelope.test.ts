import { readNotification } from '../../../../../lib/wechat-pay/notification/envelope';

const resource = { algorithm: 'AEAD_AES_256_GCM', ciphertext: 'AAAA', nonce: 'abcdefghijkl' };
const read = (body: unknown) => readNotification(Buffer.from(JSON.stringify(body)));

describe('the envelope of a notification', () => {
	it('needs only what is encrypted', () => {
		expect(read({ resource })).toEqual({
			id: '',
			create_time: '',
			event_type: '',
			resource: { ...resource, associated_data: '' },
		});
		expect(read({ id: 1, event_type: 'X', resource })).toMatchObject({ id: '', event_type: 'X' });
	});

	it.each([{}, { resource: {} }, { resource: { ...resource, nonce: 1 } }, [], 'x', null])(
		'%j is none',
		(body) => {
			expect(() => read(body)).toThrow(
				expect.objectContaining({ code: 'WECHAT_NOTIFICATION_UNREADABLE' }),
			);
		},
	);
});
