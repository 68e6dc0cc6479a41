import { IntegrationError } from '../../../lib/core/errors';
import type { OdooClient } from '../../../lib/odoo/client';

/** What happens at one call, counted from 1. */
export interface Fault {
	at: number;
	/** `no_request`: Odoo hears nothing; `no_answer`: it has done the work; `crash`: the same, and the process is gone. */
	kind: 'no_request' | 'no_answer' | 'crash';
}

/** A client of a process of its own, which meets one fault. */
export function faulty(client: OdooClient, fault: Fault | undefined): OdooClient {
	let made = 0;
	return {
		...client,
		async call(...call) {
			made += 1;
			if (fault?.kind === 'crash' && made > fault.at) throw crashed();
			if (fault?.at !== made) return await client.call(...call);
			if (fault.kind !== 'no_request') await client.call(...call);
			throw fault.kind === 'crash' ? crashed() : noAnswer();
		},
	};
}

const noAnswer = () =>
	new IntegrationError({
		code: 'ODOO_NO_ANSWER',
		message: 'The connection broke.',
		likelyCause: 'The test broke it.',
		nextStep: 'None.',
		retryable: true,
		ambiguous: true,
	});

const crashed = () =>
	new IntegrationError({
		code: 'CRASHED',
		message: 'The process has ended.',
		likelyCause: 'The test has ended it.',
		nextStep: 'None.',
	});
