import type { OdooClient } from '../odoo/client';
import { idOf, idsOf, searchRead, textOf, type Domain, type OdooRow } from '../odoo/records';
import type { PushRule } from './push-rule';

/** Where Odoo pushes changes to, and the name of the rule in Odoo. */
export interface PushTarget {
	/** Includes the secret. */
	url: string;
	/** Part of the URL that identifies the trigger, even if the address of n8n changes. */
	mark: string;
	/** E.g. `n8n: Stock Changed`. */
	name: string;
}

interface Found {
	automations: OdooRow[];
	actions: OdooRow[];
}

/**
 * Makes sure that Odoo has exactly this rule with exactly this address. A deleted rule is created again; a
 * changed or copied one is replaced.
 */
export async function register(
	odoo: OdooClient,
	rule: PushRule,
	target: PushTarget,
): Promise<'kept' | 'made' | 'repaired'> {
	const found = await find(odoo, target);
	const values = await ruleValues(odoo, rule);
	if (isRight(found, values, target)) return 'kept';
	const isNew = found.automations.length === 0 && found.actions.length === 0;
	await remove(odoo, found);
	await make(odoo, values, target);
	return isNew ? 'made' : 'repaired';
}

/** Removes everything that `register` created. */
export async function unregister(odoo: OdooClient, target: Omit<PushTarget, 'url'>): Promise<void> {
	await remove(odoo, await find(odoo, target));
}

async function find(odoo: OdooClient, { mark, name }: Omit<PushTarget, 'url'>): Promise<Found> {
	const webhook: Domain = [
		['state', '=', 'webhook'],
		['webhook_url', 'like', mark],
	];
	const fields = ['webhook_url', 'base_automation_id', 'model_id', 'webhook_field_ids'];
	const actions = await searchRead(odoo, 'ir.actions.server', webhook, fields);
	const ids = actions.flatMap((action) => idOf(action.base_automation_id) ?? []);
	const automations = await searchRead(
		odoo,
		'base.automation',
		['|', ['id', 'in', ids], ['name', '=', name]],
		['active', 'model_id', 'trigger', 'filter_domain', 'trigger_field_ids', 'action_server_ids'],
		{ archived: true },
	);
	return { automations, actions };
}

interface RuleValues {
	modelId: number;
	triggerFieldIds: number[];
	payloadFieldIds: number[];
	domain: string;
}

async function ruleValues(odoo: OdooClient, rule: PushRule): Promise<RuleValues> {
	const ofModel: Domain = [['model', '=', rule.model]];
	const [model] = await searchRead(odoo, 'ir.model', ofModel, ['model']);
	const named: Domain = [...ofModel, ['name', 'in', [...rule.fields, rule.of]]];
	const fields = await searchRead(odoo, 'ir.model.fields', named, ['name']);
	const idsNamed = (names: string[]) =>
		fields.filter((field) => names.includes(textOf(field.name))).map(({ id }) => id);
	return {
		modelId: model?.id ?? 0,
		triggerFieldIds: idsNamed(rule.fields),
		payloadFieldIds: idsNamed([rule.of]),
		domain: rule.domain,
	};
}

function isRight({ automations, actions }: Found, values: RuleValues, { url }: PushTarget) {
	const [automation, ...moreAutomations] = automations;
	const [action, ...moreActions] = actions;
	if (!automation || !action || moreAutomations.length + moreActions.length > 0) return false;
	return (
		automation.active === true &&
		automation.trigger === 'on_create_or_write' &&
		idOf(automation.model_id) === values.modelId &&
		textOf(automation.filter_domain) === values.domain &&
		same(idsOf(automation.trigger_field_ids), values.triggerFieldIds) &&
		same(idsOf(automation.action_server_ids), [action.id]) &&
		idOf(action.base_automation_id) === automation.id &&
		idOf(action.model_id) === values.modelId &&
		textOf(action.webhook_url) === url &&
		same(idsOf(action.webhook_field_ids), values.payloadFieldIds)
	);
}

const same = (one: number[], other: number[]): boolean =>
	one.length === other.length && one.every((id) => other.includes(id));

/** Deleting an automation deletes its actions. */
async function remove(odoo: OdooClient, { automations, actions }: Found): Promise<void> {
	const ids = automations.map(({ id }) => id);
	if (ids.length > 0) await odoo.call('base.automation', 'unlink', { ids });
	const left = actions.filter(({ base_automation_id: of }) => !ids.includes(idOf(of) ?? 0));
	if (left.length === 0) return;
	await odoo.call('ir.actions.server', 'unlink', { ids: left.map(({ id }) => id) });
}

async function make(odoo: OdooClient, values: RuleValues, { url, name }: PushTarget) {
	const { modelId, triggerFieldIds, payloadFieldIds, domain } = values;
	const action = {
		name,
		model_id: modelId,
		state: 'webhook',
		usage: 'base_automation',
		webhook_url: url,
		webhook_field_ids: [[6, 0, payloadFieldIds]],
	};
	const automation = {
		name,
		model_id: modelId,
		trigger: 'on_create_or_write',
		filter_domain: domain,
		trigger_field_ids: [[6, 0, triggerFieldIds]],
		action_server_ids: [[0, 0, action]],
	};
	await odoo.call('base.automation', 'create', { params: { vals_list: [automation] } });
}
