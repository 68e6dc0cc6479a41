import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { before, deadlineAfter, type Deadline } from '../../../../../lib/core/deadline';
import { previewOrders } from '../../../../../lib/orders/record/preview-orders';
import type {
	PaidOrder,
	RecordOptions,
	ShortagePolicy,
} from '../../../../../lib/orders/model/paid-order';
import { readPaidOrder } from '../../../../../lib/orders/record/read-paid-order';
import { recordPaidOrders } from '../../../../../lib/orders/record/record-paid-orders';
import type { RecordedOrder } from '../../../../../lib/orders/sale-order/recorded-order';
import { outOfTime } from '../../../../../lib/odoo/create-client';
import { toNodeError } from '../../../../shared/node-error';
import type { Outcome } from '../../../../shared/operation';
import { readThenWork } from '../../../../shared/read-then-work';
import { odooClient } from '../../../../shared/odoo-connection';
import { runBatch } from '../../../../shared/run-batch';
import { callContext } from '../../../../shared/call-context';
import { safeLine } from '../../../../../lib/core/outside-text';

export { description } from './description';

const OUTPUT_OF: Record<RecordedOrder['status'], number> = {
	reserved: 0,
	short: 1,
	needs_review: 2,
};

/**
 * Records all items in one go: Odoo is several times faster at one batch than at many single calls.
 * A failing item never keeps the others from being recorded.
 */
export const execute = runBatch(async (context, items) => {
	const deadline = deadlineAfter(timeBudgetMs(context), () => performance.now());
	const outcomes = await readThenWork(
		items,
		({ json }, index) => {
			return { value: { json, payment: withChannel(context, index, readPaidOrder(json)) } };
		},
		async (orders) => await record(context, orders, deadline),
	);
	return outcomes.map((outcome, index) =>
		'error' in outcome ? { error: naming(context, items, index, outcome.error) } : outcome,
	);
});

/** Who reads of a failed run must know whose order it was. */
function naming(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	index: number,
	error: unknown,
): Error {
	const shown = toNodeError(context.getNode(), error, index);
	const number = items[index]?.json.out_trade_no;
	if (number) shown.message = `Order ${String(number)}: ${shown.message}`;
	return shown;
}

async function record(
	context: IExecuteFunctions,
	orders: Array<{ json: IDataObject; payment: PaidOrder }>,
	deadline: Deadline,
): Promise<Outcome[]> {
	const late = async () => await Promise.reject<never>(outOfTime());
	const odoo = await before(deadline, odooClient(context), late);
	const options = recordOptions(context);
	const payments = orders.map(({ payment }) => payment);
	const outcomes = context.getNodeParameter('dryRun', 0, false)
		? await previewOrders(odoo, payments, options)
		: await recordPaidOrders(odoo, payments, options, callContext, deadline);
	return outcomes.map((outcome, index) => {
		if ('error' in outcome) return outcome;
		const json = { ...orders[index]?.json, odoo: outcome.recorded };
		return { json, output: OUTPUT_OF[outcome.recorded.status] };
	});
}

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

/** Replaces medium and campaign of the order by those of the node, which may differ from item to item. */
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
