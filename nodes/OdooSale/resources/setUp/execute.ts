import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { Piece } from '../../../../lib/odoo/schema/setup-step';
import type { PieceReport } from '../../../../lib/odoo/schema/report';
import { setUpPieces } from '../../../../lib/set-up/set-up';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';

/**
 * Runs one way of set-up once, whatever the number of items: an item for each piece, and one for what
 * else there is to tell.
 */
export const once = (
	way: (odoo: OdooClient, pieces: Piece[]) => Promise<PieceReport[]>,
	...others: Array<(odoo: OdooClient) => Promise<PieceReport>>
) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		try {
			const named = String(this.getNodeParameter('currencies', 0));
			const currencies = named.toUpperCase().match(/[A-Z]{3}/g) ?? ['CNY'];
			const deleteRecords = this.getNodeParameter('deleteRecords', 0, false) === true;
			const pieces = setUpPieces({ currencies, deleteRecords });
			const odoo = await odooClient.call(this);
			const reports = await way(odoo, pieces);
			for (const other of others) reports.push(await other(odoo));
			return [reports.map((report) => ({ json: report as unknown as IDataObject, pairedItem }))];
		} catch (error) {
			const shown = toNodeError(this.getNode(), error);
			if (!this.continueOnFail()) throw shown;
			return [[{ json: { error: shown.message }, pairedItem }]];
		}
	};
