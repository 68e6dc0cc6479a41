import { mayAccess } from '../odoo/access';
import type { OdooClient } from '../odoo/client';
import { searchRead } from '../odoo/records';
import { ADMINISTRATOR } from '../odoo/rights';

/** Why Odoo cannot push changes to n8n for the user of a connection. */
export interface PushObstacle {
	kind: 'version' | 'app' | 'right';
	/** As a sentence, with the fix if there is one. */
	why: string;
}

/** Undefined if Odoo can push changes. */
export async function pushObstacle(odoo: OdooClient): Promise<PushObstacle | undefined> {
	if (!(await odoo.fields('ir.actions.server')).has('webhook_url')) {
		const why = `Odoo ${odoo.version.text} cannot push changes: this needs version 17 or later.`;
		return { kind: 'version', why };
	}
	const installed = await hasModel(odoo, 'base.automation');
	if (installed === false) {
		const why =
			'The app Automation Rules (base_automation) is not installed in Odoo: Apps → Automation Rules → Activate (take the filter Apps out of the search to see it).';
		return { kind: 'app', why };
	}
	const may = installed && (await mayAccess(odoo, 'base.automation', 'create'));
	if (may && (await mayAccess(odoo, 'ir.actions.server', 'create'))) return undefined;
	const why = `The Odoo user may not create automation rules: this needs the right "${ADMINISTRATOR}".`;
	return { kind: 'right', why };
}

/** Undefined if the user may not read models. */
async function hasModel(odoo: OdooClient, model: string): Promise<boolean | undefined> {
	return await searchRead(odoo, 'ir.model', [['model', '=', model]], ['model'])
		.then((rows) => rows.length > 0)
		.catch(() => undefined);
}
