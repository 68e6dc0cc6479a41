import type { Deadline } from '../core/deadline';
import { IntegrationError } from '../core/errors';
import { fieldsOf, type OdooClient } from './client';

/**
 * The same client, none of whose calls outlasts the deadline.
 *
 * @throws IntegrationError `ODOO_TIME_BUDGET` for a call that begins or would end after it
 */
export function withinDeadline(odoo: OdooClient, deadline: Deadline): OdooClient {
	const bounded: OdooClient = {
		...odoo,
		async call(model, method, args = {}) {
			const timeoutMs = Math.floor(deadline.remainingMs());
			if (timeoutMs <= 0) throw outOfTime();
			return await odoo.call(model, method, { ...args, timeoutMs }).catch((error: unknown) => {
				const cut = error instanceof IntegrationError && error.ambiguous;
				return Promise.reject(cut && deadline.remainingMs() <= 0 ? outOfTime() : error);
			});
		},
		fields: async (model) => await fieldsOf(bounded, model),
	};
	return bounded;
}

/** Odoo may still be at work: whoever comes next looks first. */
export const outOfTime = () =>
	new IntegrationError({
		code: 'ODOO_TIME_BUDGET',
		message: 'Odoo did not finish within the time budget of the node.',
		likelyCause: 'Odoo is slow or overloaded, or many orders for one product arrived at once.',
		nextStep:
			'Nothing has to be undone: the next delivery of the notification, or running the step again, takes over what Odoo has done. If it stays, add workers to Odoo or let WeChat Pay Trigger acknowledge immediately.',
		retryable: true,
		ambiguous: true,
	});
