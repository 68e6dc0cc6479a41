import { openPushAccount } from '../../../../../lib/wechat-shop/push/account';

const FIELDS = {
	appid: 'wxfedcba9876543210',
	token: 'pamtest',
	encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

it('opens an account with a key of 32 bytes', () => {
	expect(openPushAccount(FIELDS).key).toHaveLength(32);
});

it.each([
	['App ID', { appid: 'gh_0123456789ab' }],
	['Push Token', { token: '' }],
	['Encoding AES Key', { encodingAesKey: FIELDS.encodingAesKey.slice(1) }],
])('names %s when it is wrong', (field, changed) => {
	expect(() => openPushAccount({ ...FIELDS, ...changed })).toThrow(new RegExp(`^${field}: `));
});
