import { pushObstacle, type PushObstacle } from '../changes/push-obstacle';
import type { OdooClient } from '../odoo/client';
import { searchRead, textOf, type Domain } from '../odoo/records';
import { ADMINISTRATOR } from '../odoo/rights';
import type { PieceReport } from '../odoo/schema/report';

const STATUS: Record<PushObstacle['kind'], PieceReport['status']> = {
	version: 'not_possible',
	app: 'no_app',
	right: 'no_right',
};

/**
 * Whether Odoo can push its changes, and by which rules it does. Set-up makes none of them: each belongs
 * to the address of an Odoo Trigger, which makes it when its workflow is published, and removes it.
 */
export async function automationRules(odoo: OdooClient): Promise<PieceReport> {
	const [status, message] = await standing(odoo);
	const purpose = 'Odoo tells Odoo Trigger of a change at once, and not at the next look.';
	return { piece: 'Automation rules of Odoo Trigger', purpose, status, message };
}

async function standing(odoo: OdooClient): Promise<[PieceReport['status'], string]> {
	const obstacle = await pushObstacle(odoo);
	if (obstacle) {
		return [STATUS[obstacle.kind], `${obstacle.why} Odoo Trigger looks at intervals instead.`];
	}
	const made: Domain = [
		['name', '=like', 'n8n %'],
		['action_server_ids.state', '=', 'webhook'],
	];
	const rows = await searchRead(odoo, 'base.automation', made, ['name', 'active'], {
		archived: true,
		order: 'name',
	});
	if (rows.length === 0) {
		return [
			'by_trigger',
			`There is none. Odoo Trigger makes its own when its workflow is published, if its credential has the right "${ADMINISTRATOR}" as this one has.`,
		];
	}
	const names = rows.map(
		({ name, active }) => `${textOf(name)}${active === true ? '' : ' (switched off)'}`,
	);
	return [
		'exists',
		`Odoo pushes by ${names.join(', ')}: Settings → Technical → Automation Rules (developer mode). Odoo Trigger keeps them right, and removes them when its workflow is unpublished.`,
	];
}
