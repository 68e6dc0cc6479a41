import { IntegrationError } from '../../core/errors';
import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import type { PaidOrder } from '../model/paid-order';
import type { RecordedLine } from '../sale-order/recorded-order';
import { findHolds, type NamedHold } from './find-holds';
import {
	holdKey,
	type HeldOrder,
	type HoldOptions,
	type HoldOutcome,
	type HoldRequest,
} from './hold';
import { holdRefused } from './hold-refused';
import { linesBeyondStock } from './stock-limit';
import { writeHolds } from './write-holds';

/** A hold with its order in Odoo. */
export interface WrittenHold {
	key: string;
	order: PaidOrder;
	id: number;
	/** It existed before this attempt. */
	adopted: boolean;
}

/**
 * Finds the orders of holds, or creates them where there is enough stock.
 *
 * @param outcomes gets those of requests that have no order to continue with
 */
export async function findOrWriteHolds(
	odoo: OdooClient,
	requests: readonly HoldRequest[],
	options: HoldOptions,
	context: CallContext,
	outcomes: Map<string, HoldOutcome>,
): Promise<WrittenHold[]> {
	const written: WrittenHold[] = [];
	const toWrite: Array<{ key: string; hold: NamedHold }> = [];
	const found = await findHolds(odoo, requests, context.now());
	for (const [index, request] of requests.entries()) {
		const key = holdKey(request);
		const hold = found[index] ?? holdRefused('');
		if (hold instanceof IntegrationError) outcomes.set(key, { error: hold });
		else if (hold.id === undefined) toWrite.push({ key, hold });
		else written.push({ key, order: hold.order, id: hold.id, adopted: true });
	}
	const fresh = toWrite.map(({ hold }) => hold.order);
	const beyond = await linesBeyondStock(odoo, fresh, options, context.now());
	const able = toWrite.filter(({ key, hold }) => {
		const lines = beyond.get(hold.order);
		if (lines) outcomes.set(key, { held: notEnough(lines) });
		return !lines;
	});
	const results = await writeHolds(
		odoo,
		able.map(({ hold }) => hold),
		options,
	);
	for (const [index, { key, hold }] of able.entries()) {
		const id = results[index] ?? holdRefused('');
		if (id instanceof IntegrationError) outcomes.set(key, { error: id });
		else written.push({ key, order: hold.order, id, adopted: false });
	}
	return written;
}

const notEnough = (lines: RecordedLine[]): HeldOrder => ({
	status: 'not_enough',
	sale_order_id: 0,
	name: '',
	lines,
});
