import { pushAccountFrom } from '../../../../../nodes/WechatShopTrigger/shared/account';

const CREDENTIAL = {
	appid: ' wxfedcba9876543210 ',
	pushToken: 'pamtest',
	pushSecretKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

it('reads the push fields of the credential, without blanks that were copied with them', () => {
	expect(pushAccountFrom(CREDENTIAL)).toMatchObject({
		appid: 'wxfedcba9876543210',
		token: 'pamtest',
	});
});

it('says which field a credential made for other nodes does not have yet', () => {
	expect(() => pushAccountFrom({ appid: CREDENTIAL.appid })).toThrow(/^Push Token: /);
});
