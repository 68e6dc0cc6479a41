import { isForwarded } from '../../../../../nodes/WechatShopTrigger/shared/forwarded';

it('knows a request of the own backend by its signature header, which WeChat never sends', () => {
	expect(isForwarded({ 'webhook-signature': 'v1,x' })).toBe(true);
	expect(isForwarded({ 'user-agent': 'Mozilla/4.0' })).toBe(false);
});
