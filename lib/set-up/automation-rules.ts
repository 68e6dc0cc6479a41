import { pushObstacle, type PushObstacle } from '../changes/push-obstacle';
import type { OdooClient } from '../odoo/client';
import { searchRead, textOf, type Domain } from '../odoo/records';
import type { StepReport } from '../odoo/schema/report-steps';
import { ADMINISTRATOR } from '../odoo/rights';

const STATUS: Record<PushObstacle['kind'], StepReport['status']> = {
	version: 'not_possible',
	app: 'no_app',
	right: 'no_right',
};

/**
 * Reports whether Odoo can push its changes, and which automation rules do. Set-up creates none: each belongs
 * to the address of one Odoo Trigger, which creates it when its workflow is published, and removes it.
 */
export async function automationRules(odoo: OdooClient): Promise<StepReport> {
	const [status, message] = await pushStatus(odoo);
	const purpose = 'Odoo notifies Odoo Trigger of a change immediately, not only at its next check.';
	return { step: 'Automation rules of Odoo Trigger', purpose, status, message };
}

async function pushStatus(odoo: OdooClient): Promise<[StepReport['status'], string]> {
	const obstacle = await pushObstacle(odoo);
	if (obstacle) {
		return [STATUS[obstacle.kind], `${obstacle.why} Odoo Trigger checks at intervals instead.`];
	}
	const ofTriggers: Domain = [
		['name', '=like', 'n8n %'],
		['action_server_ids.state', '=', 'webhook'],
	];
	const rows = await searchRead(odoo, 'base.automation', ofTriggers, ['name', 'active'], {
		archived: true,
		order: 'name',
	});
	if (rows.length === 0) {
		return [
			'by_trigger',
			`There are none. Odoo Trigger creates its own when its workflow is published, if its credential has the right "${ADMINISTRATOR}" as this one has.`,
		];
	}
	const names = rows.map(
		({ name, active }) => `${textOf(name)}${active === true ? '' : ' (switched off)'}`,
	);
	return [
		'exists',
		`Odoo pushes with ${names.join(', ')}: Settings → Technical → Automation Rules (developer mode). Odoo Trigger keeps them up to date, and removes them when its workflow is unpublished.`,
	];
}
