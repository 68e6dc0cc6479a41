import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { safeLine } from '../../../../../lib/core/outside-text';
import type {
	PaidOrder,
	RecordOptions,
	ShortagePolicy,
} from '../../../../../lib/orders/model/paid-order';

/** WeChat and a shop that holds stock wait 5 seconds for an answer. */
const HELD_S = 4;
const NOT_HELD_S = 30;

const idIn = (value: unknown): number | undefined => Number(value) || undefined;

/** What holds for all items of a run. */
export function recordOptions(context: IExecuteFunctions): RecordOptions {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const taxes = context.getNodeParameter('taxes', 0) as string;
	const chosen = {
		fiscalPositionId:
			taxes === 'fiscalPosition' ? idIn(context.getNodeParameter('fiscalPosition', 0)) : undefined,
		pricelistId: idIn(context.getNodeParameter('pricelist', 0, '', { extractValue: true })),
		reviewerId: idIn(options.reviewer),
		shippingProductId: idIn(options.shippingProduct),
		discountProductId: idIn(options.discountProduct),
		companyId: idIn(options.company),
		warehouseId: idIn(options.warehouse),
		teamId: idIn(options.team),
		defaultCountryId: idIn(options.defaultCountry),
		noAddressFiscalPositionId: idIn(options.noAddressFiscalPosition),
	};
	const tagIds = [options.tags ?? []].flat().map(Number).filter(Boolean);
	return {
		taxes: taxes === 'none' ? 'none' : 'odoo',
		...(Object.fromEntries(Object.entries(chosen).filter(([, id]) => id !== undefined)) as Partial<
			Record<keyof typeof chosen, number>
		>),
		...(tagIds.length > 0 && { tagIds }),
		...(options.withoutChangeLog === true && { withoutChangeLog: true }),
		whenShort: context.getNodeParameter('whenShort', 0, 'back_order') as ShortagePolicy,
		...(context.getNodeParameter('operation', 0) === 'completeDraft' && { completeDrafts: true }),
	};
}

/** Longest name of a medium or campaign, in UTF-16 units. */
const LONGEST_NAME = 200;

/** The order with medium and campaign of the node, which may differ from item to item, instead of its own. */
export function withChannel(
	context: IExecuteFunctions,
	index: number,
	order: PaidOrder,
): PaidOrder {
	const { medium, campaign } = context.getNodeParameter('options', index, {}) as IDataObject;
	const named = (value: unknown) => safeLine(String(value ?? ''), LONGEST_NAME);
	const channel = {
		...order.channel,
		...(named(medium) && { medium: named(medium) }),
		...(named(campaign) && { campaign: named(campaign) }),
	};
	return Object.keys(channel).length > 0 ? { ...order, channel } : order;
}

/** Milliseconds, from the option or from whether WeChat waits for this run. */
export function timeBudgetMs(context: IExecuteFunctions): number {
	const { timeBudget } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const asked = context.getNodeParameter('operation', 0) === 'holdStock';
	const held = context
		.getInputData()
		.some(({ json }) => (json.notification as IDataObject | undefined)?.acknowledge === 'workflow');
	return (Number(timeBudget) || (held || asked ? HELD_S : NOT_HELD_S)) * 1000;
}
