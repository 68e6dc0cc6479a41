import type { INodePropertyOptions } from 'n8n-workflow';

import { SHOP_EVENTS } from '../../../../../lib/wechat-shop/push/event-types';
import { properties } from '../../../../../nodes/WechatShopTrigger/shared/properties';

it('offers exactly the events that can be read, each at the output that it is sent to', () => {
	const { options } = properties.find(({ name }) => name === 'events')!;
	const outputs = { order: 'Order', afterSale: 'After-Sale', stock: 'Stock' };
	const offered = (options as INodePropertyOptions[]).map(({ value, description }) => [
		value,
		/Sent to the (.*) output\.$/.exec(description ?? '')?.[1],
	]);
	const known = Object.entries(SHOP_EVENTS).map(([name, { subject }]) => [name, outputs[subject]]);
	expect(offered.sort()).toEqual(known.sort());
});
