/** Converts milliseconds since 1970 to Odoo's format: `2026-11-22 15:30:00`, in UTC. */
export const toOdooTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
