import { IntegrationError } from '../core/errors';
import { asObject, type JsonObject } from '../core/json';

/** What the shop's backend reads (docs/shop-backend.md). Only 200 means held. */
export interface HoldAnswer {
	http_status: number;
	body: JsonObject & { status: 'held' | 'not_enough' | 'refused' };
}

const HELD = 200;
const NOT_ENOUGH = 409;
const UNPROCESSABLE = 422;

/**
 * The answer to a request to hold stock, by what became of its item: refused by Verify, not mapped, held, not
 * enough, or refused by Odoo.
 *
 * @returns undefined for an item that failed, or that is not worked on: the shop has to try again
 * @throws IntegrationError `SHOP_NOTHING_TO_ANSWER` for an item that no request made
 */
export function holdAnswer(item: JsonObject): HoldAnswer | undefined {
	const { out_trade_no, http_status, code, message, error } = item;
	const odoo = asObject(item['odoo']) ?? {};
	const mapping = asObject(item['mapping']) ?? {};
	const answer = (status: number, body: HoldAnswer['body']): HoldAnswer => ({
		http_status: status,
		body: { ...body, ...(out_trade_no !== undefined && { out_trade_no }) },
	});
	const refused = (status: number, why: JsonObject) =>
		answer(status, { status: 'refused', ...why });
	if (!asObject(item['request']) && http_status === undefined) throw noRequest();
	if (error !== undefined) return undefined;
	if (typeof http_status === 'number') return refused(http_status, { code, message });
	if (odoo['status'] === 'held') {
		const { name: order, expires_at } = odoo;
		return answer(HELD, { status: 'held', order, expires_at });
	}
	if (odoo['status'] === 'not_enough') {
		return answer(NOT_ENOUGH, { status: 'not_enough', missing: missingOf(odoo['lines']) });
	}
	if (odoo['status'] === 'refused') {
		return refused(UNPROCESSABLE, { code: 'ODOO_HOLD_REFUSED', message: odoo['reason'] });
	}
	if (mapping['status'] === 'unmapped') {
		const messages = objectsIn(mapping['unmapped']).map((one) => String(one['message']));
		return refused(UNPROCESSABLE, { code: 'SKU_NOT_MAPPED', message: messages.join(' ') });
	}
	return undefined;
}

const missingOf = (lines: unknown): JsonObject[] =>
	objectsIn(lines)
		.filter(({ missing }) => Number(missing) > 0)
		.map(({ sku, ordered, missing }) => ({ sku, ordered, missing }));

const objectsIn = (list: unknown): JsonObject[] =>
	Array.isArray(list) ? list.map((one: unknown) => asObject(one) ?? {}) : [];

const noRequest = () =>
	new IntegrationError({
		code: 'SHOP_NOTHING_TO_ANSWER',
		message: 'This item was made by no request of the shop.',
		likelyCause: 'A node before it builds new items, or Verify did not run.',
		nextStep: 'Connect the outputs of Verify, SKU Map and Hold Stock to this node directly.',
	});
