import type { HttpCallContext } from '../../core/http';
import type { OrderKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { splitChanged } from './customs-errors';
import type { PartNumber } from './customs-transport';
import type {
	BuyerIdentity,
	CustomsOffice,
	Declaration,
	OrderPart,
	WantedDeclaration,
} from './declaration';
import type { CustomsAction, OrderCustoms } from './order-customs';
import { readOrderDeclarations, type OrderDeclarations } from './order-declarations';
import { planDeclarations } from './plan-declarations';

export interface DeclareRequest {
	office: CustomsOffice;
	/** Of a split order; empty for one that is shipped as a whole. */
	parts: OrderPart[];
	/** Whether the parts are proportions of the full price, which need not add up to it. */
	scale?: boolean;
	/** Mainland only: across the border it is checked by a call for itself. */
	identity?: BuyerIdentity | undefined;
	/** Send a refused declaration again, after its reason was corrected. */
	again?: boolean;
	/** What was declared last of an order that is not split, in fen, where WeChat Pay itself does not say it. */
	declared_fen?: number | undefined;
}

/**
 * Makes customs have what was paid less what was refunded, once however often it is called: what is missing is
 * declared, what differs is changed (which voids the old declaration), what met a disturbance is sent again, and
 * everything else is only looked up. After a call whose answer was lost, the next one finds what it did.
 *
 * @returns with a declaration for each part; none when everything was refunded
 * @throws IntegrationError `WECHAT_CUSTOMS_PARTS_WRONG`, `WECHAT_CUSTOMS_SPLIT_CHANGED`, and those of
 * `readOrderDeclarations`
 */
export async function declareToCustoms(
	account: WechatPayAccount,
	key: OrderKey,
	request: DeclareRequest,
	context: HttpCallContext,
): Promise<OrderCustoms> {
	const found = await readOrderDeclarations(account, key, request.office, context);
	const { order, known, sumUp } = found;
	const wanted = planDeclarations(request.parts, order.total_fen, order.left_fen, request.scale);
	checkSplit(request.parts, known);
	const declarations: OrderCustoms['declarations'] = [];
	for (const one of wanted) {
		const [declaration, action] = await bringUpToDate(found, one, request);
		declarations.push({ ...declaration, action });
	}
	return sumUp(declarations);
}

async function bringUpToDate(
	{ call, calls, known, order }: OrderDeclarations,
	wanted: WantedDeclaration,
	{ office, identity, again = false, declared_fen }: DeclareRequest,
): Promise<[Declaration, CustomsAction]> {
	const before = known.get(wanted.sub_order_no);
	if (!before) return [{ ...wanted, ...(await calls.add(call, wanted, identity)) }, 'declared'];
	const declared = before.order_fee ?? declared_fen ?? order.total_fen;
	const number = before.merchant_customs_no ?? office.merchant_customs_no;
	const isOther = declared !== wanted.order_fee || number !== office.merchant_customs_no;
	if (isOther || (again && before.state === 'FAIL')) {
		const { sub_order_id } = before;
		const changed = await calls.change(call, wanted, identity);
		return [{ ...(sub_order_id && { sub_order_id }), ...wanted, ...changed }, 'changed'];
	}
	if (before.state !== 'EXCEPT') return [{ ...wanted, ...before }, 'unchanged'];
	const sent = await calls.redeclare(call, wanted.sub_order_no);
	return [{ ...wanted, ...before, ...sent }, 'redeclared'];
}

/** A declaration of a part that the order no longer has would live on beside the new ones. */
function checkSplit(parts: OrderPart[], known: OrderDeclarations['known']): void {
	const numbers = new Set<PartNumber>(parts.map(({ sub_order_no }) => sub_order_no));
	if (parts.length === 0) numbers.add(undefined);
	if ([...known.keys()].some((part) => !numbers.has(part))) throw splitChanged();
}
