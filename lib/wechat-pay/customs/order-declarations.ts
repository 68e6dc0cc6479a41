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
import { orderCustoms, type OrderCustoms } from './order-customs';

/** An order and the living declarations of it, by part. */
export interface OrderDeclarations {
	call: CustomsCall;
	calls: CustomsTransport;
	order: DeclarableOrder;
	known: Map<PartNumber, Declaration>;
	/** Sums up declarations of this order. */
	sumUp: (declarations: OrderCustoms['declarations']) => OrderCustoms;
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
	return {
		call,
		calls,
		order,
		known: newestByPart(await calls.list(call)),
		sumUp: (declarations) => orderCustoms(account.mchid, order, office, declarations),
	};
}

/**
 * The declarations of an order at one customs office.
 *
 * @throws IntegrationError as `readOrderDeclarations`
 */
export async function getDeclarations(
	...asked: Parameters<typeof readOrderDeclarations>
): Promise<OrderCustoms> {
	const { known, sumUp } = await readOrderDeclarations(...asked);
	return sumUp([...known.values()].map((one) => ({ ...one, action: 'unchanged' })));
}

/**
 * Sends a declaration to customs again, with the same values: for what customs has lost, or could not take.
 *
 * @throws IntegrationError `WECHAT_CUSTOMS_NOT_DECLARED`, and as `readOrderDeclarations`
 */
export async function redeclareToCustoms(
	part: PartNumber,
	...asked: Parameters<typeof readOrderDeclarations>
): Promise<OrderCustoms> {
	const { call, calls, known, sumUp } = await readOrderDeclarations(...asked);
	const before = known.get(part);
	if (!before) throw notDeclared();
	const sent = await calls.redeclare(call, part);
	const after = new Map(known).set(part, { ...before, ...sent });
	return sumUp(
		[...after].map(([number, one]) => ({
			...one,
			action: number === part ? 'redeclared' : 'unchanged',
		})),
	);
}

/** A changed declaration may still be listed beside the one that replaced it. */
function newestByPart(list: Declaration[]): Map<PartNumber, Declaration> {
	const time = ({ modify_time = '' }: Declaration) => Date.parse(modify_time) || 0;
	const oldestFirst = [...list].sort((a, b) => time(a) - time(b));
	return new Map(oldestFirst.map((one) => [one.sub_order_no, one]));
}
