import { asObject, tryParse } from '../../../../lib/core/json';
import { matchCarrier, type CarrierRow } from '../../../../lib/wechat-api/shipping/carriers';
import { sendParcel } from '../../../../lib/wechat-shop/shipping/send-parcel';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { carriersOf } from '../../shared/carriers';
import { orderIdOf } from '../../shared/order-field';

export { deliverFields as description } from '../../shared/deliver-fields';

const SHIPPED = 0;
const WAITING = 1;
const REVIEW = 2;

/** Ships the parcel of each item, once. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const orderId = orderIdOf(context, index);
	const [waybill_id = ''] = textParameter(context, 'trackingNumber', index).split(/[,;\s]+/);
	if (waybill_id === '') {
		return { json: { ...json, shipping: { status: 'waiting' } }, output: WAITING };
	}
	const name = textParameter(context, 'carrier', index);
	const { rows = [] } = context.getNodeParameter('carriers', index, {}) as { rows?: CarrierRow[] };
	const match = matchCarrier({ name, code: name }, await carriersOf(account), rows);
	if ('problem' in match) {
		const shipping = { status: 'needs_review', message: match.problem };
		return { json: { ...json, shipping }, output: REVIEW };
	}
	const parcel = {
		...match,
		waybill_id,
		lines: linesOf(context.getNodeParameter('lines', index, [])),
		complete: context.getNodeParameter('complete', index) === true,
	};
	const dryRun = context.getNodeParameter('dryRun', index, false) === true;
	const shipping = await sendParcel(account, orderId, parcel, dryRun, callContext);
	const output = shipping.status === 'needs_review' ? REVIEW : SHIPPED;
	return { json: { ...json, shipping }, output };
});

function linesOf(value: unknown): Array<{ sku: string; quantity: number }> {
	const list = typeof value === 'string' ? tryParse(value) : value;
	return (Array.isArray(list) ? list : []).map((one: unknown) => {
		const line = asObject(one) ?? {};
		return { sku: String(line.sku ?? ''), quantity: Number(line.quantity) };
	});
}
