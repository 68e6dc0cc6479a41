import type { Api } from './api';
import { downloadBill } from './bill-file';
import { certificates, globalCertificates } from './certificates';
import { closeOrder, globalCloseOrder } from './close-order';
import { getFundBill } from './fund-bill';
import { createGlobalRefund, globalRefundById, globalRefundByOutRefundNo } from './global-refund';
import { getSettlements } from './global-settlements';
import { getGlobalStatement } from './global-statement';
import { globalOrderByOutTradeNo, orderByOutTradeNo } from './order-by-out-trade-no';
import { globalOrderByTransactionId, orderByTransactionId } from './order-by-transaction-id';
import { createRefund } from './refund-create';
import { queryRefund } from './refund-query';
import { getTradeBill } from './trade-bill';

/** Every API that the double speaks. A new one is a file beside this and a line here. */
const APIS: Api[] = [
	certificates,
	globalCertificates,
	orderByTransactionId,
	globalOrderByTransactionId,
	orderByOutTradeNo,
	globalOrderByOutTradeNo,
	closeOrder,
	globalCloseOrder,
	createRefund,
	queryRefund,
	createGlobalRefund,
	globalRefundByOutRefundNo,
	globalRefundById,
	getTradeBill,
	getFundBill,
	downloadBill,
	getGlobalStatement,
	getSettlements,
];

export interface Route {
	api: Api;
	params: Record<string, string>;
}

/** The API for a method and a path still percent-encoded. */
export function findApi(method: string, path: string, apis: Api[] = APIS): Route | undefined {
	for (const api of apis) {
		const params = api.method === method ? matchPath(api.path, path) : undefined;
		if (params) return { api, params };
	}
	return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
	const expected = pattern.split('/');
	const actual = path.split('/');
	if (expected.length !== actual.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of expected.entries()) {
		const value = actual[index] ?? '';
		if (!part.startsWith('{')) {
			if (part !== value) return undefined;
			continue;
		}
		try {
			params[part.slice(1, -1)] = decodeURIComponent(value);
		} catch {
			return undefined;
		}
	}
	return params;
}
