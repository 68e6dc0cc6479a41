import type { NotifyOptions, Sandbox } from '../../sandbox';

type Order = Parameters<Sandbox['pay']>[0];

/** A payment that cannot become the order that it was meant to be, and how WeChat notifies of it. */
export interface PoisonedPayment {
	order: Order;
	options?: NotifyOptions;
}

const ONE_TEE = { total: 9900, attach: 'TEE-RED-M@9900' };

/** One of each kind, by what is wrong with it. */
export const POISONED_PAYMENTS: Record<string, PoisonedPayment> = {
	'a currency without pricelist': {
		order: { ...ONE_TEE, currency: 'HKD', payer_currency: 'CNY' },
		options: { as: 'global' },
	},
	'a SKU with a NUL': { order: { ...ONE_TEE, attach: '[["TEE\\u0000M",1,9900]]' } },
	'a SKU with half an emoji': { order: { ...ONE_TEE, attach: '[["TEE\\ud83d",1,9900]]' } },
	'a broken basket': { order: { ...ONE_TEE, attach: '{"lines":[["TEE-RED-M",-1,9900]]}' } },
	'a total of 0': { order: { ...ONE_TEE, total: 0 } },
};
