import type { HttpCallContext } from '../../core/http';
import type { OrderKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { isCrossBorder } from '../keys/region';
import { notDeclared } from './customs-errors';
import type { CustomsCall, CustomsTransport, PartNumber } from './customs-transport';
import { declarableOrder, type DeclarableOrder } from './declarable-order';
import type { CustomsOffice, Declaration } from './declaration';
import { globalCustoms } from './global-customs';
import { mainlandCustoms } from './mainland-customs';

/** A declaration with the order that it is of, and what this call has done about it. */
export type DeclarationItem = Declaration &
	Pick<DeclarableOrder, 'out_trade_no' | 'transaction_id' | 'total_fen' | 'left_fen'> & {
		mchid: string;
		action: 'declared' | 'changed' | 'redeclared' | 'unchanged';
	};

/** An order and the living declarations of it, by part. */
export interface OrderDeclarations {
	call: CustomsCall;
	calls: CustomsTransport;
	order: DeclarableOrder;
	known: Map<PartNumber, Declaration>;
	/** The item of a declaration of this order. */
	item: (declaration: Declaration, action: DeclarationItem['action']) => DeclarationItem;
}

/**
 * Reads an order and its declarations at one customs office, as WeChat Pay has them at this moment.
 *
 * @throws IntegrationError `WECHAT_CUSTOMS_REFUSED`, `WECHAT_API_V2_KEY_MISSING`, and those of `declarableOrder`
 */
export async function readOrderDeclarations(
	account: WechatPayAccount,
	key: OrderKey,
	office: CustomsOffice,
	context: HttpCallContext,
): Promise<OrderDeclarations> {
	const order = await declarableOrder(account, key, context);
	const call = { account, order, office, context };
	const calls = isCrossBorder(account) ? globalCustoms : mainlandCustoms;
	const { out_trade_no, transaction_id, total_fen, left_fen } = order;
	const ofOrder = { mchid: account.mchid, out_trade_no, transaction_id, total_fen, left_fen };
	return {
		call,
		calls,
		order,
		known: newestByPart(await calls.list(call)),
		item: (declaration, action) => ({ ...ofOrder, ...declaration, action }),
	};
}

/**
 * The declarations of an order at one customs office.
 *
 * @throws IntegrationError as `readOrderDeclarations`
 */
export async function getDeclarations(
	...asked: Parameters<typeof readOrderDeclarations>
): Promise<DeclarationItem[]> {
	const { known, item } = await readOrderDeclarations(...asked);
	return [...known.values()].map((one) => item(one, 'unchanged'));
}

/**
 * Sends a declaration to customs again, with the same values: for what customs has lost, or could not take.
 *
 * @throws IntegrationError `WECHAT_CUSTOMS_NOT_DECLARED`, and as `readOrderDeclarations`
 */
export async function redeclareToCustoms(
	part: PartNumber,
	...asked: Parameters<typeof readOrderDeclarations>
): Promise<DeclarationItem> {
	const { call, calls, known, item } = await readOrderDeclarations(...asked);
	const before = known.get(part);
	if (!before) throw notDeclared();
	return item({ ...before, ...(await calls.redeclare(call, part)) }, 'redeclared');
}

/** A changed declaration may still be listed beside the one that replaced it. */
function newestByPart(list: Declaration[]): Map<PartNumber, Declaration> {
	const time = ({ modify_time = '' }: Declaration) => Date.parse(modify_time) || 0;
	const oldestFirst = [...list].sort((a, b) => time(a) - time(b));
	return new Map(oldestFirst.map((one) => [one.sub_order_no, one]));
}
