import type { OdooAdmin } from './odoo-admin';

type Place = { admin: OdooAdmin };

/** Makes a server action of Odoo that runs this Python. @returns its database id */
export async function pythonAction({ admin }: Place, code: string): Promise<number> {
	const ofPartners = [['model', '=', 'res.partner']];
	const [model_id] = await admin.call<number[]>('ir.model', 'search', [ofPartners]);
	const action = { name: 'Of a test', model_id, state: 'code', code };
	return await admin.call<number>('ir.actions.server', 'create', [action]);
}

/** Runs Python inside Odoo, in a transaction. */
export async function runPython(place: Place, code: string): Promise<void> {
	await place.admin.call('ir.actions.server', 'run', [[await pythonAction(place, code)]]);
}

/** Runs a statement in Odoo's database. */
export async function runSql(place: Place, statement: string): Promise<void> {
	await runPython(place, `env.cr.execute(${JSON.stringify(statement)})`);
}
