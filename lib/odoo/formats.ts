/** Converts milliseconds since 1970 to Odoo's format: `2026-11-22 15:30:00`, in UTC. */
export const toOdooTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** Makes text safe as part of an external id: other characters, such as dots, become `_`. */
export const externalIdPart = (text: string): string => text.replace(/[^A-Za-z0-9_-]/g, '_');

/** The external id of a part of a model that set-up creates, e.g. `wechat_setup.x_wechat_sku_menu`. */
export const setUpId = (model: string, part: string): string =>
	`wechat_setup.${model}_${externalIdPart(part)}`;
