import { memoizeAsync } from '../../../../lib/core/memoize';
import type { OdooClient, CallArguments } from '../../../../lib/odoo/client';

export interface MadeCall extends CallArguments {
	model: string;
	method: string;
}

/** A client that answers from a function and remembers what it was asked. */
export function fakeOdoo(
	answer: (call: MadeCall, index: number) => unknown,
	fields: string[] = [],
): OdooClient & { calls: MadeCall[] } {
	const calls: MadeCall[] = [];
	return {
		calls,
		version: { major: 19, text: '19.0' },
		protocol: 'json2',
		fields: async () => await Promise.resolve(new Set(fields)),
		remember: memoizeAsync(),
		userId: async () => await Promise.resolve(5),
		async call(model, method, args = {}) {
			const call = { model, method, ...args };
			calls.push(call);
			return await Promise.resolve(answer(call, calls.length - 1));
		},
	};
}
