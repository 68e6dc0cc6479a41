import type { IExecuteFunctions } from 'n8n-workflow';

import { withRetry } from '../../lib/core/retry';
import type { OdooClient } from '../../lib/odoo/client';
import { callContext } from './call-context';
import { odooClient } from './odoo-connection';

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/** Gives an operation the client of the node's credential, and repeats the operation while Odoo asks for that. */
export const withOdoo =
	<Rest extends unknown[], Result>(
		operation: (odoo: OdooClient, context: IExecuteFunctions, ...rest: Rest) => Promise<Result>,
	) =>
	async (context: IExecuteFunctions, ...rest: Rest): Promise<Result> => {
		const odoo = await odooClient(context);
		return await withRetry(
			callContext,
			POLICY,
			async () => await operation(odoo, context, ...rest),
		);
	};
