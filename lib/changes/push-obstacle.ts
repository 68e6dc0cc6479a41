import { mayAccess } from '../odoo/access';
import type { OdooClient } from '../odoo/client';
import { searchRead } from '../odoo/records';
import { ADMINISTRATOR } from '../odoo/rights';

/** Why Odoo cannot push to n8n for the user of a connection. */
export interface PushObstacle {
	kind: 'version' | 'app' | 'right';
	/** As a sentence, with the way out where there is one. */
	why: string;
}

/** Undefined when Odoo can push. */
export async function pushObstacle(odoo: OdooClient): Promise<PushObstacle | undefined> {
	if (!(await odoo.fields('ir.actions.server')).has('webhook_url')) {
		const why = `Odoo ${odoo.version.text} cannot push changes: it can from version 17 on.`;
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
	const why = `The Odoo user may not make automation rules: that takes the right "${ADMINISTRATOR}".`;
	return { kind: 'right', why };
}

/** Undefined where the user may not look. */
async function hasModel(odoo: OdooClient, model: string): Promise<boolean | undefined> {
	return await searchRead(odoo, 'ir.model', [['model', '=', model]], ['model'])
		.then((rows) => rows.length > 0)
		.catch(() => undefined);
}
